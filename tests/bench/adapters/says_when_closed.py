"""Writes a file when it is told to end."""

import os

VERSION = "1"


def run(articles):
    try:
        for article in articles:
            yield [article["text"]]
    finally:
        open(os.environ["CLOSED"], "w").close()
