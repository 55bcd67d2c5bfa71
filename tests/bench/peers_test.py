"""What is compared with nutgraf: the contract, the scores and the tables (bench/peers)."""

import json
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "bench/peers"))

import comparison  # noqa: E402
import gold  # noqa: E402
import rounds  # noqa: E402
import tables  # noqa: E402
from rounds import Peer  # noqa: E402

NO_LIMIT = 1e9
TEXTS = ["Snow fell on Veld.", "Über Orrin nicht.", "The ferry sailed."]


class FolderTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.articles = self.folder / "articles.jsonl"
        self.articles.write_text("".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(TEXTS)))
        self.settings = {
            "PYTHONPATH": str(HERE / "adapters"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "CLOSED": str(self.folder / "closed"),
        }

    def measure(self, *adapters, seconds=NO_LIMIT, timeout=300, count=1):
        return rounds.measure(
            [Peer(adapter, adapter) for adapter in adapters],
            self.articles,
            self.folder,
            count,
            seconds,
            timeout,
            self.settings,
        )


class Contract(FolderTest):
    def test_gives_every_article_to_a_peer_and_takes_its_results_in_order(self):
        [outcome] = self.measure("first_word")
        self.assertEqual(outcome.failure, "")
        self.assertEqual(outcome.results, [["Snow"], ["Über"], ["The"]])
        self.assertEqual(outcome.version, "2.1")
        self.assertEqual(outcome.articles, 3)
        self.assertEqual(outcome.runs[0]["bytes"], sum(len(text.encode()) for text in TEXTS))
        self.assertGreater(outcome.rate, 0)
        self.assertGreaterEqual(outcome.set_up, 0)

    def test_takes_a_list_and_lets_a_program_read_the_file_itself(self):
        [outcome] = self.measure("all_at_once")
        self.assertEqual(outcome.results, [len(text) for text in TEXTS])

    def test_ends_after_the_article_in_which_the_time_is_over(self):
        [outcome] = self.measure("says_when_closed", seconds=0)
        self.assertEqual(outcome.articles, 1)
        self.assertEqual(outcome.results, [[TEXTS[0]]])
        self.assertTrue((self.folder / "closed").exists())

    def test_runs_each_once_a_round(self):
        for outcome in self.measure("first_word", "all_at_once", count=3):
            self.assertEqual(len(outcome.runs), 3)

    def test_tells_why_a_peer_failed_and_goes_on(self):
        crashed, fine = self.measure("crashes", "first_word", count=2)
        self.assertEqual(crashed.failure, "failed: ValueError: no such thing")
        self.assertEqual(crashed.runs, [])
        self.assertEqual(len(fine.runs), 2)

    def test_gives_up_on_a_peer_that_never_ends(self):
        [outcome] = self.measure("never_ends", timeout=1)
        self.assertEqual(outcome.failure, "took more than 1 s")

    def test_tells_what_is_not_installed(self):
        (self.folder / "broken").mkdir()
        (self.folder / "broken/failed").write_text("error: no such version\n")
        peers = [Peer("a", "first_word", "broken"), Peer("b", "first_word", "absent")]
        with mock.patch.object(rounds, "ENVIRONMENTS", self.folder):
            failures = [o.failure for o in rounds.measure(peers, self.articles, self.folder, settings=self.settings)]
        self.assertEqual(failures, ["did not install: error: no such version", "is not installed"])

    def test_scores_no_summaries_without_the_scorer(self):
        summaries = gold.Gold("summaries", [], [])
        with mock.patch.object(rounds, "ENVIRONMENTS", self.folder):
            found = comparison.scores(summaries, [Peer("a", "first_word")], self.folder, 300)
        self.assertEqual(found, {"a": "rouge-score is not installed"})

    def test_names_an_adapter_that_is_there(self):
        for peer in sum(comparison.TASKS.values(), []):
            self.assertTrue((rounds.HERE / "adapters" / (peer.adapter + ".py")).exists(), peer)
            if peer.environment not in ("", "rust"):
                self.assertTrue((rounds.HERE / "requirements" / (peer.environment + ".txt")).exists(), peer)


class GoldData(FolderTest):
    def read(self, *rows):
        path = self.folder / "gold.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return gold.read(path)

    def test_tells_the_task_from_the_fields(self):
        for row, task in (
            ({"text": "a", "summary": "b"}, "summaries"),
            ({"text": "a", "sentences": ["a"]}, "sentences"),
            ({"title": "a", "story": "b"}, "stories"),
            ({"text1": "a", "text2": "b", "label": "copy"}, "copies"),
        ):
            self.assertEqual(self.read(row).task, task)
        with self.assertRaisesRegex(ValueError, "a row needs"):
            self.read({"text": "a"})

    def test_leaves_out_what_leaks_and_keeps_the_language(self):
        read = self.read({"title": "a", "story": "1", "leak": True}, {"title": "b", "story": "2", "lang": "pt"})
        self.assertEqual(read.articles, [{"title": "b", "text": "b", "language": "pt", "id": "0"}])

    def test_scores_boundaries_where_sentences_end_white_space_aside(self):
        read = self.read({"text": "A b. C d.\nE f. G.", "sentences": ["A b.", "C d.", "E f.", "G."]})
        for sentences, expected in (
            (["A b. ", "C d.\n", "E  f.", "G."], 1.0),
            (["A b.", "C d. E f. G."], 2 * 1 / (1 + 3)),
            (["A b. C d. E f. G."], 0.0),
            (["A b. C", "d. E f. G."], 0.0),
            (["A b.", "what is not there", "C d.", "E f.", "G."], 1.0),
        ):
            self.assertEqual(read.score([sentences]), {"F1": expected}, sentences)

    def test_scores_stories(self):
        read = self.read(*({"title": "x", "story": story} for story in "aabb"))
        # Together are 1 pair of 2, of the 2 that should be.
        together = read.score([1, 1, 1, 2])
        self.assertAlmostEqual(together["pair F1"], 2 * 1 / (3 + 2))
        self.assertAlmostEqual(
            together["B-cubed F1"], gold.harmonic((2 * 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 0.5 + 0.5) / 4)
        )
        self.assertEqual(read.score([1, 1, 2, 2]), {"pair F1": 1.0, "B-cubed F1": 1.0})

    def test_leaves_pairs_of_ambiguous_stories_out_of_precision(self):
        read = self.read(*({"title": "x", "story": story} for story in "aabb"))
        read.ambiguous = frozenset({frozenset("ab")})
        self.assertEqual(read.score([1, 1, 1, 1]), {"pair F1": 1.0, "B-cubed F1": 1.0})

    def test_scores_copies(self):
        read = self.read(*({"text1": "a", "text2": "b", "label": label} for label in ("copy", "copy", "partial")))
        self.assertEqual(read.score([1, 1, 2, 3, 4, 4]), {"F1": 2 * 1 / (2 + 2)})


class Tables(FolderTest):
    def test_keeps_three_digits(self):
        for value, text in (
            (1234567, "1,230,000"),
            (41.24, "41.2"),
            (4.5678, "4.57"),
            (0.0123, "0.01"),
            (9999, "10,000"),
        ):
            self.assertEqual(tables.significant(value), text)
        self.assertEqual(tables.share(0.9354), ".935")
        self.assertEqual(tables.share(1.0), "1.000")

    def test_has_a_row_a_peer_with_its_speed_and_score_or_why_there_is_none(self):
        ours, crashed, other = self.measure("all_at_once", "crashes", "first_word", count=3)
        scored = {"set": {"all_at_once": {"F1": 0.5}, "crashes": "failed: no", "first_word": {"F1": 0.25}}}
        rows = [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in tables.peers_table("summaries", [ours, crashed, other], scored).splitlines()
        ]
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        header, _, first, second, third = rows
        self.assertEqual((header[0], header[-1]), ("summaries", "set: F1"))
        self.assertEqual((first[0], first[-1]), ("all_at_once 1", ".500"))
        self.assertEqual(
            (second[0], second[1], second[-1]), ("crashes", "failed: ValueError: no such thing", "failed: no")
        )
        self.assertEqual((third[0], third[-1]), ("first_word 2.1", ".250"))
        self.assertEqual(first[header.index("times as slow")], "")
        self.assertEqual(third[header.index("times as slow")], tables.significant(ours.rate / other.rate, 2))
        self.assertEqual(third[header.index("articles")], "3")


if __name__ == "__main__":
    unittest.main()
