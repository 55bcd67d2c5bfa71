// Writes reports of invented events: each tells most of what happened, in one of several wordings, so that two reports
// of an event share its names and things, but less than half of their sentences.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/article.h"

namespace nutgraf {

using Wordings = std::array<std::string, 3>;

struct Event {
  std::string name;  // begins the ids of its reports
  int day = 1;       // of October 2026
  Wordings titles;
  std::vector<Wordings> facts;
};

inline constexpr std::size_t kMostReports = 9;
inline constexpr std::array<std::string_view, 5> kOutlets = {"Veld Courier", "Sule Post", "Orrin Gazette",
                                                             "Marrow Herald", "Tarn Evening News"};

// The reports of an event, each two hours after the one before. The first `number` of at most kMostReports.
inline std::vector<Article> write_reports(const Event& event, std::size_t number) {
  std::vector<Article> reports;
  for (std::size_t report = 0; report < number; ++report) {
    Article article{.id = fmt::format("{}-{}", event.name, report),
                    .title = event.titles[report % 3],
                    .outlet = std::string(kOutlets[report % kOutlets.size()]),
                    .published = fmt::format("2026-10-{:02}T{:02}:00:00Z", event.day, 5 + 2 * report),
                    .language = "en"};
    for (std::size_t fact = 0; fact < event.facts.size(); ++fact) {
      if (!article.text.empty()) article.text += fact == 2 ? "\n\n" : " ";
      article.text += event.facts[fact][(report + report / 3 * fact) % 3];
    }
    reports.push_back(std::move(article));
  }
  return reports;
}

inline Event ferry() {
  return {
      .name = "ferry",
      .day = 3,
      .titles = {"Ferry Maren runs aground off Orrin", "Passengers rescued from stranded ferry near Orrin",
                 "Fog puts the Maren on a sandbank"},
      .facts = {{"The ferry Maren ran aground on a sandbank off Orrin early on Saturday with 214 passengers on board.",
                 "More than two hundred passengers were on the Maren when the ferry struck a sandbank near Orrin.",
                 "Thick fog led the Maren onto the sandbank outside Orrin, and 214 passengers with the ferry."},
                {"Lifeboats from Sule took the passengers ashore, and the coastguard counted twelve who were hurt.",
                 "Twelve passengers were hurt, the coastguard said, before lifeboats brought everybody to Sule.",
                 "The coastguard sent lifeboats from Sule to the sandbank; twelve people had bruises or broken arms."},
                {"Captain Tam Ruck said the buoy that marks the sandbank had been dark since spring.",
                 "Since spring there had been no light on the buoy, as Captain Tam Ruck told the coastguard.",
                 "The buoy at the sandbank was without a light, according to Captain Tam Ruck of the Maren."},
                {"Tugs from Tarn will try to pull the Maren free at the next high tide.",
                 "At high tide two tugs, which Tarn has sent, are to drag the ferry off the sandbank.",
                 "The hull is dry, and tugs of the port of Tarn wait for the tide to free the Maren."},
                {"All crossings between Orrin and Sule were cancelled until the rudder of the Maren is repaired.",
                 "The line between Sule and Orrin has no other ferry, so crossings stay cancelled for a week.",
                 "No ferry will make the crossing from Orrin to Sule before the bent rudder has been replaced."}}};
}

inline Event bakery() {
  return {
      .name = "bakery",
      .day = 4,
      .titles = {"Fire destroys oldest bakery of Marrow", "Marrow bakery burns down in the night",
                 "Flames take the Lindqvist bakery"},
      .facts = {{"A fire destroyed the Lindqvist bakery, the oldest of Marrow, on Saturday night.",
                 "The oldest bakery in Marrow, which the Lindqvist family opened in 1871, burned to the ground.",
                 "Flames out of a flour store took the Lindqvist bakery at the market of Marrow."},
                {"Sixty firefighters kept the flames from the library next door.",
                 "The library beside it was saved by sixty firefighters, who sprayed its roof until dawn.",
                 "Until dawn firefighters poured water on the library, whose roof had begun to smoke."},
                {"Baker Edda Lindqvist said an oven had been left on for the morning's rye bread.",
                 "An oven for rye bread had stayed on overnight, said Edda Lindqvist, who runs the bakery.",
                 "Edda Lindqvist, the baker, blamed an old oven in which the rye bread was to rise."},
                {"Nobody was hurt, but the apprentices above the shop lost all they owned.",
                 "The apprentices, who lived above the shop, fled down a ladder with nothing but their coats.",
                 "Three apprentices climbed from the window above the shop and stood in the street in their coats."},
                {"Neighbours have collected flour, tins and money so that bread can be baked at the school.",
                 "The school lent its kitchen, and neighbours brought flour and tins for the first bread on Monday.",
                 "Bread will come from the kitchen of the school, with tins that neighbours have collected."}}};
}

inline Event council() {
  return {.name = "council",
          .day = 6,
          .titles = {"Tarn council votes for tram to the quarry", "Tram line gets a majority of one in Tarn",
                     "Tarn will build its tram after all"},
          .facts = {{"The council of Tarn voted on Tuesday to build a tram line to the disused quarry.",
                     "By a majority of one the councillors of Tarn decided on a tram line out to the quarry.",
                     "A tram will run from the station of Tarn to the quarry, the council has decided."},
                    {"Mayor Ilse Brandt put the cost of the line at 48 million crowns.",
                     "The line is to cost 48 million crowns, which Mayor Ilse Brandt called a bargain.",
                     "For 48 million crowns, said Mayor Ilse Brandt, nobody else would get eleven stops."},
                    {"Opponents wanted electric buses, which could have run by next summer.",
                     "Electric buses would have been on the road by summer, opponents of the tram complained.",
                     "The opposition had proposed electric buses and will now collect signatures for a referendum."},
                    {"The quarry is to become a district of two thousand flats around a lake.",
                     "Two thousand flats are planned around the lake at the bottom of the quarry.",
                     "Around its lake the quarry will get flats for two thousand households."},
                    {"Rails will be laid from April, beginning at the depot on Chandler Street.",
                     "The depot on Chandler Street comes first: rails arrive there in April.",
                     "From April, Chandler Street is closed, because the depot and its rails have to be built."}}};
}

// Two of them are as much alike as two storms on one coast are.
inline Event storm(std::string_view name, int day, std::string_view person, int wind, int homes,
                   std::string_view ruin) {
  const auto wordings = [&](std::string_view a, std::string_view b, std::string_view c) {
    Wordings texts;
    for (std::size_t i = 0; i < 3; ++i)
      texts[i] = fmt::format(fmt::runtime(std::array{a, b, c}[i]), fmt::arg("storm", name), fmt::arg("person", person),
                             fmt::arg("wind", wind), fmt::arg("homes", homes), fmt::arg("ruin", ruin));
    return texts;
  };
  return {
      .name = fmt::format("storm{}", day),
      .day = day,
      .titles = wordings("Storm {storm} batters the coast of Veld", "{homes} homes dark as storm {storm} hits Veld",
                         "Storm {storm} wrecks {ruin}"),
      .facts = {wordings("Storm {storm} reached the coast of Veld with gusts of {wind} kilometres an hour.",
                         "Gusts of {wind} kilometres an hour came with storm {storm}, which crossed the coast at Veld.",
                         "With {wind} kilometres an hour storm {storm} swept over the coast around Veld."),
                wordings("It wrecked {ruin} and tore slates from roofs.",
                         "Slates flew from roofs, and {storm} left little of {ruin}.",
                         "Worst hit was {ruin}, of which {storm} left only a heap of planks."),
                wordings("About {homes} homes had no electricity after trees fell on the lines.",
                         "Falling trees cut the electricity of {homes} homes.",
                         "Electricity failed in {homes} homes, where trees lay across the lines."),
                wordings("Forecaster {person} said the worst of {storm} was over.",
                         "The wind will ease overnight, according to {person}, the forecaster.",
                         "{person}, who forecasts the weather for Veld, expects {storm} to weaken."),
                wordings("Trains to Sule stood still until {storm} had passed.",
                         "No train left for Sule while {storm} lasted.",
                         "Because of {storm} travellers to Sule spent the night at the station.")}};
}

inline Event first_storm() { return storm("Imke", 2, "Bo Halvard", 131, 4200, "the bandstand of the spa gardens"); }
inline Event second_storm() { return storm("Jorun", 9, "Rea Castell", 148, 9600, "the lifeguards' tower at the mole"); }

// One report each, about nothing else.
inline std::vector<Article> lone_articles() {
  const auto article = [](std::string id, int day, std::string title, std::string text) {
    return Article{.id = std::move(id),
                   .title = std::move(title),
                   .text = std::move(text),
                   .outlet = "Sule Post",
                   .published = fmt::format("2026-10-{:02}T09:30:00Z", day),
                   .language = "en"};
  };
  return {
      article("bees", 3, "Bees swarm over Sule",
              "A swarm of bees settled on the clock tower on Friday at noon. A retired teacher lured it into a hat."),
      article("chess", 5, "Nine-year-old wins chess cup",
              "Nine-year-old Pia Torvald beat three masters in the final of the chess cup. Her next opponents play "
              "in the league of seniors, where nobody has lost to a child so far."),
      article("cheese", 8, "Cheesemakers fear a dry autumn",
              "Cheesemakers in the hills have too little hay for their goats. They sell a third of their herds, and "
              "prices of ripe cheese will rise in winter.")};
}

// Of each event notes without titles, each of which tells two of its facts: they share little more than names.
inline std::vector<Article> write_notes() {
  std::vector<Article> notes = lone_articles();
  for (const Event& event : {ferry(), second_storm(), bakery(), first_storm(), council()}) {
    std::vector<Article> reports = write_reports(event, event.facts.size());
    for (std::size_t fact = 0; fact < reports.size(); ++fact) {
      const Wordings& next = event.facts[(fact + 1) % event.facts.size()];
      reports[fact].title.clear();
      reports[fact].text = event.facts[fact][fact % 3] + " " + next[(fact + 2) % 3];
      notes.push_back(std::move(reports[fact]));
    }
  }
  return notes;
}

// All of it, in no order: of each event so many reports.
inline std::vector<Article> write_news(std::size_t reports) {
  std::vector<Article> news = lone_articles();
  for (const Event& event : {ferry(), second_storm(), bakery(), first_storm(), council()})
    for (Article& report : write_reports(event, reports)) news.push_back(std::move(report));
  return news;
}

}  // namespace nutgraf
