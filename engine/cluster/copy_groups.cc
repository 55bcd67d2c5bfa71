// Groups of copies: stars of an article and its copies, laid over the graph of the pairs (Aslam, Pelekhov, Rus 2004:
// The star clustering algorithm), so that what is in a group has one text in common.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <string_view>
#include <tuple>

#include "cluster/copies.h"
#include "text/timestamp.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// A copy that adds so small a part of what it leaves out, or the other way round, only does the one.
constexpr double kNextToNothing = 0.25;

std::size_t size_of(const CopyProfile& profile) { return profile.fingerprint.shingles.size(); }

// The place of each article in the order of publication, those without a time last; then by all that tells two apart.
std::vector<std::uint32_t> places(std::span<const CopyProfile> profiles) {
  std::vector<std::int64_t> times;
  times.reserve(profiles.size());
  for (const CopyProfile& profile : profiles) {
    const std::optional<Timestamp> time = parse_timestamp(profile.published);
    times.push_back(time ? time->seconds : std::numeric_limits<std::int64_t>::max());
  }
  std::vector<std::uint32_t> order(profiles.size());
  std::ranges::copy(std::views::iota(std::size_t{0}, order.size()), order.begin());
  std::ranges::sort(order, [&](std::uint32_t i, std::uint32_t j) {
    const CopyProfile& a = profiles[i];
    const CopyProfile& b = profiles[j];
    return std::tie(times[i], a.id, a.outlet, a.agency, a.fingerprint.shingles, i) <
           std::tie(times[j], b.id, b.outlet, b.agency, b.fingerprint.shingles, j);
  });
  std::vector<std::uint32_t> place(profiles.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  return place;
}

// The pairs as a graph: each article's copies.
class Neighbours {
 public:
  struct Neighbour {
    std::uint32_t article;
    std::uint32_t shared;
  };

  Neighbours(std::size_t articles, std::span<const CopyPair> pairs) : first_(articles + 1), all_(2 * pairs.size()) {
    for (const CopyPair& pair : pairs) ++first_[pair.first + 1], ++first_[pair.second + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (const CopyPair& pair : pairs) {
      all_[next[pair.first]++] = {.article = pair.second, .shared = pair.shared};
      all_[next[pair.second]++] = {.article = pair.first, .shared = pair.shared};
    }
  }

  [[nodiscard]] std::span<const Neighbour> of(std::uint32_t article) const {
    return std::span(all_).subspan(first_[article], first_[article + 1] - first_[article]);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<Neighbour> all_;
};

// For each article the centre of its star; kNone for one that is in none.
std::vector<std::uint32_t> find_stars(std::span<const CopyProfile> profiles, const Neighbours& neighbours,
                                      std::span<const std::uint32_t> place) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < profiles.size(); ++i)
    if (!neighbours.of(i).empty()) order.push_back(i);
  // An article with many copies first, then a long one: it has what its copies have left.
  const auto better_centre = [&](std::uint32_t i, std::uint32_t j) {
    return std::tuple(neighbours.of(j).size(), size_of(profiles[j]), place[i]) <
           std::tuple(neighbours.of(i).size(), size_of(profiles[i]), place[j]);
  };
  std::ranges::sort(order, better_centre);

  std::vector<std::uint32_t> centre(profiles.size(), kNone);
  std::vector<bool> is_centre(profiles.size(), false);
  for (const std::uint32_t i : order) {
    if (centre[i] != kNone) continue;
    is_centre[i] = true;
    centre[i] = i;
    for (const Neighbours::Neighbour& neighbour : neighbours.of(i)) centre[neighbour.article] = i;
  }
  for (const std::uint32_t i : order) {
    if (is_centre[i]) continue;
    const auto likeness = [&](const Neighbours::Neighbour& neighbour) {
      const auto [shorter, longer] = std::minmax({size_of(profiles[i]), size_of(profiles[neighbour.article])});
      const double shared = neighbour.shared;
      return std::tuple(shared / static_cast<double>(shorter), shared / static_cast<double>(longer));
    };
    const Neighbours::Neighbour* best = nullptr;
    for (const Neighbours::Neighbour& neighbour : neighbours.of(i)) {
      if (!is_centre[neighbour.article]) continue;
      if (best == nullptr || likeness(neighbour) > likeness(*best) ||
          (likeness(neighbour) == likeness(*best) && better_centre(neighbour.article, best->article)))
        best = &neighbour;
    }
    centre[i] = best->article;
  }
  return centre;
}

// Credits an agency, and is published by it; the former; neither.
int credit_rank(const CopyProfile& profile) {
  if (profile.agency.empty()) return 2;
  return profile.outlet == profile.agency ? 0 : 1;
}

// `members` are in the order of publication. The centre of the star is a copy of all of them, so there is one.
std::uint32_t find_original(std::span<const CopyProfile> profiles, std::span<const std::uint32_t> members,
                            const CopyOptions& options) {
  std::vector<std::uint32_t> candidates(members.begin(), members.end());
  std::ranges::stable_sort(candidates, {}, [&](std::uint32_t i) {
    const std::optional<Timestamp> time = parse_timestamp(profiles[i].published);
    return std::tuple(credit_rank(profiles[i]), time ? time->seconds : std::numeric_limits<std::int64_t>::max(),
                      std::numeric_limits<std::size_t>::max() - size_of(profiles[i]));
  });
  std::vector<std::uint32_t> others(members.begin(), members.end());
  for (const std::uint32_t candidate : candidates) {
    const auto stranger = std::ranges::find_if(others, [&](std::uint32_t other) {
      return other != candidate && !is_copy(profiles[candidate].fingerprint, profiles[other].fingerprint, options);
    });
    if (stranger == others.end()) return candidate;
    std::iter_swap(others.begin(), stranger);  // it is likely to be none of the next one either
  }
  return candidates[0];
}

CopyKind kind_of(std::size_t added, std::size_t left_out) {
  if (added == 0 && left_out == 0) return CopyKind::kIdentical;
  if (static_cast<double>(added) <= kNextToNothing * static_cast<double>(left_out)) return CopyKind::kTruncated;
  if (static_cast<double>(left_out) <= kNextToNothing * static_cast<double>(added)) return CopyKind::kExtended;
  return CopyKind::kEdited;
}

Copy describe(std::span<const CopyProfile> profiles, std::size_t original, std::size_t article) {
  const std::size_t shared = shared_shingles(profiles[original].fingerprint, profiles[article].fingerprint);
  const std::size_t own = size_of(profiles[article]);
  const std::size_t whole = size_of(profiles[original]);
  return {.article = article,
          .taken = static_cast<double>(shared) / static_cast<double>(own),
          .kept = static_cast<double>(shared) / static_cast<double>(whole),
          .kind = kind_of(own - shared, whole - shared)};
}

}  // namespace

