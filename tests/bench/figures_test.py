"""The parts of the README that a program makes (bench/figures)."""

import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bench/figures"), str(ROOT / "bench/peers")]

import blocks  # noqa: E402
import commands  # noqa: E402
import speed  # noqa: E402
from missing import Missing  # noqa: E402
from quality import Quality  # noqa: E402

README = """# Ferries

<!-- figures: speed -->
| what | ours | theirs |
|---|---|---|
| sailing | 1,200 knots | a raft: 3 knots |
<!-- end of figures -->

Between.

<!-- figures: machine -->
A boat, 2 oars
<!-- end of figures -->
"""


class Blocks(unittest.TestCase):
    def test_finds_what_stands_between_the_markers(self):
        found = blocks.blocks(README)
        self.assertEqual(list(found), ["speed", "machine"])
        self.assertEqual(found["machine"], "A boat, 2 oars\n")

    def test_replaces_what_was_made_and_nothing_else(self):
        changed = blocks.replaced(README, {"machine": "A ship\n", "unknown": "x"})
        self.assertEqual(changed, README.replace("A boat, 2 oars", "A ship"))

    def test_tells_figures_that_differ(self):
        speed = blocks.blocks(README)["speed"]
        faster = speed.replace("1,200", "1,300")
        where = ("sailing, ours", "1,200 knots", "1,300 knots")
        for measured, tolerance, expected in (
            (speed, 0, []),
            (faster, 0, [where]),
            (faster, 0.1, []),
            (faster, 0.05, [where]),
            (speed.replace("a raft", "a log"), 0.5, [("sailing, theirs", "a raft: 3 knots", "a log: 3 knots")]),
            (speed + "| diving | 2 knots | |\n", 0.5, [("diving", None, "diving"), ("diving, ours", None, "2 knots")]),
            ("", 0.5, [(name, cell, None) for name, cell in blocks.cells(speed)]),
        ):
            self.assertEqual(blocks.differences(speed, measured, tolerance), expected)

    def test_does_not_mind_how_a_table_is_padded(self):
        self.assertEqual(
            blocks.differences("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b  |\n| - | -- |\n| 1 | 2  |\n"), []
        )

    def test_finds_those_of_the_readme(self):
        found = blocks.blocks((ROOT / "README.md").read_text())
        for name in ("machine", "speed", "collections", "summaries", "stories", "quality"):
            self.assertTrue(blocks.cells(found[name]), name)


class Figures(unittest.TestCase):
    def test_are_dashes_where_the_data_is_not_there(self):
        told = []
        quality = Quality(commands.Nutgraf("no program"), "no program", Path("/nowhere"), told.append)
        for block in (quality.summaries(), quality.stories(), quality.others()):
            rows = [line.strip("|").split("|") for line in block.splitlines()[2:]]
            self.assertEqual({row[1].strip() for row in rows}, {"–"})
        self.assertIn("/nowhere/summaries/cnn_val.jsonl is not there", told)

    def test_say_what_a_benchmark_measured(self):
        measured = {
            ("segment", "Latin", "nutgraf"): {"bytes_per_second": 875.4e6, "items_per_second": 9.0},
            ("analyse", "800 words", "nutgraf"): {"items_per_second": 12614.0, "real_time": 1, "time_unit": "s"},
            ("first summary", "one article", "nutgraf"): {"real_time": 8.21, "time_unit": "ms"},
        }
        for stage, articles, figure in (
            ("segment", "Latin", "875 MB/s"),
            ("analyse", "800 words", "12,600 articles/s"),
            ("first summary", None, "8.2 ms"),
        ):
            self.assertEqual(speed.figure(speed.pick(measured, stage, articles, "nutgraf")), figure)
        with self.assertRaisesRegex(Missing, "segment/Cyrillic/nutgraf"):
            speed.pick(measured, "segment", "Cyrillic", "nutgraf")

    def test_cost_what_the_process_took(self):
        cost = commands.cost([sys.executable, "-c", "x = bytearray(50 << 20)"])
        self.assertGreater(cost.processor, 0)
        self.assertGreater(cost.megabytes, 50)
        commands.cost([sys.executable, "-c", "raise SystemExit(1)"])  # nothing found
        with self.assertRaises(subprocess.CalledProcessError):
            commands.cost([sys.executable, "-c", "raise SystemExit(2)"])


if __name__ == "__main__":
    unittest.main()
