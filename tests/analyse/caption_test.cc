#include <gtest/gtest.h>

#include <string>

#include "analyse/kinds.h"

namespace nutgraf {
namespace {

using enum SentenceKind;

TEST(Caption, NeedNoCredit) {
  for (const char* line :
       {"Crews wait for a berth as cranes are cleared from the harbour in Veld, Orrin, May 3, 2027.",
        "Harbour master Ilse Marrow speaks to crews in Veld, Monday, May 3, 2027.",
        "A sailor holds a rope in Veld, Orrin, 3 May 2027.",
        "Ilse Marrow at the gates of the harbour in Veld, Monday, May 3, 2027.",
        "Ships wait for a berth in Veld, E.U., May 3, 2027.",
        "Crews cheer the first ship in Veld, Orrin, on May 3, 2027.",
        "Crews cheer Ilse Marrow, not pictured, in the harbour of Veld.",
        "A flag that says \"Open\" is seen during the first day of the harbour.",
        "Harbour master Ilse Marrow, left, thanked crews who had waited off Veld.",
        "Harbour master Ilse Marrow, second from left, and Joss Hale are among pilots of Veld.",
        "Crews wait for a berth, Monday, May 3, 2027, at the harbour in Veld.",
        "Harbour master Ilse Marrow speaks in the town hall, May 3, 2027, in Veld.",
        "Harbour master Ilse Marrow inspects a crane on Monday, May 3, 2027 in Veld.",
        "Pilot Joss Hale listens as cranes are cleared.",
        "Crews of the harbour of Veld wait for a berth while cranes are cleared.",
        "Mask-wearing crews wait for a berth during a storm that hit Veld.",
        "Harbour master Ilse Marrow addresses the port authority of Veld on Monday.",
        "Ilse Marrow (pictured) thanked crews who had waited off Veld.",
        "Back at sea: Crews of the harbour of Veld, who had waited for nine days off the coast of Sule "
        "while cranes were cleared, left at dawn for Orrin and Halden",
        "From left, Ilse Marrow, Ada Kovel and Joss Hale of the harbour of Veld."})
    expect_kinds({{kBody, kFirst}, {kCredit, line}, {kBody, kSecond}});
  for (const char* line : {"Harbour master Ilse Marrow leaves a courthouse in Veld on May 3.",
                           "Harbour master Ilse Marrow speaks to crews on May 3, 2027 in Veld.",
                           "Ilse Marrow is joined by three pilots at the town hall May 3, 2027 in Veld.",
                           "Harbour master Ilse Marrow testifies at a hearing of the port authority on May 3, 2027."}) {
    expect_kinds({{kCredit, line}, {kBody, kFirst}, {kBody, kSecond}});
    expect_kinds({{kBody, kFirst}, {kBody, kSecond}, {kBody, line}});
  }
  for (const char* line :
       {"The crane was built in Veld, Orrin, May 3, 2027.", "Marrow said crews wait in Veld, May 3, 2027.",
        "Ships returned to Veld, Orrin, May 3, 2027.", "The last ferry leaves Veld in 2027.",
        "The ferry holds up to 31.", "Crews turned left, right, and left again.",
        "Ilse Marrow, of the hard left, has closed the pier.", "Marrow left, and pilots waited.",
        "Marrow (who left Veld) thanked crews of the harbour.", "A photo of a crane on a ferry is on show in Veld.",
        "The crane, which was to hold 31 tonnes, fell on Monday, May 3, 2027, in Veld.",
        "The ferry leaves Veld for the last time on May 3, 2027, its owner announced.",
        "Crews who wait for a berth as cranes are cleared are tired.",
        "The crane stands in Veld as a monument to crews.",
        "Veld stands with crews as they wait for a berth, Marrow said."})
    expect_kinds({{kBody, line}, {kBody, kFirst}, {kBody, kSecond}});
}

TEST(Caption, AreToldByTheirVerbBelowTheFirstParagraph) {
  for (const char* line :
       {"A pilot surveys the harbour of Veld at dawn.", "Ona Heard, a pilot, poses at the pier of Veld.",
        "Ilse Marrow greets crews before the first ship leaves Veld."}) {
    expect_kinds({{kBody, kFirst}, {kCredit, line}, {kBody, kSecond}});
    expect_kinds({{kBody, kFirst}, {kBody, kSecond}, {kBody, line}});
  }
  for (const char* line : {"Crews removed the crane at dawn.", "The harbour is a small one with two piers.",
                           "Ilse Marrow calls the harbour safe, but pilots stay away.",
                           "He surveys the harbour of Veld.", "Pilots want to see a new pier."})
    expect_kinds({{kBody, kFirst}, {kBody, line}, {kBody, kSecond}});
}

}  // namespace
}  // namespace nutgraf
