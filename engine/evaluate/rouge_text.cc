#include "evaluate/rouge_text.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <memory>

#include "evaluate/porter_stemmer.h"

namespace nutgraf {
namespace {

// Shorter words are not stemmed.
constexpr std::size_t kLeastStemmed = 4;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// A few capitals outside ASCII are an ASCII letter in lower case: the Kelvin sign is a "k".
void lower_case(std::string_view text, std::string& lower) {
  lower.clear();
  icu::StringByteSink<std::string> sink(&lower);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
}

}  // namespace

RougeText RougeTokenizer::tokenize(std::string_view text, std::string_view language_code) {
  const std::shared_ptr<const Language> language = Language::find(language_code);
  const bool google =
      tokens_ == RougeTokens::kGoogle || (tokens_ == RougeTokens::kByLanguage && language->code() == "en");
  normalizer_.use(language);
  RougeText result;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    google ? add_google(line, result.tokens) : add_words(line, result.tokens);
    result.line_ends.push_back(result.tokens.size());
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return result;
}

void RougeTokenizer::add_google(std::string_view line, std::vector<std::uint64_t>& tokens) {
  lower_case(line, lower_);
  for (auto begin = lower_.begin(); begin != lower_.end();) {
    const auto end = std::find_if_not(begin, lower_.end(), is_alphanumeric);
    word_.assign(begin, end);
    if (stem_ && word_.size() >= kLeastStemmed) porter_stem(word_);
    if (!word_.empty()) tokens.push_back(word_hash(word_));
    begin = std::find_if(end, lower_.end(), is_alphanumeric);
  }
}

void RougeTokenizer::add_words(std::string_view line, std::vector<std::uint64_t>& tokens) {
  spans_.clear();
  tokenizer_.tokenize(line, {0, line.size()}, spans_);
  for (const TokenSpan& span : spans_) {
    const Word word = normalizer_.look_up(line.substr(span.begin, span.end - span.begin));
    tokens.push_back(stem_ ? word.stem : word.folded);
  }
}

}  // namespace nutgraf
