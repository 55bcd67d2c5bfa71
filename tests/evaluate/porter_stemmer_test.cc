#include "evaluate/porter_stemmer.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace nutgraf {
namespace {

std::string stem(std::string word) {
  porter_stem(word);
  return word;
}

// Recorded from NLTK 3.
TEST(PorterStemmer, StemsAsNltkDoes) {
  const std::pair<std::string, std::string> words[] = {
      {"caresses", "caress"},
      {"ponies", "poni"},
      {"flies", "fli"},
      {"dies", "die"},
      {"died", "die"},
      {"ties", "tie"},
      {"cats", "cat"},
      {"caress", "caress"},
      {"spied", "spi"},
      {"agreed", "agre"},
      {"feed", "feed"},
      {"plastered", "plaster"},
      {"bled", "bled"},
      {"motoring", "motor"},
      {"sing", "sing"},
      {"conflated", "conflat"},
      {"troubled", "troubl"},
      {"sized", "size"},
      {"hopping", "hop"},
      {"falling", "fall"},
      {"hissing", "hiss"},
      {"fizzed", "fizz"},
      {"failing", "fail"},
      {"filing", "file"},
      {"happy", "happi"},
      {"sky", "sky"},
      {"enjoy", "enjoy"},
      {"enjoyment", "enjoy"},
      {"fly", "fli"},
      {"say", "say"},
      {"relational", "relat"},
      {"conditional", "condit"},
      {"rational", "ration"},
      {"valency", "valenc"},
      {"hesitancy", "hesit"},
      {"digitizer", "digit"},
      {"conformably", "conform"},
      {"radically", "radic"},
      {"differently", "differ"},
      {"vilely", "vile"},
      {"analogously", "analog"},
      {"vietnamization", "vietnam"},
      {"predication", "predic"},
      {"operator", "oper"},
      {"feudalism", "feudal"},
      {"decisiveness", "decis"},
      {"hopefulness", "hope"},
      {"callousness", "callous"},
      {"formality", "formal"},
      {"sensitivity", "sensit"},
      {"sensibility", "sensibl"},
      {"hopefully", "hope"},
      {"geology", "geolog"},
      {"theology", "theolog"},
      {"triplicate", "triplic"},
      {"formative", "form"},
      {"formalize", "formal"},
      {"electricity", "electr"},
      {"electrical", "electr"},
      {"hopeful", "hope"},
      {"goodness", "good"},
      {"revival", "reviv"},
      {"allowance", "allow"},
      {"inference", "infer"},
      {"airliner", "airlin"},
      {"gyroscopic", "gyroscop"},
      {"adjustable", "adjust"},
      {"defensible", "defens"},
      {"irritant", "irrit"},
      {"replacement", "replac"},
      {"adjustment", "adjust"},
      {"dependent", "depend"},
      {"adoption", "adopt"},
      {"action", "action"},
      {"version", "version"},
      {"homologous", "homolog"},
      {"communism", "commun"},
      {"activate", "activ"},
      {"angularity", "angular"},
      {"effective", "effect"},
      {"bowdlerize", "bowdler"},
      {"probate", "probat"},
      {"rate", "rate"},
      {"cease", "ceas"},
      {"controlling", "control"},
      {"roll", "roll"},
      {"proceed", "proceed"},
      {"succeed", "succeed"},
      {"innings", "inning"},
      {"dying", "die"},
      {"news", "news"},
      {"skies", "sky"},
      {"syzygy", "syzygi"},
      {"yyyyyy", "yyyyyi"},
      {"apple2go", "apple2go"},
      {"used", "use"},
  };
  for (const auto& [word, expected] : words) EXPECT_EQ(stem(word), expected) << word;
}

TEST(PorterStemmer, LeavesShortWordsAndNumbers) {
  for (const char* word : {"", "a", "as", "is", "1999", "3000"}) EXPECT_EQ(stem(word), word);
}

}  // namespace
}  // namespace nutgraf
