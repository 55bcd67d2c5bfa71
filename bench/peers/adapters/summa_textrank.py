"""summa's TextRank: the three sentences of the highest rank, in the article's order."""

from importlib.metadata import version

from summa.summarizer import summarize

VERSION = version("summa")


def run(articles):
    for article in articles:
        ranked = summarize(article["text"], ratio=1.0, split=True, scores=True)
        best = sorted(range(len(ranked)), key=lambda i: -ranked[i][1])[:3]
        yield [ranked[i][0] for i in sorted(best)]
