"""How well cosines of sums of word vectors agree with people: Pearson, on all rows, the even and the odd ones.

    evaluate.py MODEL.bin DATA write_words WORDS.txt

MODEL.bin is a fastText file, WORDS.txt the words it was trained on, a document a line: the document frequencies of the
sparse cosine (tf-idf of stems) are those of every eighth one.
"""

import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import Stemmer

from fasttext_file import FastTextFile, mean_rows
from pairs import WordReader, rows

DOCUMENTS_EVERY = 8
ARTICLE_WORDS = 150
TITLE_WORDS = 10  # the articles begin with their titles
TITLE_WEIGHT = 3


def pearson(a, b):
    return float(np.corrcoef(a, b)[0, 1])


def cosines(a, b):
    return (a * b).sum(1) / np.maximum(1e-9, np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1))


class Sparse:
    """Cosine of tf-idf vectors of stems, with document frequencies from a corpus."""

    def __init__(self, corpus):
        self.stems = {}
        self.stem_word = Stemmer.Stemmer("english").stemWord
        self.frequency, self.documents = Counter(), 0
        with open(corpus, encoding="utf-8") as file:
            for i, line in enumerate(file):
                if i % DOCUMENTS_EVERY == 0:
                    self.frequency.update({self.stem(w) for w in set(line.split())})
                    self.documents += 1

    def stem(self, word):
        if word not in self.stems:
            self.stems[word] = self.stem_word(word.removesuffix("'s"))
        return self.stems[word]

    def vector(self, words):
        counts = Counter(self.stem(w) for w in words)
        v = {s: n * math.log((1 + self.documents) / (1 + self.frequency[s])) for s, n in counts.items()}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1.0
        return {s: x / norm for s, x in v.items()}

    def cosines(self, first, second):
        found = []
        for a, b in zip(map(self.vector, first), map(self.vector, second)):
            found.append(sum(x * b[s] for s, x in a.items() if s in b))
        return np.array(found)


class Task:
    def __init__(self, name, first, second, gold, sparse):
        self.name, self.first, self.second = name, first, second
        self.gold = np.array(gold, dtype=np.float64)
        self.sparse = np.sqrt(np.maximum(0, sparse.cosines(first, second)))

    def scores(self, found):
        return [pearson(found[rows], self.gold[rows]) for rows in (slice(None), slice(0, None, 2), slice(1, None, 2))]


def tasks(data, reader, sparse):
    sts = rows(data / "similarity" / "stsb_en_dev.jsonl")
    yield Task(
        "stsb dev", *(reader.words(r[f"s{k}"] for r in sts) for k in (1, 2)), [r["score"] for r in sts], sparse
    )
    news = rows(data / "similarity" / "semeval22_news_pairs.jsonl")
    news = [r for r in news if r["lang1"] == r["lang2"] == "en"]
    sides = [reader.words(f"{r[f'title{k}']}. {r[f'text{k}']}" for r in news) for k in (1, 2)]
    sides = [[article[:ARTICLE_WORDS] for article in side] for side in sides]
    gold = [-r["overall"] for r in news]
    yield Task("semeval22", *sides, gold, sparse)
    weighted = ([a + (TITLE_WEIGHT - 1) * a[:TITLE_WORDS] for a in side] for side in sides)
    yield Task("title x 3", *weighted, gold, sparse)


def blends(task, dense):
    """The scores of dense alone, sparse alone, and their mixtures."""
    yield "dense", task.scores(dense)
    yield "sparse", task.scores(task.sparse)
    for share in np.arange(0.1, 1.0, 0.1):
        yield f"dense {share:.1f}", task.scores(share * dense + (1 - share) * task.sparse)


def quantised(rows):
    """The rows as eight-bit numbers with a scale each."""
    scale = np.maximum(1e-9, np.abs(rows).max(1, keepdims=True)) / 127
    return (np.round(rows / scale) * scale).astype(np.float32)


class Model:
    """Sums of the vectors of a fastText file; words it lacks get the mean of their n-grams.

    As packed: only the first `words` (the most frequent), the `ngrams` in most words, eight bits a number.
    """

    def __init__(self, path, words=None, ngrams=None, quantise=False):
        self.file = FastTextFile(path)
        flat, begin = self.file.word_ngrams()
        own = self.file.input[: len(self.file.words)]
        count = np.diff(begin)[:, None]
        self.rows = (mean_rows(self.file.input, flat, begin) * count + own) / (count + 1)
        self.index = {w: i for i, w in enumerate(self.file.words[:words])}
        used = np.bincount(flat, minlength=len(self.file.input))
        self.kept = set(np.argsort(-used, kind="stable")[:ngrams].tolist())
        if quantise:
            self.rows, self.file.input = quantised(self.rows), quantised(self.file.input)

    def vector(self, word):
        if word in self.index:
            return self.rows[self.index[word]]
        ngrams = [row for row in self.file.ngrams(word) if row in self.kept]
        return self.file.input[ngrams].mean(0) if ngrams else np.zeros(self.file.dim, np.float32)

    def sums(self, texts):
        return np.stack([sum((self.vector(w) for w in t), np.zeros(self.file.dim)) for t in texts])


PACKINGS = {  # words, n-grams, eight bits
    "float": (None, None, False),
    "int8": (None, None, True),
    "int8, 130,000 + 30,000": (130_000, 30_000, True),
    "int8, 120,000 + 40,000": (120_000, 40_000, True),
    "int8, 100,000 + 60,000": (100_000, 60_000, True),
    "int8, 60,000 + 30,000": (60_000, 30_000, True),
}


def main():
    path, data, reader, corpus = sys.argv[1], Path(sys.argv[2]), WordReader(sys.argv[3]), sys.argv[4]
    judged = list(tasks(data, reader, Sparse(corpus)))
    exact = {}
    for packing, arguments in PACKINGS.items():
        model = Model(path, *arguments)
        for task in judged:
            first, second = model.sums(task.first), model.sums(task.second)
            exact.setdefault(task.name, first)
            same = cosines(exact[task.name], first).mean()
            print(f"{packing}: {task.name}: cosine to float {same:.4f}")
            for name, scores in blends(task, cosines(first, second)):
                if packing == "float" or name == "dense":
                    print(f"    {name:10} " + " ".join(f"{s:.3f}" for s in scores))


if __name__ == "__main__":
    main()
