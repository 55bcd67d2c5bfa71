# Warnings for our own targets: nutgraf_warnings(TARGET). Errors under NUTGRAF_DEVELOPER.
function(nutgraf_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wno-missing-field-initializers -Wcast-qual -Wextra-semi
    # g++ 12 finds overlaps inside std::string that are not there (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    # clang finds that libstdc++'s stable_sort uses what the standard has deprecated.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
    $<$<BOOL:${NUTGRAF_DEVELOPER}>:-Werror>)
endfunction()
