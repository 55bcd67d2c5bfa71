# The libraries the engine is built on. Who links a static nutgraf needs them too: nutgrafConfig.cmake.in and nutgraf.pc.in
# list them again.
find_package(ICU 70 REQUIRED COMPONENTS uc i18n data)
find_package(LibXml2 REQUIRED)
find_package(simdjson REQUIRED)
find_package(fmt REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Zstd REQUIRED)
find_package(Xxhash REQUIRED)
find_package(SQLite3 3.37 REQUIRED)
find_package(Stemmer REQUIRED)
find_package(Fasttext REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)  # headers alone: who links nutgraf does not need it

set(engine_libraries
  ICU::i18n ICU::uc ICU::data LibXml2::LibXml2 simdjson::simdjson fmt::fmt ZLIB::ZLIB Zstd::zstd Xxhash::xxhash
  SQLite::SQLite3 Stemmer::stemmer Fasttext::fasttext $<BUILD_INTERFACE:Eigen3::Eigen>)
