#!/usr/bin/env python3
"""Writes shorter versions of articles: usage: cut.py FILE OUT

OUT/NAME_lead.jsonl has the first two sentences of each, OUT/NAME_part.jsonl the first 60 to 200 words, so that what is
learned serves articles of any length.
"""
import json
import pathlib
import random
import re
import sys


def main():
    source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    chance = random.Random(1)
    cuts = {
        "lead": lambda text: " ".join(re.split(r"(?<=[.!?])\s+", text.strip())[:2]),
        "part": lambda text: " ".join(text.split()[: chance.choice([60, 100, 150, 200])]),
    }
    rows = [json.loads(line) for line in source.open(encoding="utf-8")]
    for name, cut in cuts.items():
        with open(folder / f"{source.stem}_{name}.jsonl", "w", encoding="utf-8") as out:
            for row in rows:
                out.write(json.dumps({**row, "text": cut(row["text"])}) + "\n")


main()
