"""Who is compared in what, and the table of it."""

import json
import re
from itertools import islice
from pathlib import Path

import gold
import tables
from rounds import Peer, measure, not_installed

TASKS = {
    "summaries": [
        Peer("nutgraf summarize -n 3", "nutgraf_summaries"),
        Peer("first three sentences", "nutgraf_lead"),
        Peer("sumy LexRank", "sumy_lexrank", "sumy"),
        Peer("sumy TextRank", "sumy_textrank", "sumy"),
        Peer("sumy LSA", "sumy_lsa", "sumy"),
        Peer("summa TextRank", "summa_textrank", "summa"),
        Peer("gensim TextRank", "gensim_textrank", "gensim"),
        Peer("TextRank in Rust", "rust_textrank", "rust"),
        Peer("summary, a Rust crate", "rust_summary", "rust"),
    ],
    "sentences": [
        Peer("nutgraf segment", "nutgraf_sentences"),
        Peer("ICU", "icu_sentences", "pyicu"),
        Peer("BlingFire", "blingfire_sentences", "blingfire"),
        Peer("pySBD", "pysbd_sentences", "pysbd"),
    ],
    "stories": [
        Peer("nutgraf cluster", "nutgraf_stories"),
        Peer("scikit-learn, tf-idf, average linkage", "sklearn_stories", "scikit-learn"),
    ],
    "copies": [
        Peer("nutgraf dedup", "nutgraf_copies"),
        Peer("datasketch, MinHash LSH", "datasketch_copies", "datasketch"),
    ],
}

NO_LIMIT = 1e9  # seconds


def copy_articles(source, count, path):
    """The first articles of a file as they are all given to all: nothing but what every program can read."""
    with open(source, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for number, row in enumerate(map(json.loads, islice(lines, count))):
            out.write(json.dumps({**gold.article(row, row["text"], row.get("title", "")), "id": str(number)}) + "\n")


def scores(golds, peers, folder, timeout):
    """{peer's name: what it scores on the gold data, or why nothing}"""
    no_scorer = not_installed("rouge-score") if golds.task == "summaries" else ""
    if no_scorer:
        return {peer.name: f"rouge-score {no_scorer}" for peer in peers}
    file = Path(folder) / "gold.jsonl"
    file.write_text("".join(json.dumps(article) + "\n" for article in golds.articles))
    outcomes = measure(peers, file, folder, 1, NO_LIMIT, timeout)
    return {outcome.peer.name: outcome.failure or golds.score(outcome.results) for outcome in outcomes}


def table(task, articles, golds, folder, only="", rounds=5, seconds=2, timeout=300):
    """Markdown. `articles` is a file of articles to be fast on, `golds` {name: Gold} what to be good at; those of
    other tasks are passed over. Of the peers those whose name matches the regular expression `only`, and nutgraf."""
    ours, *others = TASKS[task]
    peers = [ours, *(peer for peer in others if re.search(only, peer.name))]
    outcomes = measure(peers, articles, folder, rounds, seconds, timeout)
    found = {name: scores(each, peers, folder, timeout) for name, each in golds.items() if each.task == task}
    return tables.peers_table(task, outcomes, found)
