"""datasketch: MinHash LSH on shingles of five words; articles that are alike, through others too, are one group."""

import re
from importlib.metadata import version

from datasketch import MinHash, MinHashLSH

VERSION = version("datasketch")
JACCARD = 0.5


def run(articles):
    search = MinHashLSH(threshold=JACCARD, num_perm=128)
    labels = []
    for number, article in enumerate(articles):
        words = re.findall(r"\w+", article["text"].lower())
        shingles = {" ".join(words[i : i + 5]).encode() for i in range(max(1, len(words) - 4))}
        sketch = MinHash(num_perm=128)
        sketch.update_batch(shingles)
        alike = {labels[other] for other in search.query(sketch)}
        labels.append(min(alike, default=number))
        labels = [labels[-1] if label in alike else label for label in labels]
        search.insert(number, sketch)
    return labels
