#include "render/comparison_labels.h"

#include <fmt/format.h>

namespace nutgraf {
namespace {

constexpr std::size_t kLetters = 26;

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} new {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace

std::string article_label(std::size_t document) {
  return document < kLetters ? std::string(1, static_cast<char>('A' + document)) : fmt::format("{}", document + 1);
}

std::string what_is_new(const OnlyFact& fact) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (fact.quote) add("quote");
  if (fact.names > 0) add(counted(fact.names, "name"));
  if (fact.numbers > 0) add(counted(fact.numbers, "number"));
  return text;
}

std::string verdict(const ArticleSimilarity& similarity) {
  const std::string a = article_label(similarity.a);
  const std::string b = article_label(similarity.b);
  std::string text = fmt::format(
      "{} and {}: {}; {:.0f} % of the shorter one's facts are in both, {:.0f} % of the names, {:.0f} % of the numbers",
      a, b, to_string(similarity.relation), 100 * similarity.facts, 100 * similarity.names, 100 * similarity.numbers);
  if (similarity.copied_a > 0)
    text += fmt::format("; word for word {:.0f} % of {} and {:.0f} % of {}", 100 * similarity.copied_a, a,
                        100 * similarity.copied_b, b);
  return text;
}

std::string difference_heading(const Difference& difference) {
  std::string text(to_string(difference.kind));
  if (difference.update) text += ", newer in " + article_label(difference.claims[difference.newest].place.document);
  return text;
}

}  // namespace nutgraf
