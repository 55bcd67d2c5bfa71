#include "render/json_members.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

std::string appended(std::string_view members, std::vector<std::string_view> taken = {}) {
  std::string out = "{";
  append_json_members(members, taken, out);
  return out;
}

TEST(JsonMembers, AreCarriedThroughAsTheyWereWritten) {
  EXPECT_EQ(appended(""), "{");
  EXPECT_EQ(appended(R"("desk":"city")"), R"({,"desk":"city")");
  EXPECT_EQ(appended(R"("a":1.50,"b":123456789012345678901234567890,"c":1e400,"d":null,"e":"\u00e9")"),
            R"({,"a":1.50,"b":123456789012345678901234567890,"c":1e400,"d":null,"e":"\u00e9")");
  EXPECT_EQ(appended(R"("a":{"x":[1,{"y":"}"}]},"b":[])"), R"({,"a":{"x":[1,{"y":"}"}]},"b":[])");
}

TEST(JsonMembers, StayOnOneLine) {
  EXPECT_EQ(appended("\n  \"desk\" : [\n 1,\r\n\t\"a b\" ]\n"), R"({,"desk":[1,"a b"])");
}

TEST(JsonMembers, ATakenNameIsLeftOutHoweverItIsSpelt) {
  EXPECT_EQ(appended(R"("id":7,"desk":"city","type":{"id":1})", {"id", "type"}), R"({,"desk":"city")");
  EXPECT_EQ(appended(R"("\u0069d":7,"i\u0064x":8)", {"id"}), R"({,"idx":8)");
}

TEST(JsonMembers, WhatIsNoInsideOfAnObjectIsLeftOut) {
  for (const char* members : {"desk", "\"desk\"", "\"desk\":", "\"desk\":1}", "\"desk\":1},{\"x\":2", "\"desk\":[1",
                              "\"desk\":\"ci", "\"a\":1,\"desk\":\"\xFF\""}) {
    EXPECT_EQ(appended(members), "{") << members;
  }
}

}  // namespace
}  // namespace nutgraf
