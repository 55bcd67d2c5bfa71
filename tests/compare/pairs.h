// Pairs of invented reports with what a comparison of them has to find, and how well one finds it.
//
//   std::vector<MarkedPair> pairs = read_pairs(file);   // the format: pairs_first.txt
//   Tally tally;
//   for (const MarkedPair& pair : pairs) tally.add(pair, compare(pair));
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/compare.h"

namespace nutgraf {

struct MarkedDifference {
  DifferenceKind kind = DifferenceKind::kFigure;
  bool update = false;
};

struct MarkedReport {
  Article article;
  std::map<std::string, Span> shared;     // by the fact's number
  std::map<std::string, Span> differing;  // by its letter
  std::vector<Span> only;
};

struct MarkedPair {
  std::string name;
  std::map<std::string, MarkedDifference> differences;
  std::array<MarkedReport, 2> reports;
};

std::vector<MarkedPair> read_pairs(const std::string& file);

// How many were found, of those, how many are right; how many there are, of those, how many were found.
struct Found {
  double found = 0;
  double right = 0;
  double wanted = 0;
  double hit = 0;

  [[nodiscard]] double precision() const { return found > 0 ? right / found : 1; }
  [[nodiscard]] double recall() const { return wanted > 0 ? hit / wanted : 1; }
  [[nodiscard]] double f1() const {
    return precision() + recall() > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0;
  }
};

struct Tally {
  Found differing;  // kind and claims are right, and whether it is an update
  Found shared;     // pairs of a telling of the one report and one of the other
  Found only;
  std::string faults;  // a line each

  void add(const MarkedPair& pair, const Comparison& comparison);
};

}  // namespace nutgraf
