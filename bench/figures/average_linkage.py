"""How articles are grouped by average linkage at many cuts: average_linkage.py ARTICLES.jsonl

Prints a JSON array of groupings, one label an article each: first at the cut of the peer, then at every other. Runs in
the environment scikit-learn.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "peers/adapters"))

from sklearn_stories import CUT, groups, tree  # noqa: E402

CUTS = [cut / 40 for cut in range(20, 39)]  # 0.5 to 0.95

with open(sys.argv[1], encoding="utf-8") as lines:
    merged = tree(list(map(json.loads, lines)))
json.dump([groups(merged, cut) for cut in (CUT, *CUTS)], sys.stdout)
