"""Runs nutgraf: what it scores, and what it costs."""

import json
import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    seconds: float  # by the clock
    processor: float  # seconds
    megabytes: float  # at the most


class Nutgraf:
    def __init__(self, program):
        self.program = str(program)

    def scores(self, task, *arguments):
        """{metric: value} of `nutgraf eval`, for one file."""
        done = subprocess.run(
            [self.program, "eval", task, "--json", *map(str, arguments)], check=True, stdout=subprocess.PIPE
        )
        records = map(json.loads, done.stdout.splitlines())
        return {record["metric"]: record["value"] for record in records if record["type"] == "score"}

    def cost(self, *arguments):
        return cost([self.program, *map(str, arguments)])


def cost(command):
    """Its output is thrown away."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):  # 1: done, nothing found
        raise subprocess.CalledProcessError(child.returncode, command)
    return Cost(time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def medians(costs):
    return Cost(*(statistics.median(getattr(c, field) for c in costs) for field in Cost.__dataclass_fields__))
