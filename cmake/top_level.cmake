# Choices that only nutgraf's own build may make; a project that includes nutgraf makes its own.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(NUTGRAF_CCACHE ccache)
  mark_as_advanced(NUTGRAF_CCACHE)
  if(NUTGRAF_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${NUTGRAF_CCACHE})
  endif()
endif()

# An installed command finds a shared nutgraf beside it, wherever the tree is moved.
file(RELATIVE_PATH bin_to_lib ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
set(CMAKE_INSTALL_RPATH "$ORIGIN/${bin_to_lib}")
