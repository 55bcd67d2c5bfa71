// The tables of an archive.
#pragma once

#include "archive/database.h"
#include "nutgraf/archive.h"

namespace nutgraf {

// Makes the tables of a new archive, or looks whether the file is an archive that this program knows. Errors stay with
// the database.
void prepare_schema(Database& database, const ArchiveOptions& options);

}  // namespace nutgraf
