#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <tuple>

#include "cluster/document_expansion.h"
#include "cluster/key_names.h"
#include "cluster/pair_search.h"
#include "cluster/story_search.h"
#include "nutgraf/cluster.h"
#include "parallel.h"
#include "similarity/pair_score.h"
#include "similarity/profile.h"

namespace nutgraf {
namespace {

constexpr double kMostGranularity = 5;
constexpr std::size_t kMostNames = 5;
constexpr std::size_t kMostShared = 12;

// Up to so many articles, every two are compared to tell copies; in larger stories they are searched for.
constexpr std::size_t kCompareAll = 64;

// The profiles of articles, in the order of publication.
struct Profiles {
  std::vector<std::uint32_t> order;  // index of the article
  std::vector<Profile> profiles;
  std::vector<CopyProfile> copies;
  std::vector<std::string> titles;
};

// Nothing here reads those of longer articles.
AnalyseOptions without_vectors(AnalyseOptions analyse) {
  analyse.model = nullptr;
  return analyse;
}

Profiles profile_all(std::span<const Article> articles, const AnalyseOptions& analyse, const ClusterOptions& options) {
  std::vector<Profile> profiles(articles.size());
  std::vector<CopyProfile> copies(articles.size());
  std::vector<std::string> titles(articles.size());
  const AnalyseOptions plain = without_vectors(analyse);
  for_each_index(options.threads, articles.size(), [&](std::size_t) {
    struct Worker {
      Analyser analyser;
      Analyser embedder;
      Profiler profiler;
      CopyProfiler copy_profiler;
      Document document;
    };
    auto worker = std::make_shared<Worker>(
        Worker{.analyser = Analyser(plain), .embedder = Analyser(analyse), .profiler = Profiler(analyse.model)});
    return [&, worker](std::size_t i) {
      worker->analyser.analyse(articles[i], worker->document);
      worker->profiler.profile(worker->document, profiles[i]);
      if (profiles[i].shortness > 0 && analyse.model) {
        worker->embedder.analyse(articles[i], worker->document);
        worker->profiler.profile(worker->document, profiles[i]);
      }
      copies[i] = worker->copy_profiler.profile(worker->document);
      titles[i] = worker->document.title;
    };
  });
  weigh_all(profiles, options.threads);

  Profiles sorted;
  sorted.order.resize(articles.size());
  std::ranges::copy(std::views::iota(0U, static_cast<std::uint32_t>(articles.size())), sorted.order.begin());
  std::ranges::sort(sorted.order, {}, [&](std::uint32_t i) {
    const Article& a = articles[i];
    return std::tuple<std::optional<std::int64_t>, std::string_view, std::string_view, std::string_view,
                      std::string_view, std::uint32_t>(profiles[i].published, a.id, a.outlet, a.title, a.text, i);
  });
  for (const std::uint32_t i : sorted.order) {
    sorted.profiles.push_back(std::move(profiles[i]));
    sorted.copies.push_back(std::move(copies[i]));
    sorted.titles.push_back(std::move(titles[i]));
  }
  expand_short(sorted.profiles, {.days = options.days, .threads = options.threads});
  return sorted;
}

// Those of which both are among the articles, by their numbers in the order of publication.
std::vector<Link> find_links(std::span<const ArticlePair> pairs, std::span<const Article> articles,
                             const Profiles& sorted) {
  std::map<std::string_view, std::uint32_t> numbers;
  if (!pairs.empty())
    for (std::uint32_t n = 0; n < sorted.order.size(); ++n) numbers.emplace(articles[sorted.order[n]].id, n);
  std::vector<Link> links;
  for (const auto& [first, second] : pairs) {
    const auto a = numbers.find(first);
    const auto b = numbers.find(second);
    if (a != numbers.end() && b != numbers.end() && a != b) links.emplace_back(std::minmax(a->second, b->second));
  }
  std::ranges::sort(links);
  return links;
}

std::string story_id(const Article& first) {
  const std::string key = first.id + '\n' + first.outlet;
  return fmt::format("s{:012x}", XXH3_64bits(key.data(), key.size()) >> 16U);
}

// Fills what the profiles tell.
void fill(std::span<const Article> articles, const Profiles& sorted, std::span<const std::uint32_t> group,
          const CopyOptions& options, Story& story) {
  std::vector<CopyProfile> profiles;
  for (const std::uint32_t n : group) {
    story.articles.push_back({.article = sorted.order[n], .original = sorted.order[n]});
    profiles.push_back(sorted.copies[n]);
  }
  CopyOptions alone = options;
  alone.threads = 1;
  const std::vector<CopyPair> pairs =
      group.size() <= kCompareAll ? compare_all(profiles, alone) : find_copies(profiles, alone);
  const std::vector<CopyGroup> copies = group_copies(profiles, pairs, alone);
  for (const CopyGroup& copied : copies) {
    story.articles[copied.original].role = StoryRole::kOriginal;
    for (const Copy& copy : copied.copies) {
      story.articles[copy.article].role = StoryRole::kCopy;
      story.articles[copy.article].original = story.articles[copied.original].article;
    }
  }
  story.independent = count_sources(profiles, copies);
  std::set<std::string_view> outlets;
  for (const CopyProfile& profile : profiles)
    if (!profile.outlet.empty()) outlets.insert(profile.outlet);
  story.outlets = outlets.size();
  const Article& first = articles[sorted.order[group.front()]];
  story.id = story_id(first);
  const auto dated =
      std::ranges::find_if(group, [&](std::uint32_t n) { return sorted.profiles[n].published.has_value(); });
  if (dated != group.end()) {
    story.begin = articles[sorted.order[*dated]].published;
    story.end = articles[sorted.order[group.back()]].published;
  }
}

// The article that is nearest to the others on the mean; of equal ones the first.
std::size_t find_centre(const Profiles& sorted, std::span<const std::uint32_t> group) {
  constexpr std::size_t kEnough = 50;  // a sample of a large story
  if (group.size() < 3) return 0;      // two are as near to each other
  const std::span<const std::uint32_t> others = group.first(std::min(group.size(), kEnough));
  std::size_t centre = 0;
  double best = -1e9;
  PairScorer scorer;
  for (std::size_t i = 0; i < others.size(); ++i) {
    scorer.take(sorted.profiles[others[i]]);
    double sum = 0;
    for (std::size_t j = 0; j < others.size(); ++j)
      if (i != j) sum += scorer.score(sorted.profiles[others[j]]).log_odds;
    if (sum > best) {
      best = sum;
      centre = i;
    }
  }
  return centre;
}

// Fills what the articles have to be read for once more.
class Describer {
 public:
  Describer(std::span<const Article> articles, const AnalyseOptions& analyse, const ClusterOptions& options)
      : articles_(articles), options_(options), analyser_(without_vectors(analyse)), summarizer_(options.summary) {}