std::vector<CopyGroup> group_copies(std::span<const CopyProfile> profiles, std::span<const CopyPair> pairs,
                                    const CopyOptions& options) {
  const std::vector<std::uint32_t> place = places(profiles);
  const Neighbours neighbours(profiles.size(), pairs);
  const std::vector<std::uint32_t> centre = find_stars(profiles, neighbours, place);

  std::vector<std::uint32_t> order;  // by star, then by publication
  for (std::uint32_t i = 0; i < profiles.size(); ++i)
    if (centre[i] != kNone) order.push_back(i);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(centre[i], place[i]); });

  std::vector<CopyGroup> groups;
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && centre[order[end]] == centre[order[begin]]) ++end;
    if (end - begin == 1) continue;  // all its copies have more of another
    const std::span<const std::uint32_t> members = std::span(order).subspan(begin, end - begin);
    CopyGroup& group = groups.emplace_back();
    group.original = find_original(profiles, members, options);
    group.agency = profiles[group.original].agency;
    for (const std::uint32_t member : members)
      if (member != group.original) group.copies.push_back(describe(profiles, group.original, member));
  }
  std::ranges::sort(groups, {}, [&](const CopyGroup& group) { return place[group.original]; });
  return groups;
}

std::size_t count_sources(std::span<const CopyProfile> profiles, std::span<const CopyGroup> groups) {
  std::vector<std::size_t> original(profiles.size());
  std::ranges::copy(std::views::iota(std::size_t{0}, original.size()), original.begin());
  for (const CopyGroup& group : groups)
    for (const Copy& copy : group.copies) original[copy.article] = group.original;
  std::set<std::string_view> names;
  std::size_t unnamed = 0;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (original[i] != i) continue;
    const std::string& name = profiles[i].agency.empty() ? profiles[i].outlet : profiles[i].agency;
    name.empty() ? void(++unnamed) : void(names.insert(name));
  }
  return names.size() + unnamed;
}

}  // namespace nutgraf
