"""Tunes the word vectors of a fastText model so that the plain sum of a text's vectors tells what it says.

    tune.py MODEL.bin PAIRS TUNED.bin [options]

A word's vector becomes exp(b) (v + r) P: v its fastText vector at unit length, P one projection for all words, r what
the word itself learns, b its weight, which is learned for each power of two of the word's count and for the word. The
start is P = 1, r = 0 and the weights of SIF (Arora et al. 2017). PAIRS are the files of pairs.py: a text of a pair has
to find the other one among those of its batch (InfoNCE); of labelled pairs the cosines have to correlate with the
scores (Pearson). N-grams go the way of the rarest words: same projection, same weight.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import embedding_bag, normalize

from fasttext_file import FastTextFile, mean_rows

SIGNALS = "stsb highlight summary cnn_halves halves".split()
KEPT_ASIDE = 5  # every fifth block of labelled pairs judges, unless --all
BLOCK = 50
LONGEST = 150  # words of a text that are read


class Vocabulary:
    """Unit vectors and counts of the words of a model and, by their n-grams, of other words that are met."""

    def __init__(self, file):
        self.file = file
        flat, begin = file.word_ngrams()
        self.ngram_count = np.diff(begin)[:, None]
        self.ngram_mean = mean_rows(file.input, flat, begin)
        own = file.input[: len(file.words)]
        self.rows = (self.ngram_mean * self.ngram_count + own) / (self.ngram_count + 1)
        self.index = {word: i for i, word in enumerate(file.words)}
        self.unknown = []

    def ids(self, words):
        found = []
        for word in words:
            i = self.index.get(word)
            if i is None:
                ngrams = self.file.ngrams(word)
                if not ngrams:
                    continue
                i = self.index[word] = len(self.index)
                self.unknown.append(self.file.input[ngrams].mean(0))
            found.append(i)
        return found

    def vectors(self):
        return np.concatenate([self.rows, np.array(self.unknown, np.float32).reshape(-1, self.file.dim)])

    def counts(self):
        least = self.file.counts.min()
        return np.concatenate([self.file.counts, np.full(len(self.unknown), least / 2)])


class Texts:
    """Lists of word ids, of which batches can be taken."""

    def __init__(self, lists):
        self.begin = np.concatenate([[0], np.cumsum([len(ids) for ids in lists])])
        self.flat = np.concatenate([np.array(ids, np.int64) for ids in lists])

    def batch(self, chosen, keep=1.0, chance=None):
        """The ids of the chosen texts and where each begins; each word stays with probability `keep`."""
        ids = [self.flat[self.begin[i] : self.begin[i + 1]] for i in chosen]
        if keep < 1.0:
            ids = [t[m] if (m := chance.random(len(t)) < keep).any() else t for t in ids]
        begin = np.concatenate([[0], np.cumsum([len(t) for t in ids])])[:-1]
        return torch.from_numpy(np.concatenate(ids)), torch.from_numpy(begin)


class Signal:
    def __init__(self, path, vocabulary, most, learn_all=False):
        first, second, score = [], [], []
        with open(path, encoding="utf-8") as file:
            for line in file:
                a, b, *rest = line.rstrip("\n").split("\t")
                a, b = (vocabulary.ids(text.split()[:LONGEST]) for text in (a, b))
                if a and b:
                    first.append(a)
                    second.append(b)
                    score += map(float, rest)
                if len(first) == most:
                    break
        self.name = path.stem
        self.first, self.second, self.score = Texts(first), Texts(second), np.array(score)
        rows = np.arange(len(first))
        aside = (rows // BLOCK % KEPT_ASIDE == KEPT_ASIDE - 1) & bool(score) & (not learn_all)
        self.learn, self.aside = rows[~aside], rows[aside]

    def draw(self, size, chance):
        return chance.choice(self.learn, min(size, len(self.learn)), replace=False)


class WordVectors(torch.nn.Module):
    def __init__(self, vectors, counts, tokens, alpha, known):
        super().__init__()
        self.known = known  # only so many words learn something of their own: what others did would be lost
        dim = vectors.shape[1]
        unit = vectors / np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))
        self.word = torch.nn.Embedding.from_pretrained(torch.from_numpy(unit).float(), freeze=False, sparse=True)
        bucket = np.clip(np.log2(counts).round().astype(np.int64), 0, 31)
        self.register_buffer("bucket", torch.from_numpy(bucket))
        share = 2.0 ** np.arange(32) / tokens
        self.bucket_weight = torch.nn.Parameter(torch.from_numpy(np.log(alpha / (alpha + share))).float())
        start = np.log(alpha / (alpha + counts / tokens)) - np.log(alpha / (alpha + share))[bucket]
        start = torch.from_numpy(start)[:, None].float()
        self.word_weight = torch.nn.Embedding.from_pretrained(start, freeze=False, sparse=True)
        self.projection = torch.nn.Parameter(torch.eye(dim))

    def forward(self, batch):
        ids, begin = batch
        weight = torch.exp(self.bucket_weight[self.bucket[ids]] + self.word_weight(ids)[:, 0])
        rows = self.word.weight
        return embedding_bag(ids, rows, begin, mode="sum", per_sample_weights=weight, sparse=True) @ self.projection

    @torch.no_grad()
    def table(self):
        weight = torch.exp(self.bucket_weight[self.bucket] + self.word_weight.weight[:, 0])
        return (weight[:, None] * (self.word.weight @ self.projection)).numpy()


def info_nce(a, b, temperature):
    logits = normalize(a) @ normalize(b).T / temperature
    target = torch.arange(len(a))
    return (torch.nn.functional.cross_entropy(logits, target) + torch.nn.functional.cross_entropy(logits.T, target)) / 2


def cosine(a, b):
    return (normalize(a) * normalize(b)).sum(1)


def correlation(found, gold):
    found, gold = found - found.mean(), gold - gold.mean()
    return (found * gold).sum() / (found.norm() * gold.norm() + 1e-9)


@torch.no_grad()
def judge(model, signals):
    found = {}
    for s in signals:
        if len(s.aside):
            a, b = model(s.first.batch(s.aside)), model(s.second.batch(s.aside))
            found[s.name] = float(correlation(cosine(a, b), torch.from_numpy(s.score[s.aside]).float()))
    return found


def rows_below(count, gradient):
    gradient = gradient.coalesce()
    rows, values = gradient.indices(), gradient.values()
    kept = rows[0] < count
    return torch.sparse_coo_tensor(rows[:, kept], values[kept], gradient.shape, is_coalesced=True)


def tune(model, signals, o, report=lambda model: ""):
    chance = np.random.default_rng(o.seed)
    dense = torch.optim.Adam([model.projection, model.bucket_weight], lr=o.rate)
    sparse = torch.optim.SparseAdam([*model.word.parameters(), *model.word_weight.parameters()], lr=o.word_rate)
    free = [s for s in signals if not len(s.score)]
    share = np.array([len(s.learn) for s in free]) ** 0.5
    start = time.time()
    for step in range(o.steps + 1):
        if step % o.judge_every == 0:
            found = " ".join(f"{n} {v:.4f}" for n, v in judge(model, signals).items())
            print(f"{step:5} {time.time() - start:5.0f} s  aside: {found} {report(model)}", flush=True)
        rate = 1 - step / (o.steps + 1)
        for optimizer, full in ((dense, o.rate), (sparse, o.word_rate)):
            optimizer.param_groups[0]["lr"] = full * rate
            optimizer.zero_grad()
        loss = torch.zeros(())
        for s in signals:
            if not len(s.score):
                continue
            rows = s.draw(o.labelled_batch, chance)
            a, b = model(s.first.batch(rows, o.keep, chance)), model(s.second.batch(rows, o.keep, chance))
            gold = torch.from_numpy(s.score[rows]).float()
            loss = loss + (1 - correlation(cosine(a, b), gold))
        if free:
            s = free[chance.choice(len(free), p=share / share.sum())]
            rows = s.draw(o.batch, chance)
            a, b = model(s.first.batch(rows, o.keep, chance)), model(s.second.batch(rows, o.keep, chance))
            loss = loss + o.contrast * info_nce(a, b, o.temperature)
        loss.backward()
        for parameter in (model.word.weight, model.word_weight.weight):
            parameter.grad = rows_below(model.known, parameter.grad)
        dense.step()
        sparse.step()


@torch.no_grad()
def rewrite(file, vocabulary, model):
    """Puts the tuned vectors into the file, where a word's vector is the mean of its row and its n-grams' rows."""
    words = len(file.words)
    table = model.table()
    scale = 1 / np.linalg.norm(table[:words], axis=1).mean()
    ngrams = file.input[words:] @ model.projection.numpy()
    # Means of n-grams shall be as long as vectors of rare words.
    rare = file.counts <= np.quantile(file.counts, 0.25)
    flat, begin = file.word_ngrams()
    means = vocabulary.ngram_mean[rare] @ model.projection.numpy()
    length = np.linalg.norm(table[:words][rare], axis=1).mean() / np.linalg.norm(means, axis=1).mean()
    file.input[words:] = scale * length * ngrams
    count = np.diff(begin)[:, None]
    file.input[:words] = (1 + count) * scale * table[:words] - count * mean_rows(file.input, flat, begin)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("tuned")
    parser.add_argument("--signals", default=",".join(SIGNALS))
    parser.add_argument("--most", type=int, default=100_000, help="pairs of a signal")
    parser.add_argument("--alpha", type=float, default=1e-4, help="of SIF, to start from")
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--labelled-batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=3e-3, help="of learning, for what all words share")
    parser.add_argument("--word-rate", type=float, default=3e-3, help="of learning, for each word")
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--contrast", type=float, default=0.3, help="weight of the unlabelled signals")
    parser.add_argument("--keep", type=float, default=1.0, help="the probability that a word of a text stays")
    parser.add_argument("--judge-every", type=int, default=100)
    parser.add_argument("--all", action="store_true", help="learn from the labelled pairs too that judge")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main():
    o = options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    file = FastTextFile(o.model)
    vocabulary = Vocabulary(file)
    signals = [Signal(o.pairs / f"{name}.tsv", vocabulary, o.most, o.all) for name in o.signals.split(",")]
    model = WordVectors(vocabulary.vectors(), vocabulary.counts(), file.tokens, o.alpha, len(file.words))
    tune(model, signals, o)
    rewrite(file, vocabulary, model)
    file.write(o.tuned)


if __name__ == "__main__":
    main()
