"""How good: a block a subject, from gold data."""

import hashlib
import json
import re
import subprocess
import tempfile
from pathlib import Path

import gold
import rounds
from missing import DASH, Missing, data_file
from tables import share, table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def environment(name):
    """The Python of one of build/peers."""
    reason = rounds.not_installed(name)
    if reason:
        raise Missing(f"{name} {reason}")
    return rounds.ENVIRONMENTS / name / "bin/python"


def in_environment(name, program, file):
    """What one of the programs beside this file prints, as JSON."""
    done = subprocess.run([environment(name), HERE / program, file], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def held_out(url):
    """Whether models/recipe/extract/train.py leaves the page out."""
    return int(hashlib.md5(url.encode()).hexdigest(), 16) % 3 == 0


class Quality:
    """`tell` is called with what is missing."""

    def __init__(self, nutgraf, write_gaps, data, tell):
        self.nutgraf = nutgraf
        self.write_gaps = write_gaps
        self.data = data
        self.tell = tell

    def cell(self, make):
        """What `make` returns, or a dash."""
        try:
            return make()
        except Missing as missing:
            self.tell(str(missing))
            return DASH

    def pair(self, make):
        """The two cells that `make` returns, or two dashes."""
        made = self.cell(make)
        return (DASH, DASH) if made == DASH else made

    def scores(self, task, name, *arguments):
        return self.nutgraf.scores(task, *arguments, data_file(self.data, name))

    # Summaries

    def summaries(self):
        metrics = ("rouge1_f1", "rouge2_f1", "rougeLsum_f1")

        def row(what, name):
            def cells():
                found = self.scores("rouge", name)
                return (
                    " / ".join(f"{100 * found[m]:.1f}" for m in metrics),
                    " / ".join(f"{100 * found['gain_' + m]:+.1f}" for m in metrics),
                )

            return [what, *self.pair(cells)]

        return table(
            ["ROUGE-1 / -2 / -Lsum F1", "nutgraf", "over the lead"],
            [
                row("CNN val, 1,220 articles", "summaries/cnn_val"),
                row("OrangeSum valid, 1,500 French articles", "summaries/orangesum_valid"),
            ],
        )

    def reports(self):
        """Of several reports: MultiLing's English ones."""

        def cells():
            rows = [
                line
                for line in data_file(self.data, "summaries/multiling2011_multidoc").open(encoding="utf-8")
                if json.loads(line)["lang"] == "en"
            ]
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as english:
                english.writelines(rows)
                english.flush()
                found = self.nutgraf.scores(
                    "rouge", "--words", "250", "--references", "average", "--stem", english.name
                )
            return [
                " / ".join(share(found[side + metric]) for metric in ("rouge1_recall", "rouge2_recall"))
                for side in ("", "lead_")
            ]

        return self.pair(cells)

    # Stories

    def stories(self):
        ambiguous = self.data / "stories/ambiguous_story_pairs.json"

        def ours(name):
            found = self.scores("clusters", name, "--ambiguous", ambiguous)
            return f"{share(found['pairs_f1'])} / {share(found['b3_f1'])}"

        def row(what, name):
            name = "stories/" + name
            return [what, self.cell(lambda: ours(name)), *self.cuts(name, ambiguous)]

        return table(
            ["F1 over pairs / B-cubed F1", "nutgraf, one threshold", "tf-idf, one cut", "tf-idf, best cut for each"],
            [
                row("FNC-1 bodies, 1,683 articles", "fnc1_bodies"),
                row("ECB+, two sibling events a topic, 772", "ecbplus"),
                row("FNC-1 headlines only, 1,648", "fnc1_headlines"),
                row("CSTNews, Portuguese, 65", "cstnews_pt"),
                row("Vietnamese MDS, 314", "vietnamese_mds"),
            ],
        )

    def cuts(self, name, ambiguous):
        """How good tf-idf with average linkage is at the cut that is best for all collections, and for this one."""

        def cells():
            rows = gold.read(data_file(self.data, name), gold.read_ambiguous(ambiguous))
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as articles:
                articles.writelines(json.dumps(article) + "\n" for article in rows.articles)
                articles.flush()
                found = in_environment("scikit-learn", "average_linkage.py", articles.name)
            one, *cuts = [rows.score(labels) for labels in found]
            best = max(cuts, key=lambda scores: sum(scores.values()))
            return [" / ".join(map(share, scores.values())) for scores in (one, best)]

        return self.pair(cells)

    # The rest, a row each

    def others(self):
        def score(task, name, metric="f1", *arguments):
            return self.cell(lambda: share(self.scores(task, name, *arguments)[metric]))

        def vectors_and_words(name):
            return ", ".join(
                f"{what} alone {score('sts', name, f'{of}_pearson')}"
                for what, of in (("vectors", "dense"), ("words", "sparse"))
            )

        copies, mrpc, sts, news = (
            "duplicates/handlabelled_pairs",
            "similarity/mrpc_train",
            "similarity/stsb_en_dev",
            "similarity/semeval22_news_pairs",
        )
        reports, reports_lead = self.reports()
        pages, pages_beside = self.pages()
        treebanks, gum = self.sentences()
        alone = score("copies", copies, "f1", "--containment", ".7", "--own-leads", ".7", "--length", "0.01")
        return table(
            ["what", "nutgraf", "beside it"],
            [
                [
                    "one summary of ten reports, 250 words: MultiLing 2011, English, ROUGE-1 / -2 recall of stems",
                    reports,
                    f"the reports' first sentences {reports_lead}",
                ],
                ["copies: F1 on 71 pairs that people labelled", score("copies", copies), f"containment alone {alone}"],
                [
                    "paraphrases: F1 on half of MRPC train",
                    score("align", mrpc, "aligned_f1"),
                    f"words alone {score('align', mrpc, 'sparse_f1')}",
                ],
                [
                    "sentences of one meaning: Pearson, STS-B dev, English",
                    score("sts", sts, "combined_pearson"),
                    vectors_and_words(sts),
                ],
                [
                    "articles of one meaning: Pearson, 246 English pairs of SemEval 2022",
                    score("sts", news, "combined_pearson"),
                    vectors_and_words(news),
                ],
                ["main text of web pages: F1 on 323 pages held out", pages, pages_beside],
                [
                    "sentences: boundary F1, mean of 31 treebanks, each text judged by a model that has not seen it",
                    treebanks,
                    "",
                ],
                ["sentences: boundary F1 on the news of GUM, in the same way", gum, ""],
            ],
        )

    def pages(self):
        def cells():
            rows = data_file(self.data, "extract/trafilatura_segments").open(encoding="utf-8")
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as pages:
                pages.writelines(row for row in rows if held_out(json.loads(row)["url"]))
                pages.flush()
                ours = share(self.nutgraf.scores("extract", pages.name)["f1"])
                beside = self.cell(
                    lambda: ", ".join(
                        f"{name} {share(f1)}"
                        for name, f1 in in_environment("main-text", "main_text.py", pages.name).items()
                    )
                )
            return ours, beside

        return self.pair(cells)

    def sentences(self):
        """The recipe itself tells it, of the treebanks and of GUM's news."""

        def cells():
            folder = self.data / "segment"
            files = sorted([*folder.glob("*-dev.jsonl"), *folder.glob("*-PUD.jsonl"), folder / "gum_news.jsonl"])
            if len(files) < 2 or not files[-1].exists():
                raise Missing(f"{folder} has no treebanks, or no gum_news.jsonl")
            python = environment("scikit-learn")
            with tempfile.TemporaryDirectory() as out:
                gaps = subprocess.run([self.write_gaps, *files], check=True, stdout=subprocess.PIPE)
                train = ROOT / "models/recipe/segment/train.py"
                printed = subprocess.run(
                    [python, train, Path(out) / "gap.weights"], input=gaps.stdout, check=True, stdout=subprocess.PIPE
                ).stdout.decode()
            return [
                share(float(re.search(rf"^{name}.* rules and model +([\d.]+)$", printed, re.MULTILINE)[1]) / 100)
                for name in ("macro dev", "gum_news")
            ]

        return self.pair(cells)
