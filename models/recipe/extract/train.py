#!/usr/bin/env python3
"""Trains the main text model: a logistic regression over the features of blocks.

    block_features pages.jsonl > features.tsv
    train.py pages.jsonl features.tsv > engine/extract/main_text_weights.txt

A third of the pages, by a hash of their address, is held out; --all trains on every page. What is written is plain
text, a feature and its weight a line. Needs numpy. The same input gives the same weights.
"""
import argparse
import hashlib
import json
import sys

import numpy as np

PENALTY = 33.0  # L2, on weights of standardised features: chosen by cross-validation over the training pages


def is_held_out(url):
    return int(hashlib.md5(url.encode()).hexdigest(), 16) % 3 == 0


def read_features(path, held_out, use_all):
    """Examples (features, label, weight) of the training pages, each block once."""
    with open(path) as lines:
        names = next(lines).rstrip("\n").split("\t")[5:]
        rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [row for row in rows if use_all or not held_out[int(row[0])]]
    # A string that must be in the text and stands in several blocks does not tell which of them is the one.
    wanted = {(row[0], row[4]) for row in rows if row[2] == "1" and row[3] == "1"}
    examples, labels, weights, seen = [], [], [], set()
    for page, string, with_, blocks, block, *features in rows:
        positive = with_ == "1"
        if positive != ((page, block) in wanted) or (positive and (page, block) in seen):
            continue
        seen.add((page, block))
        examples.append([float(value) for value in features])
        labels.append(positive)
        weights.append(1 / float(blocks) ** 0.5)
    return names, np.array(examples), np.array(labels, float), np.array(weights)


def fit(x, y, weights):
    """Newton's method; the last column of x is the constant, which is not penalised."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-9
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (weights * (p - y)) + penalty * beta
        hessian = (x.T * (weights * p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-9:
            return beta
    sys.exit("train.py: no convergence")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages")
    parser.add_argument("features")
    parser.add_argument("--all", action="store_true", help="train on the held-out pages too")
    arguments = parser.parse_args()

    with open(arguments.pages) as lines:
        held_out = [is_held_out(json.loads(line)["url"]) for line in lines]
    names, x, y, weights = read_features(arguments.features, held_out, arguments.all)
    mean, scale = x.mean(0), x.std(0) + 1e-3
    beta = fit(np.column_stack([(x - mean) / scale, np.ones(len(x))]), y, weights)
    slopes = beta[:-1] / scale
    print("# Made by models/recipe/extract/train.py; see there. A block is main text if the sum is above 0.")
    print(f"bias {beta[-1] - slopes @ mean:.6g}")
    for name, slope in zip(names, slopes):
        print(f"{name} {slope:.6g}")


if __name__ == "__main__":
    main()
