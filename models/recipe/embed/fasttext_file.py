"""fastText .bin files: their words, counts and input matrix, which may be replaced; the rest is kept byte for byte."""

import struct

import numpy as np

MAGIC, VERSION = 793712314, 12


def hash_of(ngram):
    """fastText's FNV-1a, which takes bytes as signed."""
    h = 2166136261
    for byte in ngram:
        h ^= byte if byte < 128 else byte | 0xFFFFFF00
        h = h * 16777619 & 0xFFFFFFFF
    return h


class FastTextFile:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        magic, version, self.dim, *arguments = struct.unpack_from("<14i", data)
        if (magic, version) != (MAGIC, VERSION):
            raise SystemExit(f"{path}: not a fastText model of version {VERSION}")
        self.buckets, self.min_length, self.max_length = arguments[7:10]
        at = 64
        _, words, _, self.tokens, pruned = struct.unpack_from("<3i2q", data, at)
        if pruned > 0 or self.buckets == 0:
            raise SystemExit(f"{path}: needs a model with all its n-grams, not a quantised one")
        at += 28
        self.words, counts = [], []
        for _ in range(words):
            end = data.index(0, at)
            self.words.append(data[at:end].decode("utf-8", "replace"))
            counts.append(struct.unpack_from("<q", data, end + 1)[0])
            at = end + 10
        self.counts = np.array(counts, dtype=np.float64)
        at += 1  # quantised or not
        rows, columns = struct.unpack_from("<2q", data, at)
        at += 16
        self._head, self._tail = data[:at], data[at + 4 * rows * columns :]
        self.input = np.frombuffer(data, np.float32, rows * columns, at).reshape(rows, columns).copy()

    def ngrams(self, word):
        """The rows of its n-grams in the input matrix."""
        if word == "</s>":
            return []
        text = f"<{word}>"
        return [
            len(self.words) + hash_of(text[i : i + n].encode()) % self.buckets
            for i in range(len(text))
            for n in range(self.min_length, self.max_length + 1)
            if i + n <= len(text)
        ]

    def word_ngrams(self):
        """The n-gram rows of all words, and where those of each begin (one more than words)."""
        lists = [self.ngrams(word) for word in self.words]
        begin = np.concatenate([[0], np.cumsum([len(rows) for rows in lists])])
        return np.concatenate(lists).astype(np.int64), begin

    def write(self, path):
        with open(path, "wb") as file:
            file.write(self._head)
            file.write(np.ascontiguousarray(self.input, dtype=np.float32).tobytes())
            file.write(self._tail)


def mean_rows(rows, flat, begin):
    """The mean of the rows of each list; zero for an empty one."""
    sums = np.zeros((len(begin) - 1, rows.shape[1]), np.float32)
    owner = np.repeat(np.arange(len(begin) - 1), np.diff(begin))
    step = 1 << 20
    for i in range(0, len(flat), step):
        np.add.at(sums, owner[i : i + step], rows[flat[i : i + step]])
    return sums / np.maximum(1, np.diff(begin))[:, None]
