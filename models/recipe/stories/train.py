#!/usr/bin/env python3
"""Learns the score of two articles: usage: train.py FOLDER...

Prints the constants of engine/similarity/pair_score.cc, but for that of days. FOLDERs are what write_pairs wrote.
"""
import pathlib
import sys

import numpy
from sklearn.linear_model import LogisticRegression

# The mean log-odds at which agglomerate() does best over all collections: taken into the bias, so that it is 0.
BEST_THRESHOLD = -0.5
REGULARISATION = 0.01


def load(path):
    stories = numpy.fromfile(path.with_name(path.name.replace(".pairs.f32", ".stories.u32")), numpy.uint32)
    pairs = numpy.fromfile(path, numpy.float32).reshape(-1, 4)
    first, second = pairs[:, 0].astype(int), pairs[:, 1].astype(int)
    same = stories[first] == stories[second]
    terms, lead = pairs[:, 2], pairs[:, 3]
    features = numpy.stack([terms, numpy.sqrt(terms), lead, numpy.sqrt(lead)], 1)
    # Each article counts the same, however large its story; pairs of two stories weigh twice as much as those of one.
    weights = numpy.where(same, 1.0 / numpy.bincount(stories)[stories[first]], 1.0)
    weights[same] *= len(stories) / weights[same].sum()
    weights[~same] *= 2 * len(stories) / weights[~same].sum()
    return features, same, weights


def main():
    parts = [load(path) for folder in sys.argv[1:] for path in sorted(pathlib.Path(folder).glob("*.pairs.f32"))]
    features, same, weights = (numpy.concatenate(part) for part in zip(*parts))
    mean = numpy.average(features, axis=0, weights=weights)
    deviation = numpy.sqrt(numpy.average((features - mean) ** 2, axis=0, weights=weights))
    model = LogisticRegression(C=REGULARISATION, max_iter=500)
    model.fit((features - mean) / deviation, same, sample_weight=weights)
    slopes = model.coef_[0] / deviation
    bias = model.intercept_[0] - slopes @ mean - BEST_THRESHOLD
    for name, value in zip(["kBias", "kTerms", "kTermsRoot", "kLead", "kLeadRoot"], [bias, *slopes]):
        print(f"constexpr float {name} = {value:.2f}F;")


main()
