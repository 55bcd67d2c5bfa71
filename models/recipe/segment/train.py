"""Trains the gap model of engine/segment/gap_model.h.

    write_gaps FILE... | python3 train.py gap.weights

Reads the lines of write_gaps, prints boundary F1 per file, each row judged by a model that has not seen it (four folds,
by row), then trains on all rows and writes the weights. Needs numpy, scipy and scikit-learn.
"""

import sys
import zlib

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

WEIGHTS = 1 << 15
UNIT = 1 / 16
FOLDS = 4
REGULARIZATION = 2.0  # scikit-learn's C
SURE = 1.0  # what overrules firm rules, as in gap_model.h


def read(lines):
    files, rows, gold, rule, firm, features = [], [], [], [], [], []
    for line in lines:
        name, row, ends, said, is_firm, *indices = line.rstrip("\n").split("\t")
        files.append(name)
        rows.append(int(row))
        gold.append(ends == "1")
        rule.append(said == "1")
        firm.append(is_firm == "1")
        features.append([int(i) for i in indices])
    return np.array(files), np.array(rows), np.array(gold), np.array(rule), np.array(firm), features


def matrix(features):
    pointers = np.cumsum([0] + [len(f) for f in features])
    indices = np.concatenate([np.array(f, dtype=np.int64) for f in features])
    return csr_matrix((np.ones(len(indices), dtype=np.float32), indices, pointers), shape=(len(features), WEIGHTS))


def train(x, y):
    model = LogisticRegression(C=REGULARIZATION, solver="liblinear", fit_intercept=False, max_iter=100)
    model.fit(x, y)
    return np.clip(np.round(model.coef_[0] / UNIT), -127, 127)


def f1(gold, found):
    return 200 * np.sum(gold & found) / max(1, np.sum(gold) + np.sum(found))


def main():
    files, rows, gold, rule, firm, features = read(sys.stdin)
    learned = np.array([len(f) > 0 for f in features])
    x = matrix(features)
    fold = np.array([zlib.crc32(f"{f}{r}".encode()) % FOLDS for f, r in zip(files, rows)])
    found = rule.copy()
    for k in range(FOLDS):
        weights = train(x[learned & (fold != k)], gold[learned & (fold != k)])
        judged = learned & (fold == k)
        score = x[judged] @ weights * UNIT
        unsure = firm[judged] & (np.abs(score) <= SURE)
        found[judged] = np.where(unsure, rule[judged], score > 0)
    by_kind = {}
    for name in sorted(set(files)):
        of = files == name
        scores = f1(gold[of], rule[of]), f1(gold[of], found[of])
        print(f"{name:32} rules {scores[0]:6.2f}  rules and model {scores[1]:6.2f}")
        by_kind.setdefault(name.split(".")[0].split("-")[-1], []).append(scores)
    for kind, scores in by_kind.items():
        print(f"macro {kind:26} rules {np.mean([s[0] for s in scores]):6.2f}  rules and model {np.mean([s[1] for s in scores]):6.2f}")

    weights = train(x[learned], gold[learned])
    with open(sys.argv[1], "wb") as out:
        out.write(weights.astype(np.int8).tobytes())


if __name__ == "__main__":
    main()
