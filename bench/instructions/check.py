#!/usr/bin/env python3
"""Counts the instructions of fixed workloads and compares them with those that are kept in the repository.

Usage: check.py PROGRAM COUNTS.tsv [--record]    --record: write COUNTS.tsv instead

Counts are the same on every run and every machine, which no time is, but they depend on compiler and libraries: where
those are not the ones that COUNTS.tsv names, nothing is compared, and the exit code is 77 (ctest: skipped).
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ALLOWED = 0.03
SKIPPED = 77
RECORD = "scripts/bench --record"


def read_conditions(program):
    """What counts depend on beside the code, in one line."""
    versions = [["valgrind", "--version"], [program, "--conditions"]]
    return ", ".join(subprocess.run(v, check=True, capture_output=True, text=True).stdout.strip() for v in versions)


def count_instructions(program):
    """{workload: instructions}, in the order in which they ran."""
    with tempfile.TemporaryDirectory() as folder:
        # The program dumps the counts of each workload into a file of its own.
        command = ["valgrind", "--quiet", "--tool=callgrind", "--instr-atstart=no"]
        subprocess.run([*command, f"--callgrind-out-file={folder}/out", program], check=True)
        counts = {}
        for file in sorted(Path(folder).glob("out.*"), key=lambda f: int(f.suffix[1:])):
            dump = file.read_text()
            workload = re.search(r"^desc: Trigger: Client Request: (\w+)$", dump, re.MULTILINE)
            if workload:
                counts[workload[1]] = int(re.search(r"^(?:totals|summary): (\d+)", dump, re.MULTILINE)[1])
        return counts


def read_counts(path):
    """The conditions, and {workload: instructions}."""
    lines = [line.split("\t") for line in path.read_text().splitlines() if not line.startswith("#")]
    (_, conditions), *counts = lines
    return conditions, {workload: int(count) for workload, count in counts}


def write_counts(path, conditions, counts):
    lines = [f"# Instructions of bench/instructions/workloads.cc; written by {RECORD}", f"conditions\t{conditions}"]
    lines += [f"{workload}\t{count}" for workload, count in counts.items()]
    path.write_text("\n".join(lines) + "\n")


def complaints(kept, counted):
    """A line for each workload whose count is not near the one that is kept."""
    for workload in kept.keys() | counted.keys():
        if workload not in counted or workload not in kept:
            where = "the program" if workload in kept else "the file of counts"
            yield f"{workload}: not in {where}; record the counts again: {RECORD}"
            continue
        change = counted[workload] / kept[workload] - 1
        counts = f"{100 * abs(change):.1f} % {'more' if change > 0 else 'fewer'} instructions, " \
                 f"{counted[workload]:,} instead of {kept[workload]:,}"
        if change > ALLOWED:
            yield f"{workload}: slower, {counts}; if that is the price of something better, record it: {RECORD}"
        elif change < -ALLOWED:
            yield f"{workload}: faster, {counts}; record that, so that it is not lost again: {RECORD}"


def main(program, path, record=False):
    if shutil.which("valgrind") is None:
        print("skipped: there is no valgrind; scripts/setup installs it")
        return SKIPPED
    conditions = read_conditions(program)
    if record:
        write_counts(path, conditions, count_instructions(program))
        print(f"wrote {path}")
        return 0
    kept_conditions, kept = read_counts(path)
    if conditions != kept_conditions:
        print(f"skipped: the counts are those of\n  {kept_conditions}\nand this is\n  {conditions}")
        return SKIPPED
    counted = count_instructions(program)
    found = sorted(complaints(kept, counted))
    print(*(found or (f"{workload}: {count:,}" for workload, count in counted.items())), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) not in (2, 3) or arguments[2:] not in ([], ["--record"]):
        sys.exit(__doc__.split("\n\n")[1])
    sys.exit(main(arguments[0], Path(arguments[1]), record=len(arguments) == 3))
