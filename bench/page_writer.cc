#include "page_writer.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "render/html.h"
#include "render/json_string.h"

namespace nutgraf::bench {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(text, out);
  return out;
}

}  // namespace

// As frameworks leave them: classes with a hash behind, and what their scripts look for.
std::string PageWriter::attributes(std::string_view name) {
  return fmt::format(R"(class="{0} {0}__wrap-{1:06x} l-grid u-spacing" data-component="{0}" data-track="site|{0}|{2}")",
                     name, random_.below(0x1000000), random_.below(1000));
}

std::string PageWriter::write(const Article& article) {
  std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n";
  add_head(article, page);
  page += "<body class=\"article-page\">\n";
  add_script(9000, page);
  page += fmt::format("<header {}><nav {}>\n", attributes("header"), attributes("navigation"));
  add_menu(90, page);
  page += "</nav></header>\n";
  page += fmt::format("<main {}>\n<article {}>\n", attributes("main"), attributes("article"));
  add_text(article, page);
  page += "</article>\n";
  page += fmt::format("<aside {}><h2>Related</h2>\n", attributes("related"));
  add_teasers(24, page);
  page += fmt::format("</aside>\n<section id=\"comments\" {}>\n", attributes("comments"));
  add_comments(12, page);
  page += "</section>\n</main>\n";
  page += fmt::format("<footer {}>\n", attributes("footer"));
  add_menu(40, page);
  page += "<p>&copy; 2024 The Veld Courier. All rights reserved.</p></footer>\n";
  add_script(12000, page);
  return page += "</body>\n</html>\n";
}

void PageWriter::add_head(const Article& article, std::string& page) {
  const auto out = std::back_inserter(page);
  const std::string title = escaped(article.title);
  fmt::format_to(out, "<head>\n<meta charset=\"utf-8\">\n<title>{} | {}</title>\n", title, escaped(article.outlet));
  fmt::format_to(out, "<meta property=\"og:title\" content=\"{}\">\n", title);
  fmt::format_to(out, "<meta property=\"og:site_name\" content=\"{}\">\n", escaped(article.outlet));
  fmt::format_to(out, "<link rel=\"canonical\" href=\"{}\">\n", escaped(article.url));
  page += R"(<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":)";
  append_json_string(article.title, page);
  fmt::format_to(out, R"(,"datePublished":"{}"}})", article.published);
  page += "</script>\n";
  for (std::size_t i = 0; i < 20; ++i)
    fmt::format_to(out, "<link rel=\"preload\" as=\"script\" href=\"https://static.example/js/chunk-{:08x}.js\">\n",
                   random_.below(0x100000000));
  add_style(16000, page);
  add_script(4000, page);
  page += "</head>\n";
}

void PageWriter::add_script(std::size_t bytes, std::string& page) {
  const std::size_t end = page.size() + bytes;
  page += "<script>";
  while (page.size() < end)
    fmt::format_to(std::back_inserter(page),
                   "function f{0}(e,t){{if(e<{1}&&t!==\"k{2}\"){{return e.q[{1}]||f{2}(t)}}}}\n", random_.below(100000),
                   random_.below(100), random_.below(100000));
  page += "</script>\n";
}

void PageWriter::add_style(std::size_t bytes, std::string& page) {
  const std::size_t end = page.size() + bytes;
  page += "<style>";
  while (page.size() < end)
    fmt::format_to(std::back_inserter(page), ".c-{:06x}{{margin:0 {}px;color:#{:06x};display:flex}}\n",
                   random_.below(0x1000000), random_.below(40), random_.below(0x1000000));
  page += "</style>\n";
}

void PageWriter::add_menu(std::size_t links, std::string& page) {
  page += "<ul>\n";
  for (std::size_t i = 0; i < links; ++i) {
    const std::string title = others_.write(1).title;
    fmt::format_to(std::back_inserter(page), "<li {}><a href=\"/section/{}\" {}><span>{}</span></a></li>\n",
                   attributes("menu-item"), random_.below(100000), attributes("link"),
                   title.substr(0, title.find(' ')));
  }
  page += "</ul>\n";
}

void PageWriter::add_teasers(std::size_t count, std::string& page) {
  for (std::size_t i = 0; i < count; ++i)
    fmt::format_to(std::back_inserter(page),
                   "<div {}><a href=\"/news/{}\"><img src=\"https://img.example/{:08x}.jpg\" alt=\"\" width=\"320\">"
                   "<h3 {}>{}</h3></a></div>\n",
                   attributes("teaser"), random_.below(100000), random_.below(0x100000000), attributes("teaser-title"),
                   escaped(others_.write(1).title));
}

void PageWriter::add_text(const Article& article, std::string& page) {
  const auto out = std::back_inserter(page);
  fmt::format_to(out, "<h1 {}>{}</h1>\n", attributes("headline"), escaped(article.title));
  fmt::format_to(out, "<div {}>By <a href=\"/author/1\">Ona Weir</a> <time datetime=\"{}\">today</time></div>\n",
                 attributes("byline"), article.published);
  fmt::format_to(out, "<div {}><button>Share</button><button>Copy link</button></div>\n", attributes("share"));
  fmt::format_to(out, "<div {}>\n", attributes("article-body"));
  for (std::string_view rest = article.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    fmt::format_to(out, "<p {}>{}</p>\n", attributes("paragraph"), escaped(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  page += "</div>\n";
}

void PageWriter::add_comments(std::size_t count, std::string& page) {
  page += "<h2>Comments</h2>\n";
  for (std::size_t i = 0; i < count; ++i)
    fmt::format_to(std::back_inserter(page), "<div {}><span {}>reader{}</span><p>{}</p><a href=\"#\">Reply</a></div>\n",
                   attributes("comment"), attributes("comment-author"), random_.below(10000),
                   escaped(others_.write(25).text));
}

}  // namespace nutgraf::bench
