#include "pairs.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace nutgraf {
namespace {

DifferenceKind kind_of(std::string_view name) {
  for (const DifferenceKind kind : {DifferenceKind::kFigure, DifferenceKind::kDate, DifferenceKind::kName,
                                    DifferenceKind::kAttribution, DifferenceKind::kStatement})
    if (name == to_string(kind)) return kind;
  throw std::invalid_argument(std::string(name));
}

// Takes the marks out of a line and adds it to the report.
void add_line(std::string_view line, MarkedReport& report) {
  std::string& text = report.article.text;
  if (!text.empty()) text += ' ';
  struct Open {
    char close = 0;
    std::string key;
    std::size_t begin = 0;
  };
  std::vector<Open> open;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '{' || c == '[') {
      const std::size_t bar = line.find('|', at);
      open.push_back(
          {.close = c == '{' ? '}' : ']', .key = std::string(line.substr(at + 1, bar - at - 1)), .begin = text.size()});
      at = bar;
    } else if (!open.empty() && c == open.back().close) {
      const Span span{open.back().begin, text.size()};
      if (c == ']') {
        report.differing[open.back().key] = span;
      } else if (open.back().key == "+") {
        report.only.push_back(span);
      } else {
        report.shared[open.back().key] = span;
      }
      open.pop_back();
    } else {
      text += c;
    }
  }
}

// The shorter of the two lies mostly in the other.
bool overlap(Span a, Span b) {
  const std::size_t begin = std::max(a.begin, b.begin);
  const std::size_t end = std::min(a.end, b.end);
  return end > begin && 2 * (end - begin) > std::min(a.size(), b.size());
}

Span span_of(const Place& place) { return {place.begin, place.end}; }

std::string quote(const MarkedPair& pair, const Place& place) {
  return "\"" + pair.reports.at(place.document).article.text.substr(place.begin, place.end - place.begin) + "\"";
}

}  // namespace

std::vector<MarkedPair> read_pairs(const std::string& file) {
  std::ifstream in(file);
  std::vector<MarkedPair> pairs;
  std::size_t report = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("== ")) {
      pairs.emplace_back().name = line.substr(3);
      report = 0;
    } else if (line.starts_with('>')) {
      MarkedReport& marked = pairs.back().reports.at(report++);
      marked.article.id = report == 1 ? "a" : "b";
      marked.article.language = "en";
      marked.article.published = line.size() > 2 ? line.substr(2) : "";
    } else if (report == 0) {
      const std::string kind = line.substr(2, line.find(' ', 2) - 2);
      pairs.back().differences[line.substr(0, 1)] = {.kind = kind_of(kind), .update = line.ends_with(" update")};
    } else {
      add_line(line, pairs.back().reports.at(report - 1));
    }
  }
  return pairs;
}

void Tally::add(const MarkedPair& pair, const Comparison& comparison) {
  const auto fault = [&](const std::string& what) { faults += pair.name + ": " + what + '\n'; };
  std::vector<std::string> hit;
  for (const Difference& difference : comparison.differing) {
    const auto is_it = [&](const auto& entry) {
      const auto& [key, wanted] = entry;
      return wanted.kind == difference.kind && wanted.update == difference.update &&
             std::ranges::all_of(difference.claims, [&](const Claim& claim) {
               return overlap(span_of(claim.place), pair.reports.at(claim.place.document).differing.at(key));
             });
    };
    const auto found = std::ranges::find_if(pair.differences, is_it);
    ++differing.found;
    if (found != pair.differences.end()) {
      ++differing.right;
      hit.push_back(found->first);
    } else {
      fault("no " + std::string(difference.update ? "update of a " : "differing ") +
            std::string(to_string(difference.kind)) + ": " + quote(pair, difference.claims[0].place) + " and " +
            quote(pair, difference.claims[1].place));
    }
  }
  for (const auto& [key, wanted] : pair.differences) {
    ++differing.wanted;
    if (std::ranges::find(hit, key) != hit.end()) {
      ++differing.hit;
    } else {
      fault("missed differing " + key);
    }
  }

  std::vector<std::string> told;
  for (const SharedFact& fact : comparison.shared) {
    for (const Place& a : fact.tellings) {
      for (const Place& b : fact.tellings) {
        if (a.document != 0 || b.document != 1) continue;
        ++shared.found;
        const auto right = std::ranges::find_if(pair.reports[0].shared, [&](const auto& entry) {
          const auto other = pair.reports[1].shared.find(entry.first);
          return other != pair.reports[1].shared.end() && overlap(span_of(a), entry.second) &&
                 overlap(span_of(b), other->second);
        });
        if (right != pair.reports[0].shared.end()) {
          ++shared.right;
          told.push_back(right->first);
        } else {
          fault("not the same: " + quote(pair, a) + " and " + quote(pair, b));
        }
      }
    }
  }
  for (const auto& [key, span] : pair.reports[0].shared) {
    if (!pair.reports[1].shared.contains(key)) continue;
    ++shared.wanted;
    if (std::ranges::find(told, key) != told.end()) {
      ++shared.hit;
    } else {
      fault("missed shared " + key);
    }
  }

  for (std::size_t r = 0; r < pair.reports.size(); ++r) {
    std::vector<bool> seen(pair.reports.at(r).only.size());
    for (const OnlyFact& fact : comparison.only) {
      if (fact.place.document != r) continue;
      ++only.found;
      bool right = false;
      for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!overlap(span_of(fact.place), pair.reports.at(r).only[i])) continue;
        right = seen[i] = true;
      }
      if (right) {
        ++only.right;
      } else {
        fault("not only here: " + quote(pair, fact.place));
      }
    }
    only.wanted += static_cast<double>(seen.size());
    only.hit += static_cast<double>(std::ranges::count(seen, true));
    for (std::size_t i = 0; i < seen.size(); ++i) {
      const Span span = pair.reports.at(r).only[i];
      if (!seen[i]) fault("missed only here: " + pair.reports.at(r).article.text.substr(span.begin, span.size()));
    }
  }
}

}  // namespace nutgraf
