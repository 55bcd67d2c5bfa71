#include <string>
#include <string_view>
#include <vector>

#include "evaluate/boundaries.h"
#include "evaluate/rows.h"
#include "extract/extract.h"
#include "nutgraf/article.h"
#include "nutgraf/evaluate.h"
#include "read/decode.h"
#include "text/character.h"

namespace nutgraf {
namespace {

// `text` with each run of white space as one space, none at the ends.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = skip_white_space(text, 0); at < text.size();) {
    if (is_white_space_at(text, at)) {
      at = skip_white_space(text, at);
      if (at < text.size()) out += ' ';
    } else {
      out += text[at++];
    }
  }
  return out;
}

struct Presence {
  std::size_t strings = 0;
  std::size_t present = 0;

  void add(std::string_view text, const std::vector<std::string_view>& wanted) {
    strings += wanted.size();
    for (const std::string_view string : wanted) present += text.find(folded(string)) != std::string_view::npos;
  }
};

}  // namespace

Result<Score> evaluate_extraction(const std::string& file, const ReportRow& report) {
  Presence with;
  Presence without;
  std::size_t pages = 0;
  Article article;
  std::string page;
  const Result<void> read =
      for_each_row(file, report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
        std::string_view html;
        std::vector<std::string_view> wanted;
        std::vector<std::string_view> unwanted;
        if (row["html"].get(html) || !get_strings(row, "with", wanted) || !get_strings(row, "without", unwanted)) {
          return std::unexpected(
              rows.bad_row("needs a string \"html\" and arrays of strings \"with\" and \"without\""));
        }
        page = html;
        replace_nuls(page);
        article = {};
        const bool found = extract(page, article).has_value();
        const std::string text = found ? folded(article.text) : std::string();
        with.add(text, wanted);
        without.add(text, unwanted);
        ++pages;
        return {};
      });
  if (!read) return std::unexpected(read.error());
  const Matches matches{.gold = with.strings, .found = with.present + without.present, .correct = with.present};
  const std::size_t strings = with.strings + without.strings;
  return Score{.task = "extract",
               .file = file,
               .metrics = {{"precision", matches.precision()},
                           {"recall", matches.recall()},
                           {"f1", matches.f1()},
                           {"accuracy", Matches::share(with.present + without.strings - without.present, strings)},
                           {"strings", static_cast<double>(strings), true},
                           {"pages", static_cast<double>(pages), true}}};
}

}  // namespace nutgraf
