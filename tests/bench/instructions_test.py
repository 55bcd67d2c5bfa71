"""Whether counts of instructions are near those that are kept (bench/instructions/check.py)."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench/instructions"))

import check  # noqa: E402

KEPT = {"read": 1000, "segment": 2000}


class Complaints(unittest.TestCase):
    def test_leaves_small_changes_be(self):
        for counted in (KEPT, {"read": 1029, "segment": 1941}):
            self.assertEqual(list(check.complaints(KEPT, counted)), [])

    def test_tells_which_workload_got_slower_and_by_how_much(self):
        (line,) = check.complaints(KEPT, KEPT | {"segment": 2100})
        self.assertRegex(line, r"^segment: slower, 5\.0 % more instructions, 2,100 instead of 2,000.*--record$")

    def test_wants_a_gain_to_be_recorded(self):
        (line,) = check.complaints(KEPT, KEPT | {"read": 900})
        self.assertRegex(line, r"^read: faster, 10\.0 % fewer instructions.*record.*--record$")

    def test_wants_each_workload_in_both(self):
        self.assertRegex(*check.complaints(KEPT, KEPT | {"compare": 5}), r"^compare: not in the file")
        self.assertRegex(*check.complaints(KEPT | {"compare": 5}, KEPT), r"^compare: not in the program")


class Counts(unittest.TestCase):
    def test_are_read_as_they_were_written(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "counts.tsv"
            check.write_counts(path, "a compiler, its libraries", KEPT)
            self.assertEqual(check.read_counts(path), ("a compiler, its libraries", KEPT))


if __name__ == "__main__":
    unittest.main()
