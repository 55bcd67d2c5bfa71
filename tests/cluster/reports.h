// Invented reports of one event: a wire report, what outlets made of it, and one by somebody who was there.
#pragma once

#include <string>
#include <string_view>

#include "nutgraf/article.h"

namespace nutgraf {

inline constexpr std::string_view kWireLead =
    "The ferry Maren ran aground on a sandbank off Orrin early on Thursday with 214 people on board, the coastguard "
    "said. Twelve of them were hurt when the ship struck the bank at ten past five in the morning.";

inline constexpr std::string_view kWireMiddle =
    "Lifeboats from three harbours took the passengers ashore through thick fog, and the last of them reached the pier "
    "of Orrin shortly after two in the afternoon. The hull is dry, said Tam Ruck, who leads the salvage crew, but the "
    "rudder is bent and one of the two engines will not start again.";

inline constexpr std::string_view kWireEnd =
    "The company that runs the line has cancelled all crossings until Monday. It is the third accident on the bank "
    "since the buoy at its northern end was taken away for repairs in spring, and the fishermen of Orrin had asked the "
    "harbour board twice to put another in its place.";

inline std::string paragraphs(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    if (!text.empty()) text += "\n\n";
    text += part;
  }
  return text;
}

inline Article report(std::string id, std::string text) { return {.id = std::move(id), .text = std::move(text)}; }

inline Article wire() {
  return report("wire", "ORRIN, Oct. 14 (Reuters) - " + paragraphs({kWireLead, kWireMiddle, kWireEnd}));
}

inline constexpr std::string_view kOwnReport =
    "I was asleep on the upper deck when the Maren stopped with a sound like a cupboard falling down the stairs. "
    "Nobody "
    "spoke at first. Then the lights went out, a child began to cry, and a voice told us to put on our coats and to "
    "come to the stern. We stood there for nine hours. The fog was so thick that we heard the lifeboats long before we "
    "saw them, and the woman beside me counted the strokes of the bell on the buoy, which turned out to be a cow.";

}  // namespace nutgraf
