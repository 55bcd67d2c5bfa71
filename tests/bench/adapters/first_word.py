"""Yields the first word of each article, raw; read() makes a summary of it."""

VERSION = "2.1"


def run(articles):
    for article in articles:
        yield article["text"].split()[0]


def read(word):
    return [word]
