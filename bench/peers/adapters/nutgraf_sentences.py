"""nutgraf segment."""

from nutgraf import VERSION, lines_of  # noqa: F401
from nutgraf import texts as read  # noqa: F401


def run(articles):
    return lines_of(articles, "segment")
