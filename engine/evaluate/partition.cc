#include "evaluate/partition.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace nutgraf {
namespace {

using Group = std::uint32_t;

// How many items are in each group, and in each pair of a found and a gold one.
struct Contingency {
  std::map<Group, double> found;
  std::map<Group, double> gold;
  std::map<std::pair<Group, Group>, double> both;
  double items = 0;
};

Contingency count(const Partition& found, const Partition& gold) {
  Contingency table;
  table.items = static_cast<double>(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ++table.found[found[i]];
    ++table.gold[gold[i]];
    ++table.both[{found[i], gold[i]}];
  }
  return table;
}

double pairs_of(double items) { return items * (items - 1) / 2; }

PrecisionRecall with_f1(double precision, double recall) {
  const double sum = precision + recall;
  return {.precision = precision, .recall = recall, .f1 = sum > 0 ? 2 * precision * recall / sum : 0};
}

double share(double part, double whole) { return whole > 0 ? part / whole : 1; }

template <class Groups>
double pairs_in(const Groups& groups) {
  double pairs = 0;
  for (const auto& [group, items] : groups) pairs += pairs_of(items);
  return pairs;
}

double adjusted_rand(const Contingency& table) {
  const double both = pairs_in(table.both);
  const double found = pairs_in(table.found);
  const double gold = pairs_in(table.gold);
  const double all = pairs_of(table.items);
  const double expected = all > 0 ? found * gold / all : 0;
  const double most = (found + gold) / 2;
  return most == expected ? 1 : (both - expected) / (most - expected);
}

double entropy(const std::map<Group, double>& groups, double items) {
  double sum = 0;
  for (const auto& [group, size] : groups) sum -= size / items * std::log(size / items);
  return sum;
}

// Of two random groupings with the same sizes. Groups of one size are taken together: most groups are small.
double expected_mutual_information(const Contingency& table) {
  const double n = table.items;
  std::map<double, double> found_sizes;
  std::map<double, double> gold_sizes;
  for (const auto& [group, size] : table.found) ++found_sizes[size];
  for (const auto& [group, size] : table.gold) ++gold_sizes[size];
  const auto log_factorial = [](double x) { return std::lgamma(x + 1); };
  double expected = 0;
  for (const auto& [a, a_groups] : found_sizes) {
    for (const auto& [b, b_groups] : gold_sizes) {
      const double constant =
          log_factorial(a) + log_factorial(b) + log_factorial(n - a) + log_factorial(n - b) - log_factorial(n);
      for (double both = std::max(1.0, a + b - n); both <= std::min(a, b); ++both) {
        const double log_probability = constant - log_factorial(both) - log_factorial(a - both) -
                                       log_factorial(b - both) - log_factorial(n - a - b + both);
        expected += a_groups * b_groups * both / n * std::log(n * both / (a * b)) * std::exp(log_probability);
      }
    }
  }
  return expected;
}

double adjusted_mutual_information(const Contingency& table) {
  if (table.items == 0) return 1;
  double information = 0;
  for (const auto& [groups, both] : table.both)
    information += both / table.items *
                   std::log(table.items * both / (table.found.at(groups.first) * table.gold.at(groups.second)));
  const double mean = (entropy(table.found, table.items) + entropy(table.gold, table.items)) / 2;
  const double expected = expected_mutual_information(table);
  return std::abs(mean - expected) < 1e-12 ? 1 : (information - expected) / (mean - expected);
}

}  // namespace

Agreement agreement(const Partition& found, const Partition& gold,
                    std::span<const std::pair<std::uint32_t, std::uint32_t>> ambiguous) {
  const Contingency table = count(found, gold);
  std::map<Group, std::set<Group>> open;
  for (const auto& [a, b] : ambiguous) {
    if (a == b) continue;
    open[a].insert(b);
    open[b].insert(a);
  }
  // Of each item's found group, the items that may not be counted against it.
  std::map<std::pair<Group, Group>, double> left_out;
  for (const auto& [groups, both] : table.both) {
    const auto its = open.find(groups.second);
    if (its == open.end()) continue;
    for (const Group other : its->second) {
      const auto with = table.both.find({groups.first, other});
      if (with != table.both.end()) left_out[groups] += with->second;
    }
  }
  double found_pairs = 0;
  double precision = 0;
  double recall = 0;
  for (const auto& [groups, both] : table.both) {
    const auto not_counted = left_out.find(groups);
    const double counted = table.found.at(groups.first) - (not_counted == left_out.end() ? 0 : not_counted->second);
    found_pairs += both * (counted - 1) / 2;
    precision += both * both / counted;
    recall += both * both / table.gold.at(groups.second);
  }
  const double right = pairs_in(table.both);
  const double items = std::max(table.items, 1.0);
  return {.pairs = with_f1(share(right, found_pairs), share(right, pairs_in(table.gold))),
          .b_cubed = with_f1(precision / items, recall / items),
          .adjusted_rand = adjusted_rand(table),
          .adjusted_mutual_information = adjusted_mutual_information(table)};
}

}  // namespace nutgraf
