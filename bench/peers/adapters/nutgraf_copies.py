"""nutgraf dedup."""

from nutgraf import VERSION, labels, lines_of  # noqa: F401


def run(articles):
    return labels(articles, lines_of(articles, "dedup"))
