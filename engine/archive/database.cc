#include "archive/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <iterator>
#include <utility>

namespace nutgraf {
namespace {

// What an error of SQLite means to a person, and what to do.
Error describe(int code, const char* detail, std::size_t wait_seconds) {
  switch (code & 0xFF) {  // the rest tells more than a person needs
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {.code = ErrorCode::kUnwritable,
              .message = fmt::format("another process has been writing to it for {} s; try again when that is done",
                                     wait_seconds)};
    case SQLITE_FULL:
      return {.code = ErrorCode::kUnwritable,
              .message =
                  "there is no room left, on the disk or below the limit that was set; nothing was changed: make "
                  "room and try again"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {.code = ErrorCode::kUnwritable,
              .message = "can't be written; check the permissions of the file and of its folder"};
    case SQLITE_CANTOPEN:
      return {.code = ErrorCode::kUnreadable,
              .message = fmt::format("can't be opened ({}); check that its folder exists, and the permissions of both",
                                     detail)};
    case SQLITE_NOTADB:
      return {.code = ErrorCode::kMalformed,
              .message = "is no archive; name the file of an archive, or one that is not there yet"};
    case SQLITE_CORRUPT:
      return {.code = ErrorCode::kMalformed,
              .message =
                  fmt::format("is damaged ({}); restore it from a copy, or add its articles to a new archive", detail)};
    case SQLITE_IOERR:
      return {.code = ErrorCode::kUnwritable,
              .message = fmt::format("can't be read or written ({}); nothing was changed: check the disk", detail)};
    case SQLITE_NOMEM:
      return {.code = ErrorCode::kTooLarge, .message = "there is not enough memory for it"};
    default:
      return {.code = ErrorCode::kMalformed, .message = fmt::format("is no whole archive ({})", detail)};
  }
}

// For a URI.
std::string escaped(std::string_view path) {
  std::string result;
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      fmt::format_to(std::back_inserter(result), "%{:02X}", c);
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::reset() {
  if (statement_ != nullptr) sqlite3_reset(statement_);  // what went wrong in the last run is known already
}

bool Statement::next() {
  if (!database_->ok() || statement_ == nullptr) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail(code);
  reset();
  return false;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
  const unsigned char* const text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Bytes Statement::bytes(int column) const {
  const auto* const bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Statement::bind(int parameter, std::int64_t value) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_, parameter, value);
}

void Statement::bind(int parameter, std::optional<std::int64_t> value) {
  if (value) return bind(parameter, *value);
  if (statement_ != nullptr) sqlite3_bind_null(statement_, parameter);
}

void Statement::bind(int parameter, double value) {
  if (statement_ != nullptr) sqlite3_bind_double(statement_, parameter, value);
}

void Statement::bind(int parameter, std::string_view value) {
  if (statement_ == nullptr) return;
  const char* const text = value.data() == nullptr ? "" : value.data();
  sqlite3_bind_text64(statement_, parameter, text, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int parameter, Bytes value) {
  if (statement_ == nullptr) return;
  if (value.empty()) {
    sqlite3_bind_zeroblob(statement_, parameter, 0);
  } else {
    sqlite3_bind_blob64(statement_, parameter, value.data(), value.size(), SQLITE_STATIC);
  }
}

Result<std::unique_ptr<Database>> Database::open(const std::string& file, const DatabaseOptions& options) {
  std::unique_ptr<Database> database(new Database(file, options.wait_seconds));
  // A name is a name, never one of SQLite's own (":memory:", "" for a temporary file).
  const std::string path = file.starts_with('/') ? file : "./" + file;
  // Who can write tidies the files beside it up in the end, even if it only reads.
  int flags = SQLITE_OPEN_READWRITE;
  if (options.create) flags |= SQLITE_OPEN_CREATE;
  database->connect(path, flags);
  if (!options.write) {
    database->run("PRAGMA query_only = ON");
    // Where no file can be made beside it, nobody is writing to it either.
    if (database->number("PRAGMA schema_version"); !database->ok() && !std::filesystem::exists(path + "-wal")) {
      static_cast<void>(database->result());
      database->connect("file:" + escaped(path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
  }
  if (Result<void> good = database->result(); !good) return std::unexpected(std::move(good.error()));
  return database;
}

void Database::connect(const std::string& path, int flags) {
  sqlite3_close_v2(std::exchange(connection_, nullptr));
  const int code = sqlite3_open_v2(path.c_str(), &connection_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) return fail(code);
  sqlite3_extended_result_codes(connection_, 1);
  sqlite3_busy_timeout(connection_, static_cast<int>(wait_seconds_ * 1000));
}

Database::~Database() { sqlite3_close_v2(connection_); }

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (ok()) {
    const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(code);
  }
  return {*this, statement};
}

void Database::run(std::string_view sql) {
  if (!ok()) return;
  const int code = sqlite3_exec(connection_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(std::string_view sql) { return prepare(sql).find().value_or(0); }

void Database::clear_log() {
  constexpr int kMostMilliseconds = 1000;
  if (!ok()) return;
  sqlite3_busy_timeout(connection_, kMostMilliseconds);
  sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(connection_, static_cast<int>(wait_seconds_ * 1000));
}

void Database::fail(Error error) {
  if (error_) return;
  error.file = file_;
  error_ = std::move(error);
}

void Database::fail(int code) { fail(describe(code, sqlite3_errmsg(connection_), wait_seconds_)); }

Result<void> Database::result() {
  if (!error_) return {};
  Error error = std::move(*error_);
  error_.reset();
  return std::unexpected(std::move(error));
}

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (!open_) return;
  Result<void> first = database_.result();
  database_.run("ROLLBACK");  // fails where SQLite has rolled back already
  static_cast<void>(database_.result());
  if (!first) database_.fail(std::move(first.error()));
}

Result<void> Transaction::commit() {
  database_.run("COMMIT");
  if (database_.ok()) {
    open_ = false;
    return {};
  }
  Result<void> failed = database_.result();
  database_.run("ROLLBACK");
  static_cast<void>(database_.result());
  open_ = false;
  return failed;
}

Snapshot::Snapshot(Database& database) : database_(database) { database_.run("BEGIN"); }

Snapshot::~Snapshot() {
  Result<void> first = database_.result();
  database_.run("ROLLBACK");
  static_cast<void>(database_.result());
  if (!first) database_.fail(std::move(first.error()));
}

}  // namespace nutgraf
