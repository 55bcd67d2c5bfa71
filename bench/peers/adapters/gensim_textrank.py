"""gensim's TextRank, which it had up to 3.8. It takes a share of the sentences: the one that gives three."""

from importlib.metadata import version

from gensim.summarization import summarize
from gensim.summarization.textcleaner import split_sentences

VERSION = version("gensim")


def run(articles):
    for article in articles:
        sentences = list(split_sentences(article["text"]))
        if len(sentences) <= 3:
            yield sentences
        else:
            yield summarize(article["text"], ratio=3.99 / len(sentences), split=True)
