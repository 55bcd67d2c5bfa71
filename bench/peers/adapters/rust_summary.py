"""The Rust crate summary: sentences near the one that is nearest to the whole text, by tf-idf."""

from rust_summaries import lines_of
from rust_summaries import sentences as read  # noqa: F401

VERSION = "0.1.0"


def run(articles):
    return lines_of(articles, "summary")
