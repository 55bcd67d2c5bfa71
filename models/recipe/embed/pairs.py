"""Writes pairs of texts that say the same, or nearly: what tune.py learns from.

    pairs.py DATA write_words OUT

DATA is the folder of corpora and labelled pairs. Each signal becomes OUT/SIGNAL.tsv: the words of one text, a tab, the
words of the other, and for labelled pairs a tab and the score from 0 to 1.
"""

import itertools
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

LEAD_WORDS = 60
MIN_WORDS = 5


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class WordReader:
    """Texts -> lists of words (or of sentences, each a list of words), by the engine's own tokenizer."""

    def __init__(self, program):
        self.program = program

    def _run(self, texts, *options):
        with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
            for text in texts:
                lines.write(" ".join(text.split()) + "\n")
            lines.seek(0)
            done = subprocess.run([self.program, *options], stdin=lines, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode("utf-8").split("\n")[:-1]

    def words(self, texts):
        return [line.split() for line in self._run(texts)]

    def sentences(self, texts):
        return [[s.split() for s in line.split("\t") if s] for line in self._run(texts, "--sentences")]


def write(out, signal, pairs):
    count = 0
    with open(out / f"{signal}.tsv", "w", encoding="utf-8") as file:
        for a, b, *score in pairs:
            if a and b:
                file.write("\t".join([" ".join(a), " ".join(b), *(f"{s:.4f}" for s in score)]) + "\n")
                count += 1
    print(f"{signal:12} {count:8}", flush=True)


def lead(sentences):
    return list(itertools.chain(*sentences))[:LEAD_WORDS]


def halve(sentences):
    """Every second sentence of an article's start, and the others."""
    start = sentences[:12]
    return [(list(itertools.chain(*start[::2])), list(itertools.chain(*start[1::2])))] if len(start) >= 6 else []


def labelled(data, reader, out):
    table = rows(data / "similarity" / "stsb_en_train.jsonl")
    first, second = (reader.words(row[side] for row in table) for side in ("s1", "s2"))
    write(out, "stsb", ((a, b, row["score"] / 5) for a, b, row in zip(first, second, table)))


def matches(highlight, sentences, idf):
    """The sentences that hold most of the highlight, at most two, where they hold a third of it."""
    wanted = set(highlight)
    whole = sum(idf(w) for w in wanted)
    shares = sorted(
        ((sum(idf(w) for w in wanted.intersection(s)) / (whole + 0.02 * len(s)), -i) for i, s in enumerate(sentences)),
        reverse=True,
    )
    return [sentences[-i] for share, i in shares[:2] if share > 0.35 and sentences[-i] != highlight]


def summaries(data, reader, out):
    """Highlight and sentence; whole summary and lead; halves of an article."""
    table = rows(data / "summaries" / "pp" / "cnn_train.jsonl")
    articles = reader.sentences(row["text"][:6000] for row in table)
    highlights = reader.words(h for row in table for h in row["summary"].split("\n"))
    frequency = Counter(w for s in articles for w in set(itertools.chain(*s)))
    idf = lambda w: math.log(len(articles) / (1 + frequency[w])) if w in frequency else 8.0
    sentence_pairs, summary_pairs = [], []
    at = 0
    for row, sentences in zip(table, articles):
        count = len(row["summary"].split("\n"))
        own, at = [h for h in highlights[at : at + count] if h], at + count
        for h in own:
            if len(h) >= MIN_WORDS:
                sentence_pairs += [(h, s) for s in matches(h, sentences[:30], idf)]
        if own and sentences:
            summary_pairs.append((list(itertools.chain(*own)), lead(sentences)))
    write(out, "highlight", sentence_pairs)
    write(out, "summary", summary_pairs)
    write(out, "cnn_halves", [pair for sentences in articles for pair in halve(sentences)])


def corpora(data, reader, out):
    """Halves of an article."""
    pairs = []
    for path in sorted((data / "corpus").glob("*.txt")):
        with open(path, encoding="utf-8") as file:
            for sentences in reader.sentences(line[:3000] for line in file):
                pairs += halve([s for s in sentences if len(s) >= MIN_WORDS][:-1])  # the last one was cut
    write(out, "halves", pairs)


def main():
    data, reader, out = Path(sys.argv[1]), WordReader(sys.argv[2]), Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    for signal in (labelled, summaries, corpora):
        signal(data, reader, out)


if __name__ == "__main__":
    main()
