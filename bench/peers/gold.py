"""Gold data: rows -> articles, and what peers made of them -> scores, as `nutgraf eval` counts."""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rounds import ENVIRONMENTS, HERE


@dataclass
class Gold:
    """`articles` are what a peer gets; `score` takes what it made of them, one result an article."""

    task: str
    articles: list
    rows: list
    ambiguous: frozenset = frozenset()

    def score(self, results):
        """{measure: share}"""
        return {"summaries": rouge, "sentences": boundaries, "stories": stories, "copies": copies}[self.task](
            self, results
        )


def article(row, text, title=""):
    fields = {
        "title": title,
        "text": text or title,
        "language": row.get("lang"),
        "outlet": row.get("outlet"),
        "published": row.get("date"),
    }
    return {name: value for name, value in fields.items() if value}


def read(file, ambiguous=frozenset()):
    """The task is told from the fields of the first row, which are those that `nutgraf eval` takes. `ambiguous` are
    pairs of names of stories of which it is open whether they are one."""
    with open(file, encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not row.get("leak")]
    first = rows[0]
    if "text1" in first and "label" in first:
        task = "copies"
        articles = [article(row, row[f"text{n}"], row.get(f"title{n}", "")) for row in rows for n in (1, 2)]
    else:
        task = next(
            (
                task
                for field, task in (("summary", "summaries"), ("sentences", "sentences"), ("story", "stories"))
                if field in first
            ),
            None,
        )
        if task is None:
            raise ValueError(f"{file}: a row needs summary, sentences, story, or text1, text2 and label")
        articles = [article(row, row.get("text", ""), row.get("title", "")) for row in rows]
    for number, each in enumerate(articles):
        each["id"] = str(number)
    return Gold(task, articles, rows, ambiguous)


def read_ambiguous(file):
    """As `nutgraf eval clusters --ambiguous` does."""
    return frozenset(
        frozenset(pair[:2])
        for pairs in json.loads(Path(file).read_text()).values()
        if isinstance(pairs, list)
        for pair in pairs
    )


def f1(common, found, gold):
    return 2 * common / (found + gold) if found + gold else 1.0


def harmonic(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rouge(gold, results):
    """Google's rouge_score, in its own environment."""
    lines = "".join(
        json.dumps(["\n".join(" ".join(sentence.split()) for sentence in result), row["summary"]]) + "\n"
        for result, row in zip(results, gold.rows)
    )
    done = subprocess.run(
        [ENVIRONMENTS / "rouge-score/bin/python", HERE / "rouge.py"],
        input=lines,
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def ends(text, sentences):
    """Where the sentences end in the text, white space not counted; the end of the text is none. A sentence whose
    characters were changed is not found and has no end."""
    compact = "".join(text.split())
    found, at = set(), 0
    for sentence in map("".join, map(str.split, sentences)):
        begin = compact.find(sentence, at)
        if sentence and begin >= 0:
            at = begin + len(sentence)
            found.add(at)
    return found - {len(compact)}


def boundaries(gold, results):
    common = found = expected = 0
    for row, result in zip(gold.rows, results):
        ours, theirs = ends(row["text"], result), ends(row["text"], row["sentences"])
        common += len(ours & theirs)
        found += len(ours)
        expected += len(theirs)
    return {"F1": f1(common, found, expected)}


def pairs(count):
    return count * (count - 1) // 2


def stories(gold, results):
    names = [row["story"] for row in gold.rows]
    both = Counter(zip(results, names))
    found, expected = Counter(results), Counter(names)
    members = {}
    for label, name in both:
        members.setdefault(label, []).append(name)

    # Pairs of a group found that are of two stories which may be one.
    open_pairs = sum(
        both[label, a] * both[label, b]
        for label, group in members.items()
        for a, b in combinations(group, 2)
        if frozenset((a, b)) in gold.ambiguous
    )

    def open_to(label, name):
        return sum(both[label, other] for other in members[label] if frozenset((name, other)) in gold.ambiguous)

    precision = sum(n * n / (found[label] - open_to(label, name)) for (label, name), n in both.items()) / len(names)
    recall = sum(n * n / expected[name] for (_, name), n in both.items()) / len(names)
    return {
        "pair F1": f1(
            sum(map(pairs, both.values())),
            sum(map(pairs, found.values())) - open_pairs,
            sum(map(pairs, expected.values())),
        ),
        "B-cubed F1": harmonic(precision, recall),
    }


def copies(gold, results):
    found = [a == b for a, b in zip(results[::2], results[1::2])]
    expected = [row["label"] == "copy" for row in gold.rows]
    return {"F1": f1(sum(map(min, found, expected)), sum(found), sum(expected))}
