// Profiles as bytes, to be stored: what they are made of, whatever machine wrote them.
//
//   std::string bytes;
//   append_bytes(profile, bytes);
//   Profile again;
//   if (!read_bytes(bytes, again)) return damaged();
//
// The first byte is the version of the format. Numbers are little-endian. Any other bytes than those that were written
// are refused or give some other profile; none do harm.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "nutgraf/copies.h"
#include "nutgraf/error.h"
#include "similarity/profile.h"

namespace nutgraf {

void append_bytes(const Profile& profile, std::string& bytes);
bool read_bytes(std::span<const std::byte> bytes, Profile& profile);

void append_bytes(const CopyProfile& profile, std::string& bytes);
bool read_bytes(std::span<const std::byte> bytes, CopyProfile& profile);

// What to say of a stored profile that can't be read.
Error damaged_profile();

}  // namespace nutgraf
