// A program of somebody else's that uses an installed nutgraf: reads articles and summarizes them.
#include <nutgraf/analyse.h>
#include <nutgraf/read.h>
#include <nutgraf/summarize.h>

#include <iostream>
#include <string>

int main() {
  auto articles = nutgraf::read_articles(R"({"id":"ferry","text":"The ferry to Orrin sails again."})", "news.json");
  if (!articles) {
    std::cerr << nutgraf::to_string(articles.error()) << '\n';
    return 1;
  }
  nutgraf::Analyser analyser;
  nutgraf::Summarizer summarizer({.sentences = 1});
  for (const nutgraf::Article& article : *articles) {
    const nutgraf::Document document = analyser.analyse(article);
    for (const auto& sentence : summarizer.summarize(document).sentences)
      std::cout << article.id << ": " << article.text.substr(sentence.begin, sentence.end - sentence.begin) << '\n';
  }
}
