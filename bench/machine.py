"""What a figure was measured on."""

import os
import platform
import re
from pathlib import Path


def cpu():
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*: (.*)$", cpuinfo.read_text(), re.MULTILINE) if cpuinfo.exists() else []
    return " ".join(names[0].split()) if names else platform.processor() or platform.machine()


def system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def compiler(build):
    """That of the CMake build in the folder `build`, as CMake names it: GNU 12.2.0."""
    for found in Path(build).glob("CMakeFiles/*/CMakeCXXCompiler.cmake"):
        text = found.read_text()
        return " ".join(re.search(rf'set\(CMAKE_CXX_COMPILER_{part} "(.*)"\)', text)[1] for part in ("ID", "VERSION"))
    return "unknown compiler"


def description(build):
    return f"{cpu()}, {os.cpu_count()} cores; {compiler(build)}; {system()}"
