#include "extract/metadata.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extract/page.h"

namespace nutgraf {
namespace {

Metadata metadata_of(std::string_view html) { return read_metadata(Page(html).root()); }

TEST(Metadata, TakesTheOutletOffATitle) {
  struct Case {
    std::string_view head;
    std::string_view title;
  };
  for (const Case& each : {
           Case{"<title>Port reopens | The Courier</title><meta property='og:site_name' content='The Courier'>",
                "Port reopens"},
           Case{"<title>Port reopens - Courier</title><link rel=canonical href='https://www.courier.example/1'>",
                "Port reopens"},
           Case{"<title>Port reopens – News from the coast</title><body><h1>Port reopens</h1>", "Port reopens"},
           Case{"<title>Veld – a port reopens</title>", "Veld – a port reopens"},
           Case{"<title>x</title><meta property='og:title' content='Port reopens'><body><h1>Courier</h1>",
                "Port reopens"},
           Case{"<title>Port reopens</title><body><h1><img></h1><h1>Courier</h1><h1>Port reopens</h1>", "Port reopens"},
       }) {
    EXPECT_EQ(metadata_of(each.head).title, each.title) << each.head;
  }
}

TEST(Metadata, FindsTheArticleInJsonLd) {
  struct Case {
    std::string_view json;
    std::string_view published;
  };
  for (const Case& each : {
           Case{R"({"@type":"NewsArticle","datePublished":"2031-05-01"})", "2031-05-01"},
           Case{R"([{"@type":"WebSite"},{"@type":["BlogPosting"],"datePublished":"2031-05-02"}])", "2031-05-02"},
           Case{R"({"@graph":[{"@type":"WebPage"},{"@type":"Article","datePublished":"2031-05-03"}]})", "2031-05-03"},
           Case{R"({"@type":"WebPage","mainEntity":{"@type":"Report","dateCreated":"2031-05-04"}})", "2031-05-04"},
           Case{R"({"@type":"WebPage","datePublished":"2031-05-05"})", "2031-05-05"},
           Case{R"({"@type":"Article","datePublished":20310506})", ""},
           Case{R"({"@type":"Article","datePublished":)", ""},
       }) {
    const std::string html = "<script type='application/ld+json'>" + std::string(each.json) + "</script><p>x";
    EXPECT_EQ(metadata_of(html).published, each.published) << each.json;
  }
}

TEST(Metadata, PrefersWhatIsSaidOfTheArticle) {
  const Metadata metadata = metadata_of(
      "<html lang='{{ lang }}'><meta name=DATE content=2031-01-01><meta property=og:locale content=pt_BR>"
      "<link rel=canonical href=/relative><meta property=og:url content=//courier.example/1>"
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\" Port\\n reopens \","
      "\"datePublished\":\"2031-05-01\",\"publisher\":[{\"name\":\"Courier\"}]}</script>"
      "<h1>Something else</h1><time datetime='2031-02-02'>");
  EXPECT_EQ(metadata.title, "Port reopens");
  EXPECT_EQ(metadata.published, "2031-05-01");
  EXPECT_EQ(metadata.outlet, "Courier");
  EXPECT_EQ(metadata.language, "pt-BR");
  EXPECT_EQ(metadata.url, "https://courier.example/1");
}

TEST(Metadata, NamesTheHostWhereNoOutletIsNamed) {
  EXPECT_EQ(metadata_of("<link rel=canonical href='https://www.courier.example:80/1'><p>x").outlet, "courier.example");
}

}  // namespace
}  // namespace nutgraf
