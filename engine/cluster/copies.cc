#include "cluster/copies.h"

#include <fmt/format.h>

#include <utility>

#include "analyse/dateline.h"
#include "parallel.h"
#include "similarity/fingerprint.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

Result<void> invalid(std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kInvalidOption, .message = std::move(message)});
}

// False for what is no number.
bool is_within(double value, double low, double high) { return value >= low && value <= high; }

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// A shared lead is rewritten often, but seldom so far that nothing is left.
constexpr double kSharedLead = 0.1;

bool has_lead_of(const Fingerprint& text, const Fingerprint& other) {
  const auto shared = std::ranges::count_if(
      other.lead, [&](std::uint32_t shingle) { return std::ranges::binary_search(text.shingles, shingle); });
  return static_cast<double>(shared) >= kSharedLead * static_cast<double>(other.lead.size());
}

}  // namespace

Result<void> check(const CopyOptions& options) {
  for (const auto& [name, value] : {std::pair("containment", options.containment), {"own_leads", options.own_leads}})
    if (!is_within(value, 0, 1) || value == 0)
      return invalid(fmt::format("{} must be above 0 and at most 1, not {}", name, value));
  if (!is_within(options.length, 0, 1))
    return invalid(fmt::format("length must be from 0 to 1, not {}", options.length));
  return {};
}

std::string_view to_string(CopyKind kind) {
  switch (kind) {
    case CopyKind::kIdentical:
      return "identical";
    case CopyKind::kTruncated:
      return "truncated";
    case CopyKind::kExtended:
      return "extended";
    case CopyKind::kEdited:
      return "edited";
  }
  return {};
}

std::size_t shared_shingles(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t a_size = a.shingles.size();
  const std::size_t b_size = b.shingles.size();
  std::size_t shared = 0;
  // Which of the two is less can't be foretold: no branches.
  for (std::size_t i = 0, j = 0; i < a_size && j < b_size;) {
    const std::uint32_t x = a.shingles[i];
    const std::uint32_t y = b.shingles[j];
    shared += x == y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return shared;
}

SharedText shared_text(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t shared = shared_shingles(a, b);
  const auto [shorter, longer] = std::minmax({a.shingles.size(), b.shingles.size()});
  return {.containment = share(shared, shorter),
          .jaccard = share(shared, shorter + longer - shared),
          .length = share(shorter, longer)};
}

bool are_copies(const Fingerprint& a, const Fingerprint& b, std::size_t shared, const CopyOptions& options) {
  const auto shorter = static_cast<double>(std::min(a.shingles.size(), b.shingles.size()));
  const auto both = static_cast<double>(shared);
  return shared > 0 && both >= options.containment * shorter &&
         (both >= options.own_leads * shorter || has_lead_of(a, b) || has_lead_of(b, a));
}

bool is_copy(const Fingerprint& a, const Fingerprint& b, const CopyOptions& options) {
  return are_of_like_length(a, b, options) && are_copies(a, b, shared_shingles(a, b), options);
}

struct CopyProfiler::State {
  Datelines datelines;
  Shingler shingler;
  ShingledText text;
};

CopyProfiler::CopyProfiler() : state_(std::make_unique<State>()) {}
CopyProfiler::CopyProfiler(CopyProfiler&&) noexcept = default;
CopyProfiler& CopyProfiler::operator=(CopyProfiler&&) noexcept = default;
CopyProfiler::~CopyProfiler() = default;

CopyProfile CopyProfiler::profile(const Document& document) {
  const Article& article = *document.article;
  state_->shingler.shingle(document, state_->text);
  std::string outlet;
  fold_case(article.outlet, outlet);
  if (const std::string_view agency = state_->datelines.agency_named(outlet); !agency.empty()) outlet = agency;
  return {.id = article.id,
          .outlet = std::move(outlet),
          .published = article.published,
          .agency = std::string(document.agency),
          .fingerprint = fingerprint(state_->text)};
}

std::vector<CopyProfile> profile_articles(std::span<const Article> articles, const AnalyseOptions& analyse,
                                          const CopyOptions& options) {
  std::vector<CopyProfile> profiles(articles.size());
  for_each_index(options.threads, articles.size(), [&](std::size_t) {
    return [&, analyser = Analyser(analyse), profiler = CopyProfiler(), document = Document()](std::size_t i) mutable {
      analyser.analyse(articles[i], document);
      profiles[i] = profiler.profile(document);
    };
  });
  return profiles;
}

}  // namespace nutgraf
