// The page of a comparison in a browser: looked at by a script that is put into a copy of it. Skipped where Chromium is
// not installed.
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"
#include "nutgraf/render.h"

namespace nutgraf {
namespace {

constexpr std::string_view kLook = R"(<script>
const channels = colour => colour.match(/[\d.]+/g).map(Number);
const luminance = colour => {
  const [r, g, b] = channels(colour).map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const background = element => {
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if (channels(colour).length < 4 || channels(colour)[3] > 0) return colour;
  }
  return 'rgb(255, 255, 255)';
};
let contrast = 21;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.nodeValue.trim() || element.tagName == 'SCRIPT') continue;
  const lights = [luminance(getComputedStyle(element).color), luminance(background(element))].sort((a, b) => b - a);
  contrast = Math.min(contrast, (lights[0] + 0.05) / (lights[1] + 0.05));
}
const links = [...document.querySelectorAll('a')];
const lost = links.filter(link => link.tabIndex < 0 || !document.querySelector(link.getAttribute('href')));
const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
parent.postMessage(`LOOKED width=${innerWidth} overflow=${document.documentElement.scrollWidth - innerWidth} ` +
  `wide=${wide.length} contrast=${contrast.toFixed(2)} links=${links.length} lost=${lost.length} dark=${dark} ` +
  `fetched=${performance.getEntriesByType('resource').length} END`, '*');
</script>
)";

// A window can't be as narrow as a phone; a frame can.
std::string frame(int width) {
  return "<script>addEventListener('message', event => document.body.textContent = event.data)</script>"
         "<iframe src=\"page.html\" style=\"border: 0; width: " +
         std::to_string(width) + "px; height: 900px\"></iframe>";
}

std::string find_browser() {
  const char* path = std::getenv("PATH");
  std::string folders = path == nullptr ? "" : path;
  for (std::size_t at = 0; at < folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
      const std::string file = folders.substr(at, end - at) + "/" + name;
      if (::access(file.c_str(), X_OK) == 0) return file;
    }
    at = end + 1;
  }
  return {};
}

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string out;
  std::array<char, 4096> block{};
  for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), pipe.get())) > 0;)
    out.append(block.data(), size);
  return out;
}

double value(const std::string& looked, const std::string& name) {
  const std::size_t at = looked.find(name + "=");
  return at == std::string::npos ? -1 : std::stod(looked.substr(at + name.size() + 1));
}

std::string page(std::size_t reports) {
  const std::vector<Article> articles = {
      {.id = "a",
       .title = "Ferry capsizes in the harbour of Orrin",
       .text =
           "A ferry capsized in the harbour of Orrin on Monday evening and 12 people were killed, police said. Divers "
           "searched the wreck through the night. \"We did what we could in that sea,\" said Ada Holm, who led "
           "them.\n\n"
           "The mayor ordered flags to be flown at half mast.",
       .outlet = "Veld Courier",
       .published = "2026-05-04T08:00:00Z"},
      {.id = "b",
       .title =
           "More dead in Orrin than thought; Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung",
       .text = "At least 15 people died when a ferry capsized in Orrin's harbour on Monday evening, according to "
               "police. All "
               "night long divers searched the wreck. \"We did what we could,\" said Ada Holm.\n\n"
               "Two sister ships have been withdrawn: "
               "https://orrin-gazette.example/ships/withdrawn/after/the/accident/of/monday?page=2.",
       .outlet = "Orrin Gazette",
       .published = "2026-05-04T20:00:00Z"},
      {.id = "c",
       .text =
           "The ferry that capsized in Orrin on Monday evening had been repaired twice. Fourteen people were killed.",
       .outlet = "Sule Evening Post",
       .published = "2026-05-04T21:00:00Z"}};
  Analyser analyser;
  std::vector<Document> documents;
  for (std::size_t i = 0; i < reports; ++i) documents.push_back(analyser.analyse(articles[i]));
  std::string html;
  render_html(documents, Comparer().compare(documents), html);
  return html;
}

struct View {
  std::size_t reports;
  int width;
  bool dark;
};

class ComparisonPage : public testing::TestWithParam<View> {};

TEST_P(ComparisonPage, IsReadableByAllAndFitsItsWindow) {
  const std::string browser = find_browser();
  if (browser.empty()) GTEST_SKIP() << "Chromium is not installed";
  const View view = GetParam();
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("nutgraf_page_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::string html = page(view.reports);
  html.insert(html.find("</body>"), kLook);
  std::ofstream(folder / "page.html") << html;
  std::ofstream(folder / "frame.html") << frame(view.width);
  std::string command = browser + " --headless --no-sandbox --disable-gpu --hide-scrollbars --enable-logging=stderr";
  command += " --window-size=1400,1000 --virtual-time-budget=10000 --user-data-dir=" + (folder / "profile").string();
  if (view.dark) command += " --blink-settings=preferredColorScheme=0";
  command += " --dump-dom file://" + (folder / "frame.html").string() + " 2>&1";
  const std::string out = output_of(command);
  std::filesystem::remove_all(folder);
  const std::size_t begin = out.find("LOOKED width=");
  if (out.find("<iframe") == std::string::npos && begin == std::string::npos) GTEST_SKIP() << "no browser: " << out;
  ASSERT_NE(begin, std::string::npos) << out;
  const std::string looked = out.substr(begin, out.find("END", begin) - begin);
  SCOPED_TRACE(looked);
  EXPECT_EQ(value(looked, "width"), view.width);
  EXPECT_LE(value(looked, "overflow"), 0);
  EXPECT_EQ(value(looked, "wide"), 0);
  EXPECT_GE(value(looked, "contrast"), 4.5);
  EXPECT_GT(value(looked, "links"), 5);
  EXPECT_EQ(value(looked, "lost"), 0);
  EXPECT_EQ(value(looked, "fetched"), 0);
  EXPECT_EQ(looked.find("dark=true") != std::string::npos, view.dark);
  EXPECT_EQ(out.find("CONSOLE"), std::string::npos) << out;
}

INSTANTIATE_TEST_SUITE_P(Views, ComparisonPage,
                         testing::Values(View{2, 1280, false}, View{2, 400, false}, View{3, 1280, false},
                                         View{3, 400, false}, View{3, 1280, true}),
                         [](const testing::TestParamInfo<View>& tested) {
                           return std::to_string(tested.param.reports) + "Reports" +
                                  std::to_string(tested.param.width) + (tested.param.dark ? "Dark" : "");
                         });

}  // namespace
}  // namespace nutgraf
