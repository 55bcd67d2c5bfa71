"""sumy's LexRank summarizer."""

from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy_summaries import VERSION, runner  # noqa: F401

run = runner(LexRankSummarizer)
