"""TextRank, written in Rust for this comparison (../rust/src/textrank.rs)."""

from rust_summaries import lines_of
from rust_summaries import sentences as read  # noqa: F401

VERSION = "our own"


def run(articles):
    return lines_of(articles, "textrank")
