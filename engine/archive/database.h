// An SQLite database: a connection, its statements, a transaction.
//
//   Result<std::unique_ptr<Database>> database = Database::open("news.archive", {.create = true});
//   Statement insert = (*database)->prepare("INSERT INTO words VALUES (?, ?)");
//   Transaction transaction(**database);
//   insert.run(1, "grain");
//   Result<void> done = transaction.commit();   // what went wrong in any of the lines before it
//
// The first error stays with the Database: until it is taken, statements do nothing and give nothing. So it need be
// looked for in one place only, where the work is done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "nutgraf/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace nutgraf {

class Database;

using Bytes = std::span<const std::byte>;

// Must not outlive its Database.
class Statement {
 public:
  Statement(Statement&& other) noexcept
      : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Runs it to its end, with these values for its parameters.
  template <class... Values>
  void run(const Values&... values) {
    start(values...);
    while (next()) {
    }
  }

  // The same, row by row. It keeps what is read at one moment until next() has returned false or it is started again,
  // so read to the end. Text and bytes that it was given must live so long.
  template <class... Values>
  void start(const Values&... values) {
    reset();
    [[maybe_unused]] int parameter = 0;
    (bind(++parameter, values), ...);
  }
  bool next();

  // The number in its first column of its only row, if it has one.
  template <class... Values>
  std::optional<std::int64_t> find(const Values&... values) {
    start(values...);
    std::optional<std::int64_t> found;
    while (next())
      if (!is_null(0)) found = integer(0);
    return found;
  }

  // Columns of the row, from 0. Text and bytes are valid until the next row.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] Bytes bytes(int column) const;

 private:
  friend class Database;
  Statement(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}

  void reset();
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::optional<std::int64_t> value);
  void bind(int parameter, double value);
  void bind(int parameter, std::string_view value);
  void bind(int parameter, Bytes value);

  Database* database_;
  sqlite3_stmt* statement_;
};

struct DatabaseOptions {
  bool create = false;           // makes the file if it is missing
  bool write = true;             // else it is only read
  std::size_t wait_seconds = 0;  // for other processes that write
};

// One thread at a time.
class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::string& file, const DatabaseOptions& options);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  Statement prepare(std::string_view sql);

  // Runs statements without parameters and results.
  void run(std::string_view sql);

  // The number that a statement without parameters gives; 0 if none.
  std::int64_t number(std::string_view sql);

  // Takes what was written into the file itself, so that the log beside it keeps nothing of what was overwritten. What
  // others still read stays until they have ended.
  void clear_log();

  [[nodiscard]] bool ok() const { return !error_; }

  // Makes `error` the first error, if there is none, and names the file in it.
  void fail(Error error);

  // The error, which is then forgotten.
  Result<void> result();

 private:
  friend class Statement;
  Database(std::string file, std::size_t wait_seconds) : file_(std::move(file)), wait_seconds_(wait_seconds) {}
  void connect(const std::string& path, int flags);
  void fail(int code);

  std::string file_;
  std::size_t wait_seconds_;
  sqlite3* connection_ = nullptr;
  std::optional<Error> error_;
};

// What is written while it lives is there as a whole, or not at all: if it is not committed, if that fails, or if the
// process ends. Other processes that want to write wait. One at a time.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  Database& database_;
  bool open_ = true;
};

// What is read while it lives is of one moment, whatever others write.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database& database_;
};

}  // namespace nutgraf
