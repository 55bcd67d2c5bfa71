"""pySBD, by the article's language, English if it has no rules for that."""

from importlib.metadata import version

from pysbd import Segmenter
from pysbd.languages import LANGUAGE_CODES

VERSION = version("pysbd")


def run(articles):
    segmenters = {}
    for article in articles:
        language = article.get("language", "en")[:2]
        if language not in LANGUAGE_CODES:
            language = "en"
        if language not in segmenters:
            segmenters[language] = Segmenter(language=language, clean=False)
        yield segmenters[language].segment(article["text"])
