"""The first three sentences, as nutgraf segments them: what summaries of news have to beat."""

from nutgraf import VERSION, lines_of, texts  # noqa: F401


def run(articles):
    return lines_of(articles, "segment")


def read(line):
    return texts(line)[:3]
