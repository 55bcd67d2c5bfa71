#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "compare/differing.h"
#include "compare/spelling.h"

namespace nutgraf {
namespace {

constexpr float kSameFact = 0.55F;
constexpr float kSurelySameFact = 0.75F;  // if only what is around the names is the same

struct NameRun {
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
};

// Of a report, without endings: "Department's" is a department.
struct Words {
  explicit Words(const ReadReport& report) {
    for (const ReportWord& word : report.words) {
      words.insert(word.stem);
      if (!word.capital) ordinary.insert(word.stem);
    }
  }

  std::unordered_set<std::uint64_t> words;
  std::unordered_set<std::uint64_t> ordinary;  // that it writes small somewhere
};

// The names in a clause of which the other report has no part.
std::vector<NameRun> foreign_names(const ReadReport& report, const ReportClause& clause, const Words& other) {
  std::vector<NameRun> runs;
  for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i) {
    if (!report.words[i].name) continue;
    NameRun run{.first_word = i, .last_word = i + 1};
    while (run.last_word < clause.last_word && report.words[run.last_word].name &&
           report.behind(run.last_word - 1).find_first_not_of(" .-") == std::string_view::npos) {
      ++run.last_word;
    }
    i = run.last_word - 1;
    // "Mayor Bertil Oakes", where "mayor" is an ordinary word there: the title is no part of the name.
    const auto known = [&](std::uint32_t word) { return other.words.contains(report.words[word].stem); };
    while (run.first_word < run.last_word && other.ordinary.contains(report.words[run.first_word].stem))
      ++run.first_word;
    bool foreign = run.first_word < run.last_word;
    for (std::uint32_t k = run.first_word; k < run.last_word; ++k) foreign &= !known(k);
    if (foreign) runs.push_back(run);
  }
  return runs;
}

// "Marrow" and "Marow"; "UN" and "United Nations".
bool is_spelling(const ReadReport& a, const NameRun& x, const ReadReport& b, const NameRun& y) {
  const auto text = [](const ReadReport& report, const NameRun& run) {
    std::string name(report.between(report.words[run.first_word].begin, report.words[run.last_word - 1].end));
    std::erase(name, '.');
    return name;
  };
  const std::string left = text(a, x);
  const std::string right = text(b, y);
  if (is_same_spelt(left, right)) return true;
  const auto initials = [](const ReadReport& report, const NameRun& run) {
    std::string letters;
    for (std::uint32_t i = run.first_word; i < run.last_word; ++i) letters += report.word(i)[0];
    return letters;
  };
  const auto is_short_for = [&](std::string_view abbreviation, const std::string& letters) {
    return letters.size() > 1 && abbreviation == letters;
  };
  return is_short_for(left, initials(b, y)) || is_short_for(right, initials(a, x));
}

// What the name belongs to: the word in front of it carries a topic and is the same: "harbour master Ilse Marrow".
bool same_role(const ReadReport& a, const ReportClause& clause_a, const NameRun& x, const ReadReport& b,
               const ReportClause& clause_b, const NameRun& y) {
  if (x.first_word == clause_a.first_word || y.first_word == clause_b.first_word) return false;
  const ReportWord& left = a.words[x.first_word - 1];
  const ReportWord& right = b.words[y.first_word - 1];
  // Where all is written with capitals it may be all one name: "Border Patrol", "Border Control".
  const bool whole = x.last_word - x.first_word > 1 && y.last_word - y.first_word > 1;
  if (left.capital && right.capital && !whole) return false;
  return left.weight > 0 && !left.digits && key_of(left) == key_of(right) &&
         a.behind(x.first_word - 1) == b.behind(y.first_word - 1);
}

// Nothing else differs around the name: "sank off Orrin on", "sank off Sule on".
bool same_frame(const ReadReport& a, const ReportClause& clause_a, const NameRun& x, const ReadReport& b,
                const ReportClause& clause_b, const NameRun& y) {
  const auto before = [](const ReadReport& report, const ReportClause& clause, const NameRun& run) {
    return run.first_word > clause.first_word ? report.words[run.first_word - 1].folded : 0;
  };
  const auto behind = [](const ReadReport& report, const ReportClause& clause, const NameRun& run) {
    return run.last_word < clause.last_word ? report.words[run.last_word].folded : 0;
  };
  return before(a, clause_a, x) == before(b, clause_b, y) && behind(a, clause_a, x) == behind(b, clause_b, y);
}

}  // namespace

void find_differing_names(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                          std::vector<FoundDifference>& differences) {
  // Where nothing is known of the words, it is not known either which capitals make a name.
  if (!a.lexicon->knows_words() || !b.lexicon->knows_words()) return;
  const auto is_sure = [](const Link& link) { return link.score >= kSameFact; };
  if (std::ranges::none_of(alignment.links, is_sure)) return;
  const Words words_a(a);
  const Words words_b(b);
  for (const Link& link : alignment.links) {
    if (!is_sure(link)) continue;
    const ReportClause& left = a.clauses[link.a];
    const ReportClause& right = b.clauses[link.b];
    for (const NameRun& x : foreign_names(a, left, words_b)) {
      for (const NameRun& y : foreign_names(b, right, words_a)) {
        const bool framed = link.score >= kSurelySameFact && same_frame(a, left, x, b, right, y);
        if ((!framed && !same_role(a, left, x, b, right, y)) || is_spelling(a, x, b, y)) continue;
        differences.push_back(
            {.kind = DifferenceKind::kName,
             .a = {.clause = link.a, .begin = a.words[x.first_word].begin, .end = a.words[x.last_word - 1].end},
             .b = {.clause = link.b, .begin = b.words[y.first_word].begin, .end = b.words[y.last_word - 1].end},
             .score = link.score});
      }
    }
  }
}

}  // namespace nutgraf
