# Writes OUTPUT, a C++ source that holds every language file (LANGUAGES, a list of paths) as a string literal.
# Run with: cmake -D OUTPUT=... -D LANGUAGES=... -P embed_languages.cmake
set(source "// Made from engine/text/languages by cmake/embed_languages.cmake.\n#include \"text/language.h\"\n\n")
string(APPEND source "namespace nutgraf {\nnamespace {\nconstexpr LanguageFile kFiles[] = {\n")
foreach(path IN LISTS LANGUAGES)
  get_filename_component(code ${path} NAME_WE)
  file(READ ${path} content)
  string(APPEND source "    {\"${code}\", R\"language(${content})language\"},\n")
endforeach()
string(APPEND source "};\n}  // namespace\n\nstd::span<const LanguageFile> language_files() { return kFiles; }\n}  // namespace nutgraf\n")
file(WRITE ${OUTPUT} "${source}")
