"""How fast: whole commands, stages by nutgraf_bench, and collections of many articles."""

import json
import re
import subprocess
import sys
from pathlib import Path

import commands
from missing import DASH, Missing, data_file
from tables import significant, table

BENCH = Path(__file__).resolve().parents[1]
MODEL = BENCH.parent / "models/en.nut"
ROUNDS = 11

# The row, its benchmark (stage, and which articles if there are several), who stands beside nutgraf there, and as what.
STAGES = [
    (
        "first summary, whole process, by the clock",
        "first summary",
        None,
        "ICU opened",
        "a program that only opens ICU",
    ),
    ("reading JSON Lines", "read", None, None, None),
    ("sentences, Latin script", "segment", "Latin", "ICU, UTF-8", "ICU on UTF-8"),
    ("sentences, Cyrillic", "segment", "Cyrillic", "ICU, UTF-8", "ICU on UTF-8"),
    ("sentences, Chinese", "segment", "Chinese", "ICU, UTF-8", "ICU on UTF-8"),
    ("sentences, mixed scripts", "segment", "mixed scripts", "ICU, UTF-8", "ICU on UTF-8"),
    ("analysis, an article of 150 words", "analyse", "150 words", None, None),
    ("analysis, 800 words", "analyse", "800 words", None, None),
    ("analysis, 6,400 words", "analyse", "6400 words", None, None),
    ("sentence vectors of an article of 800 words", "embed", "800 words", None, None),
    ("summary of an analysed article of 800 words", "summarize", "800 words", None, None),
]
ALLOCATIONS = ("read", "analyse", "summarize", "render")


class Speed:
    """`tell` is called with what is missing."""

    def __init__(self, nutgraf, build, data, folder, tell):
        self.nutgraf = nutgraf
        self.programs = build / "bench"
        self.data = data
        self.folder = folder
        self.tell = tell

    def row(self, what, make):
        """With the cells that `make` returns, or with a dash."""
        try:
            return [what, *make()]
        except Missing as missing:
            self.tell(str(missing))
            return [what, DASH, ""]

    def speed(self):
        return table(["what", "nutgraf", "beside it"], [*self.whole_commands(), *self.stages()])

    # Whole commands

    def written(self):
        path = self.folder / "written.jsonl"
        with path.open("wb") as out:
            write = [self.programs / "write_articles", "--count", "4000", "--words", "776", "--model", MODEL]
            subprocess.run(write, stdout=out, check=True)
        return path

    def cnn(self):
        """The articles of CNN val, four times over."""
        rows = [json.loads(line) for line in data_file(self.data, "summaries/cnn_val").open(encoding="utf-8")]
        path = self.folder / "cnn.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for number in range(4 * len(rows)):
                out.write(json.dumps({"id": str(number), "text": rows[number % len(rows)]["text"]}) + "\n")
        return path

    def whole_commands(self):
        def cells(make):
            path = make()
            costs = [self.nutgraf.cost("summarize", "--json", "-q", "-j", "1", path) for _ in range(ROUNDS)]
            rate = path.read_bytes().count(b"\n") / commands.medians(costs).processor
            return f"{significant(rate, 2)} articles/s", ""

        command = "the whole command, JSON Lines in and out: "
        return [
            self.row(command + "articles of CNN val", lambda: cells(self.cnn)),
            self.row(command + "invented articles of 776 words", lambda: cells(self.written)),
        ]

    # Stages

    def stages(self):
        found = self.benchmarks()

        def cells(stage, articles, beside, called):
            ours = figure(pick(found, stage, articles, "nutgraf"))
            return ours, f"{called}: {figure(pick(found, stage, articles, beside))}" if beside else ""

        def allocations():
            result = pick(found, "allocations", None, "nutgraf")
            return f"{sum(result[part] for part in ALLOCATIONS):.1f}", ""

        return [
            *(self.row(what, lambda where=where: cells(*where)) for what, *where in STAGES),
            self.row("memory allocations an article, once warm", allocations),
        ]

    def benchmarks(self):
        """{(stage, articles, program): median}"""
        stages = {where[1] for where in STAGES} | {"allocations"}
        # Processes by themselves: in turn with the others they would find all caches full of those.
        processes = {"first summary"} & stages
        return self.run_benchmarks(stages - processes) | self.run_benchmarks(processes)

    def run_benchmarks(self, stages):
        results = self.folder / "benchmarks.json"
        subprocess.run(
            [
                self.programs / "nutgraf_bench",
                f"--benchmark_filter=^({'|'.join(sorted(stages))})/",
                "--benchmark_enable_random_interleaving=true",
                f"--benchmark_repetitions={ROUNDS}",
                "--benchmark_min_time=0.05",
                f"--benchmark_out={results}",
                "--benchmark_out_format=json",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return {
            tuple(result["run_name"].split("/")[:3]): result
            for result in json.loads(results.read_text())["benchmarks"]
            if result["repetitions"] == 1 or result.get("aggregate_name") == "median"
        }

    # Collections

    def collections(self):
        return table(["what", "nutgraf", ""], [*self.clustering(), *self.archive()])

    def clustering(self):
        return [
            self.row("stories of 10,000 articles, two threads", lambda: self.stories(10_000, rounds=5)),
            self.row("stories of 100,000 articles of 30 days, two threads", lambda: self.stories(100_000, rounds=1)),
        ]

    def stories(self, articles, rounds):
        data_file(self.data, "summaries/pp/cnn_train")
        path = self.folder / f"{articles}.jsonl"
        with path.open("wb") as out:
            subprocess.run(
                [sys.executable, BENCH / "story_collection.py", self.data, str(articles), "30"], stdout=out, check=True
            )
        cost = commands.medians([self.nutgraf.cost("cluster", "--json", "-q", "-j", "2", path) for _ in range(rounds)])
        path.unlink()
        return f"{significant(cost.seconds, 2)} s", f"{significant(cost.megabytes, 2)} MB"

    def archive(self):
        """By the clock, the disk included."""
        done = subprocess.run(
            [
                self.programs / "archive_latency",
                "--model",
                BENCH.parent / "models/en.nut",
                "--archive",
                self.folder / "news.archive",
            ],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        p50, p99 = re.search(r"^one by one: p50 ([\d.]+) ms.* p99 ([\d.]+) ms", done.stdout, re.MULTILINE).groups()
        return [
            [
                "adding an article to an archive of 100,000",
                f"{significant(float(p50), 2)} ms",
                f"one in a hundred {significant(float(p99), 2)} ms",
            ]
        ]


def pick(benchmarks, stage, articles, program):
    """The benchmark of these articles; of the first ones if they are None."""
    for (of, on, by), result in benchmarks.items():
        if of == stage and by == program and articles in (None, on):
            return result
    raise Missing(f"nutgraf_bench has no {stage}/{articles or '...'}/{program}")


def figure(result):
    """Of stages by processor time."""
    for rate, unit, scale in (("bytes_per_second", "MB/s", 1e6), ("items_per_second", "articles/s", 1)):
        if rate in result:
            return f"{significant(result[rate] / scale)} {unit}"
    return (
        f"{significant(result['real_time'] * {'ns': 1e-6, 'us': 1e-3, 'ms': 1, 's': 1e3}[result['time_unit']], 2)} ms"
    )
