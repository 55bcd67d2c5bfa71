"""BlingFire's text_to_sentences."""

from importlib.metadata import version

from blingfire import text_to_sentences

VERSION = version("blingfire")


def run(articles):
    for article in articles:
        yield text_to_sentences(article["text"]).split("\n")
