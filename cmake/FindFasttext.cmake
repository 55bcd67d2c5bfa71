# libfasttext: Fasttext::fasttext
include(FindPackageHandleStandardArgs)
find_path(Fasttext_INCLUDE_DIR fasttext/fasttext.h)
find_library(Fasttext_LIBRARY fasttext)
mark_as_advanced(Fasttext_INCLUDE_DIR Fasttext_LIBRARY)
find_package_handle_standard_args(Fasttext REQUIRED_VARS Fasttext_LIBRARY Fasttext_INCLUDE_DIR)
if(Fasttext_FOUND AND NOT TARGET Fasttext::fasttext)
  add_library(Fasttext::fasttext UNKNOWN IMPORTED)
  set_target_properties(Fasttext::fasttext PROPERTIES
    IMPORTED_LOCATION "${Fasttext_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Fasttext_INCLUDE_DIR}")
endif()
