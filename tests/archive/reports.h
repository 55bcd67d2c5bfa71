// Invented reports of several events: those of one event share most of their sentences, those of two share none.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/article.h"

namespace nutgraf {

struct Event {
  std::string_view name;
  std::array<std::string_view, 6> sentences;
};

inline constexpr std::array<Event, 4> kEvents = {{
    {"kiln",
     {"A kiln exploded at the pottery of Sule on Monday morning and set two workshops on fire.",
      "Four potters were treated for burns after the blast tore the roof off the glazing hall.",
      "Fire engines from Marrow pumped water out of the mill pond until the flames were out at dusk.",
      "The owner of the pottery, Hanne Brock, blamed a gas valve that had been replaced in March.",
      "Inspectors will take the burnt kiln apart this week to look for the cause of the explosion.",
      "The workshops had just finished six thousand plates for the anniversary of the railway."}},
    {"bees",
     {"A swarm of bees closed the vegetable market of Orrin for three hours on Tuesday.",
      "Stallholders fled under their tables while beekeeper Jory Lamm coaxed the queen into a basket.",
      "The insects had left a hive on the balcony of the courthouse, the town clerk said.",
      "A melon seller was stung eleven times and spent the afternoon in the infirmary.",
      "Councillors want to forbid hives within a hundred paces of any market or school.",
      "Lamm will keep the swarm in her orchard and promised a jar of honey to every stall."}},
    {"bridge",
     {"Engineers shut the iron footbridge of Tarn after cracks were found in two of its girders.",
      "Commuters must take the ferry until the steel has been welded, which may last until autumn.",
      "The crossing carried nine thousand walkers a day between the harbour quarter and the station.",
      "Surveyor Pelle Vant noticed the fissures while painting a handrail from a boat.",
      "The province will pay half of the repair, estimated at seven million crowns.",
      "A second survey of every riveted span in the province has been ordered."}},
    {"chess",
     {"Schoolgirl Mira Osk won the chess championship of the islands with a game of ninety moves.",
      "Her opponent, grandmaster Leo Hatt, resigned after losing a rook in the endgame.",
      "The final was played in a lighthouse because the hotel ballroom had been flooded.",
      "Osk, who is thirteen, learned the openings from her grandfather, a retired pilot.",
      "The title comes with a silver knight and an invitation to the tournament in Veld.",
      "Spectators followed the board by telegraph from every harbour tavern."}},
}};

// Report `number` of an event, published on a day of October: four of its sentences, and one of its own.
inline Article report(const Event& event, std::size_t number, int day = 14) {
  std::string text;
  for (std::size_t i = 0; i < 4; ++i) text += fmt::format("{} ", event.sentences[(number + i) % 6]);
  text += fmt::format("Reader {} of our paper sent a photograph.", number);
  return {.id = fmt::format("{}-{}", event.name, number),
          .title = std::string(event.sentences[number % 6].substr(0, 40)),
          .text = std::move(text),
          .outlet = fmt::format("Outlet {}", number % 5),
          .published = fmt::format("2026-10-{:02}T{:02}:00:00Z", day, number % 24),
          .language = "en"};
}

// `count` reports of each event, those of one after the other.
inline std::vector<Article> reports(std::size_t count) {
  std::vector<Article> all;
  for (const Event& event : kEvents)
    for (std::size_t i = 0; i < count; ++i) all.push_back(report(event, i));
  return all;
}

}  // namespace nutgraf
