"""How many times as fast one build is as another (bench/compare.py)."""

import contextlib
import io
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

import compare  # noqa: E402


def result(name, **others):
    return {"name": name, "run_name": name, "repetitions": 1, "time_unit": "ms", "cpu_time": 2, "real_time": 9} | others


class Times(unittest.TestCase):
    def test_are_of_stages_of_nutgraf_alone(self):
        results = [result("segment/a.jsonl/nutgraf"), result("segment/a.jsonl/ICU, UTF-8"),
                   result("allocations/a.jsonl/nutgraf"), result("command/a.jsonl/nutgraf/real_time")]
        self.assertEqual(compare.read_times(results), {("segment", "a.jsonl"): 0.002})

    def test_are_medians_of_what_repeats_itself(self):
        name = "first summary/one article/nutgraf/repeats:3/real_time"
        results = [result(name, repetitions=3), result(name, repetitions=3, aggregate_name="mean", real_time=1),
                   result(name, repetitions=3, aggregate_name="median", real_time=5)]
        self.assertEqual(compare.read_times(results), {("first summary", "one article"): 0.005})

    def test_of_a_benchmark_that_failed_are_none(self):
        with self.assertRaisesRegex(SystemExit, "^segment/a.jsonl/nutgraf: no model$"):
            compare.read_times([result("segment/a.jsonl/nutgraf", error_occurred=True, error_message="no model")])


class SpeedUp(unittest.TestCase):
    def test_is_the_ratio_whatever_else_changes_between_rounds(self):
        ratio, low, high = compare.speed_up([2, 4, 20] * 4, [1, 2, 10] * 4)
        self.assertAlmostEqual(ratio, 2)
        self.assertAlmostEqual(low, high)

    def test_is_less_sure_where_rounds_differ(self):
        ratio, low, high = compare.speed_up([1, 4] * 6, [1, 1] * 6)
        self.assertAlmostEqual(ratio, 2)
        self.assertLess(low, 1.5)
        self.assertGreater(high, 2.5)


class Table(unittest.TestCase):
    def test_compares_what_both_have_and_names_the_rest(self):
        base = {("read", "a"): 1.0, ("segment", "a"): 3.0, ("old", "a"): 1.0}
        this = {("read", "a"): 1.0, ("segment", "a"): 2.0, ("new", "a"): 1.0}
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            compare.print_table([(base, this)] * compare.ROUNDS)
        self.assertEqual(out.getvalue().splitlines()[1:],
                         ["read     a         1.000          1.000 to 1.000",
                          "segment  a         1.500          1.500 to 1.500  faster",
                          "only in the base: old, a",
                          "only in this tree: new, a"])


if __name__ == "__main__":
    unittest.main()
