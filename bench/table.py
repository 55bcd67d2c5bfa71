#!/usr/bin/env python3
"""Prints what nutgraf_bench measured as one Markdown table. Usage: table.py RESULTS.json

Rates of stages are by processor time, those of whole commands by the clock.
"""

import json
import sys
from pathlib import Path


def machine(context):
    cpu = "CPU"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1] for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        cpu = " ".join(names[0].split()) if names else cpu
    return f"{cpu}, {context['num_cpus']} cores; {context['compiler']}"


def medians(benchmarks):
    """{(stage, input): {program: result}}, in the order they were registered."""
    found = {}
    for result in sorted(benchmarks, key=lambda b: (b["family_index"], b["per_family_instance_index"])):
        if result.get("error_occurred"):
            sys.exit(f"{result['name']}: {result['error_message']}")
        if result["repetitions"] > 1 and result.get("aggregate_name") != "median":
            continue
        stage, articles, program = result["run_name"].split("/")[:3]
        found.setdefault((stage, articles), {})[program] = result
    return found


def significant(value, digits=3):
    """1234567 -> 1,230,000; 4.5678 -> 4.57"""
    rounded = float(f"{value:.{digits}g}")
    decimals = max(0, digits - len(f"{int(rounded)}"))
    return f"{rounded:,.{decimals}f}"


def figure(stage, result):
    rates = []
    if "items_per_second" in result:
        unit = {"compare": "pairs", "pair score": "pairs", "extract": "pages"}.get(stage, "articles")
        rates.append(f"{significant(result['items_per_second'])} {unit}/s")
    if "bytes_per_second" in result:
        rates.append(significant(result["bytes_per_second"] / 1e6) + " MB/s")
    milliseconds = result["real_time"] / {"ns": 1e6, "us": 1e3, "ms": 1, "s": 1e-3}[result["time_unit"]]
    return ", ".join(rates) or significant(milliseconds) + " ms"


def speed(result):
    return result.get("bytes_per_second") or result.get("items_per_second") or 1 / result["real_time"]


def rows(stage, articles, by_program):
    ours = by_program["nutgraf"]
    if stage == "allocations":
        for part in ("read", "analyse", "summarize", "render", "command"):
            if part in ours:
                yield f"{stage}: {part}", articles, f"{ours[part]:.2f} an article", "", ""
        return
    peers = {program: result for program, result in by_program.items() if program != "nutgraf"}
    if not peers:
        yield stage, articles, figure(stage, ours), "", ""
    for program, peer in peers.items():
        pace = f"{speed(ours) / speed(peer):.2f}"
        yield stage, articles, figure(stage, ours), f"{program}: {figure(stage, peer)}", pace


def main(path):
    results = json.loads(Path(path).read_text())
    table = [("stage", "articles", "nutgraf", "peer", "times as fast")]
    for (stage, articles), by_program in medians(results["benchmarks"]).items():
        table += rows(stage, articles, by_program)
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    table.insert(1, tuple("-" * width for width in widths))
    print(machine(results["context"]), end="\n\n")
    for row in table:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


main(sys.argv[1])