  void describe(std::size_t centre, Story& story) {
    documents_.resize(story.articles.size());
    for (std::size_t i = 0; i < story.articles.size(); ++i)
      analyser_.analyse(articles_[story.articles[i].article], documents_[i]);
    if (story.title.empty()) story.title = headline(documents_[centre]);
    if (!options_.describe || story.articles.size() < 2) return;
    story.names = find_key_names(documents_, kMostNames);
    pointers_.clear();
    for (const Document& document : documents_) pointers_.push_back(&document);
    summarizer_.summarize(pointers_, story.summary);
  }

 private:
  std::string headline(const Document& document) {
    const std::optional<Headline> headline = headliner_.find(document);
    if (!headline) return {};
    return document.article->text.substr(headline->begin, headline->end - headline->begin);
  }

  std::span<const Article> articles_;
  const ClusterOptions& options_;
  Analyser analyser_;
  MultiSummarizer summarizer_;
  Headliner headliner_;
  std::vector<Document> documents_;
  std::vector<const Document*> pointers_;
};

Story describe_group(std::span<const Article> articles, const Profiles& sorted, std::span<const std::uint32_t> group,
                     Describer& describer, const ClusterOptions& options) {
  Story story;
  fill(articles, sorted, group, options.copies, story);
  const std::size_t centre = find_centre(sorted, group);
  story.title = sorted.titles[group[centre]];
  if (story.title.empty() || (options.describe && group.size() > 1)) describer.describe(centre, story);
  return story;
}

// As it is where articles are joined: those that are not compared have the least.
double mean_log_odds(const Profiles& sorted, std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                     std::size_t days) {
  double sum = 0;
  double pairs = 0;
  for (const std::uint32_t i : a) {
    for (const std::uint32_t j : b) {
      if (i == j) continue;
      const Profile& first = sorted.profiles[i];
      const Profile& second = sorted.profiles[j];
      sum += may_be_compared(first, second, days) ? compare_profiles(first, second).log_odds : kLeastLogOdds;
      ++pairs;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

bool has_term(const Document& document, std::uint32_t hash) {
  const auto is_it = [hash](std::uint64_t whole) { return whole >> 32U == hash; };
  return std::ranges::any_of(document.terms, is_it, &Term::hash) || std::ranges::any_of(document.title_terms, is_it);
}

// The words of both articles, the most telling first. `document` is the first, `other_document` the second.
std::vector<std::string> shared_words(const Profile& a, const Profile& b, const Document& document,
                                      const Document& other_document) {
  struct Shared {
    double weight = 0;
    std::string word;
  };
  std::vector<Shared> shared;
  for (const ProfileTerm& term : a.terms) {
    const auto other = std::ranges::lower_bound(b.terms, term.hash, {}, &ProfileTerm::hash);
    if (other == b.terms.end() || other->hash != term.hash) continue;
    if (b.expanded && !has_term(other_document, term.hash)) continue;
    const auto token = std::ranges::find_if(document.tokens, [&](const Token& t) {
      return t.term != kNoTerm && document.terms[t.term].hash >> 32U == term.hash;
    });
    if (token == document.tokens.end()) continue;
    const double rarity = term.rarity * kRarityUnit;
    shared.push_back({.weight = rarity * rarity * damped(term.count) * damped(other->count),
                      .word = document.article->text.substr(token->begin, token->end - token->begin)});
  }
  std::ranges::sort(shared, {}, [](const Shared& s) { return std::tuple(-s.weight, std::string_view(s.word)); });
  std::vector<std::string> words;
  for (Shared& s : shared)
    if (words.size() < kMostShared) words.push_back(std::move(s.word));
  return words;
}

}  // namespace

Result<void> check(const ClusterOptions& options) {
  const bool in_range = options.granularity >= -kMostGranularity && options.granularity <= kMostGranularity;
  if (!in_range)
    return std::unexpected(
        Error{.code = ErrorCode::kInvalidOption,
              .message = fmt::format("the granularity is from -5 to 5, not {}", options.granularity)});
  if (Result<void> valid = check(options.copies); !valid) return valid;
  return check(options.summary);
}

std::string_view to_string(StoryRole role) {
  switch (role) {
    case StoryRole::kReport:
      return "report";
    case StoryRole::kOriginal:
      return "original";
    case StoryRole::kCopy:
      return "copy";
  }
  return "report";
}

std::vector<Story> find_stories(std::span<const Article> articles, const AnalyseOptions& analyse,
                                const ClusterOptions& options) {
  const Profiles sorted = profile_all(articles, analyse, options);
  const std::vector<ScoredPair> pairs = find_pairs(sorted.profiles, {.days = options.days, .threads = options.threads});
  const std::vector<Link> must = find_links(options.must_link, articles, sorted);
  const std::vector<Link> cannot = find_links(options.cannot_link, articles, sorted);
  const std::vector<std::vector<std::uint32_t>> groups = group_articles(
      articles.size(), pairs, {.threshold = options.granularity, .must = must, .cannot = cannot}, options.threads);
  std::vector<Story> stories(groups.size());
  for_each_index(options.threads, groups.size(), [&](std::size_t) {
    auto describer = std::make_shared<Describer>(articles, analyse, options);
    return [&, describer](std::size_t i) {
      stories[i] = describe_group(articles, sorted, groups[i], *describer, options);
    };
  });
  return stories;
}

Story describe_story(std::span<const Article> articles, const AnalyseOptions& analyse, const ClusterOptions& options) {
  const Profiles sorted = profile_all(articles, analyse, options);
  std::vector<std::uint32_t> all(articles.size());
  std::ranges::copy(std::views::iota(0U, static_cast<std::uint32_t>(articles.size())), all.begin());
  Describer describer(articles, analyse, options);
  return describe_group(articles, sorted, all, describer, options);
}

PairReason explain(std::span<const Article> articles, std::span<const Story> stories, std::size_t first,
                   std::size_t second, const AnalyseOptions& analyse, const ClusterOptions& options) {
  const Profiles sorted = profile_all(articles, analyse, options);
  std::vector<std::uint32_t> number(articles.size());  // in the order of publication
  for (std::uint32_t n = 0; n < sorted.order.size(); ++n) number[sorted.order[n]] = n;
  const Profile& a = sorted.profiles[number[first]];
  const Profile& b = sorted.profiles[number[second]];
  const PairScore score = compare_profiles(a, b);
  PairReason reason{.terms = score.terms, .lead = score.lead, .log_odds = score.log_odds};
  if (!a.vector.empty() && !b.vector.empty()) reason.vectors = score.vectors;
  if (a.published && b.published) reason.days = score.days;
  Analyser analyser(without_vectors(analyse));
  reason.shared = shared_words(a, b, analyser.analyse(articles[first]), analyser.analyse(articles[second]));

  std::vector<std::uint32_t> members[2];
  for (std::size_t s = 0; s < stories.size(); ++s) {
    const auto has = [&](std::size_t article) {
      return std::ranges::find(stories[s].articles, article, &StoryArticle::article) != stories[s].articles.end();
    };
    if (has(first)) reason.first_story = s;
    if (has(second)) reason.second_story = s;
  }
  reason.together = reason.first_story == reason.second_story;
  for (const StoryArticle& its : stories[reason.first_story].articles) members[0].push_back(number[its.article]);
  for (const StoryArticle& its : stories[reason.second_story].articles) members[1].push_back(number[its.article]);
  const auto cohesion = [&](std::span<const std::uint32_t> group) {
    return Cohesion{.size = static_cast<double>(group.size()),
                    .mean = mean_log_odds(sorted, group, group, options.days)};
  };
  const double between = mean_log_odds(sorted, members[0], members[1], options.days);
  reason.nearness = reason.together ? between : nearness(cohesion(members[0]), cohesion(members[1]), between);
  reason.nearness -= options.granularity;
  return reason;
}

}  // namespace nutgraf
