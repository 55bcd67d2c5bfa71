#include "cluster/story_search.h"

#include <algorithm>
#include <map>
#include <string>

#include "cluster/disjoint_sets.h"
#include "parallel.h"

namespace nutgraf {
namespace {

// Articles that are connected, and what is known of them, under their own numbers.
struct Component {
  std::vector<std::uint32_t> articles;  // sorted
  std::vector<ScoredPair> pairs;
  std::vector<Link> must;
  std::vector<Link> cannot;
};

std::vector<Component> find_components(std::size_t articles, std::span<const ScoredPair> pairs,
                                       const AgglomerationOptions& options) {
  DisjointSets connected(articles);
  for (const ScoredPair& pair : pairs)
    if (pair.log_odds >= options.threshold) connected.join(pair.first, pair.second);
  for (const auto& [a, b] : options.must) connected.join(a, b);
  std::vector<Component> components;
  std::vector<std::uint32_t> component(articles);
  std::vector<std::uint32_t> number(articles);  // in its component
  for (std::uint32_t article = 0; article < articles; ++article) {
    const std::uint32_t leader = connected.lowest(article);
    if (leader == article) {
      component[article] = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    } else {
      component[article] = component[leader];
    }
    number[article] = static_cast<std::uint32_t>(components[component[article]].articles.size());
    components[component[article]].articles.push_back(article);
  }
  for (const ScoredPair& pair : pairs)
    if (component[pair.first] == component[pair.second])
      components[component[pair.first]].pairs.push_back(
          {.first = number[pair.first], .second = number[pair.second], .log_odds = pair.log_odds});
  for (const auto& [a, b] : options.must) components[component[a]].must.emplace_back(number[a], number[b]);
  for (const auto& [a, b] : options.cannot)
    if (component[a] == component[b]) components[component[a]].cannot.emplace_back(number[a], number[b]);
  return components;
}

}  // namespace

void weigh_all(std::span<Profile> profiles, std::size_t threads) {
  std::map<std::string, DocumentFrequencies> frequencies;
  for (const Profile& profile : profiles) frequencies[profile.language].add(profile);
  for_each_index(threads, profiles.size(), [&](std::size_t) {
    return [&](std::size_t i) { weigh(frequencies.at(profiles[i].language), profiles[i]); };
  });
}

std::vector<std::vector<std::uint32_t>> group_articles(std::size_t articles, std::span<const ScoredPair> pairs,
                                                       const AgglomerationOptions& options, std::size_t threads) {
  const std::vector<Component> components = find_components(articles, pairs, options);
  std::vector<std::uint32_t> first(articles);  // of the group of each article
  for_each_index(threads, components.size(), [&](std::size_t) {
    return [&](std::size_t i) {
      const Component& component = components[i];
      const std::vector<std::uint32_t> groups =
          agglomerate(component.articles.size(), component.pairs,
                      {.threshold = options.threshold, .must = component.must, .cannot = component.cannot});
      for (std::size_t n = 0; n < groups.size(); ++n) first[component.articles[n]] = component.articles[groups[n]];
    };
  });
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<std::size_t> group(articles);
  for (std::uint32_t article = 0; article < articles; ++article) {
    if (first[article] == article) {
      group[article] = groups.size();
      groups.emplace_back();
    }
    groups[group[first[article]]].push_back(article);
  }
  return groups;
}

}  // namespace nutgraf
