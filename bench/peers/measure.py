#!/usr/bin/env python3
"""Runs one peer once, in this process: measure.py ADAPTER ARTICLES SECONDS RESULTS

ARTICLES are JSON Lines. What the peer made of each of them goes to RESULTS, a line an article, and its speed to
standard output, as JSON. README.md has the contract. Runs with Python 3.8, which some peers need.
"""

import importlib
import json
import os
import resource
import sys
import time


class Articles(list):
    """The articles of a file, as dictionaries; `path` is that file, for a program that reads it itself."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            super().__init__(json.loads(line) for line in lines)
        self.path = path


def processor_seconds():
    """That this process and those it has waited for took, on all cores together: threads bring nobody anything."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def take(results, seconds):
    """What `results` yields until the time is over, and at least one."""
    taken = []
    end = time.monotonic() + seconds
    for result in results:
        taken.append(result)
        if time.monotonic() > end:
            break
    if hasattr(results, "close"):
        results.close()
    return taken


def main(adapter, articles_file, seconds, results_file):
    articles = Articles(articles_file)

    begin = processor_seconds()
    peer = importlib.import_module(adapter)
    set_up = processor_seconds() - begin

    begin = processor_seconds()
    results = take(peer.run(articles), float(seconds))
    taken = processor_seconds() - begin

    read = getattr(peer, "read", lambda result: result)
    with open(results_file, "w", encoding="utf-8") as lines:
        for result in results:
            lines.write(json.dumps(read(result)) + "\n")
    done = articles[: len(results)]
    print(
        json.dumps(
            {
                "version": peer.VERSION,
                "set_up": set_up,
                "seconds": taken,
                "articles": len(done),
                "bytes": sum(len(article["text"].encode()) for article in done),
            }
        )
    )


if __name__ == "__main__":
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "adapters"))
    main(*sys.argv[1:])
