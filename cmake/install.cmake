# Installs the library, its headers, and what find_package(nutgraf) and pkg-config need. The command installs itself in
# cli/CMakeLists.txt.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/nutgraf)

install(TARGETS nutgraf EXPORT nutgraf INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/nutgraf DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(EXPORT nutgraf NAMESPACE nutgraf:: FILE nutgrafTargets.cmake DESTINATION ${package_dir})
get_target_property(nutgraf_type nutgraf TYPE)
configure_package_config_file(cmake/nutgrafConfig.cmake.in nutgrafConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(nutgrafConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nutgrafConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/nutgrafConfigVersion.cmake
  DESTINATION ${package_dir})

# Whoever links a static nutgraf links its libraries too; a shared one brings them itself.
if(nutgraf_type STREQUAL STATIC_LIBRARY)
  install(FILES cmake/FindZstd.cmake cmake/FindXxhash.cmake cmake/FindStemmer.cmake cmake/FindFasttext.cmake
    DESTINATION ${package_dir})
  set(pc_requires "")
  set(pc_libs " -lstemmer -lfasttext")
else()
  set(pc_requires ".private")
  set(pc_libs "")
endif()
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
  OUTPUT_VARIABLE pc_prefix)
configure_file(cmake/nutgraf.pc.in nutgraf.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nutgraf.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
