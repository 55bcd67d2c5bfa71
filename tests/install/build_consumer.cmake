# Builds consumer/ against the nutgraf installed in PREFIX, finding it by WAY, runs it and checks what it says.
file(REMOVE_RECURSE ${BUILD})
file(MAKE_DIRECTORY ${BUILD})

if(WAY STREQUAL find_package)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G ${GENERATOR} -D CMAKE_PREFIX_PATH=${PREFIX}
      -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D NUTGRAF_VERSION=${VERSION}
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} COMMAND_ERROR_IS_FATAL ANY)
else()
  set(ENV{PKG_CONFIG_PATH} ${PREFIX}/${LIBDIR}/pkgconfig)
  separate_arguments(compile_flags UNIX_COMMAND "${FLAGS} -std=c++23")
  foreach(linking IN ITEMS --shared --static)
    execute_process(
      COMMAND pkg-config ${linking} --cflags --libs "nutgraf = ${VERSION}"
      OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(flags UNIX_COMMAND "${flags}")
    execute_process(
      COMMAND ${COMPILER} ${compile_flags} -o ${BUILD}/consumer ${SOURCE}/main.cc ${flags} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  set(ENV{LD_LIBRARY_PATH} ${PREFIX}/${LIBDIR})
endif()

execute_process(COMMAND ${BUILD}/consumer OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
set(expected "ferry: The ferry to Orrin sails again.\n")
if(NOT said STREQUAL expected)
  message(FATAL_ERROR "The consumer said \"${said}\", expected \"${expected}\"")
endif()
