#!/usr/bin/env python3
"""Runs two builds in turn on the same articles, and prints how many times as fast the second one is, with intervals.

Usage: compare.py BASE_BUILD THIS_BUILD ARTICLES.jsonl [nutgraf_bench's options]

In each round each build summarizes the articles and runs every benchmark of nutgraf (of peers none), now one build
first and now the other, so that what shares the machine meets both alike. The ratio is the geometric mean over the
rounds; the interval has it with 95 % confidence, by Student's t on the logarithms. Times are the processor's, but for
the first summary, which is by the clock. Benchmarks that only one build has are named, not compared.
"""

import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 12  # half of them with the base first
T_95 = 2.201  # Student's t, 95 %, with ROUNDS - 1 degrees of freedom
BUILDS = ("the base", "this tree")

SECONDS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}


def run(command):
    """Runs a program; shows what it says only if it fails."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")


def time_command(build, articles):
    """Seconds of processor time that one thread takes to summarize the articles."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run([build / "cli/nutgraf", "summarize", "-j", "1", "--json", articles])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run_benchmarks(build, articles, options):
    """{(stage, articles): seconds}"""
    with tempfile.NamedTemporaryFile() as out:
        command = [build / "bench/nutgraf_bench", "--benchmark_filter=/nutgraf", "--benchmark_min_time=0.05",
                   *options, "--input", articles, f"--benchmark_out={out.name}", "--benchmark_out_format=json"]
        run(command)
        return read_times(json.load(out)["benchmarks"])


def read_times(results):
    """The same, of Google Benchmark's results: medians of what repeats itself."""
    times = {}
    for result in results:
        if result.get("error_occurred"):
            sys.exit(f"{result['name']}: {result['error_message']}")
        if result["repetitions"] > 1 and result.get("aggregate_name") != "median":
            continue
        stage, articles, program = result["run_name"].split("/")[:3]
        # Allocations are no times, and the command has its own.
        if program == "nutgraf" and stage not in ("allocations", "command"):
            kind = "real_time" if "/real_time" in result["run_name"] else "cpu_time"
            times[stage, articles] = result[kind] * SECONDS[result["time_unit"]]
    return times


def speed_up(base, this):
    """(times as fast, low, high), of times of the same rounds."""
    logs = [math.log(b / t) for b, t in zip(base, this, strict=True)]
    mean = statistics.fmean(logs)
    margin = T_95 * statistics.stdev(logs) / math.sqrt(len(logs))
    return tuple(math.exp(log) for log in (mean, mean - margin, mean + margin))


def print_table(rounds):
    """`rounds` are pairs, of the base and of this tree, of {(stage, articles): seconds}."""
    base, this = rounds[0]
    shared = [name for name in base if name in this]
    table = [("stage", "articles", "times as fast", "95 % interval", "")]
    for name in shared:
        ratio, low, high = speed_up(*([times[build][name] for times in rounds] for build in (0, 1)))
        told = "faster" if low > 1 else "slower" if high < 1 else ""
        table.append((*name, f"{ratio:.3f}", f"{low:.3f} to {high:.3f}", told))
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    for build, times in zip(BUILDS, (base, this)):
        alone = [", ".join(name) for name in times if name not in shared]
        if alone:
            print(f"only in {build}: {'; '.join(alone)}")


def main(builds, articles, options):
    rounds = []
    for i in range(ROUNDS):
        print(f"\rround {i + 1} of {ROUNDS}", end="", file=sys.stderr, flush=True)
        times = [{}, {}]
        for which in (0, 1) if i % 2 == 0 else (1, 0):
            times[which] = {("whole command", Path(articles).name): time_command(builds[which], articles),
                            **run_benchmarks(builds[which], articles, options)}
        rounds.append(times)
    print(file=sys.stderr)
    print_table(rounds)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__.split("\n\n")[1])
    try:
        main((Path(sys.argv[1]), Path(sys.argv[2])), sys.argv[3], sys.argv[4:])
    except KeyboardInterrupt:
        sys.exit(130)
