"""sumy's TextRank summarizer."""

from sumy.summarizers.text_rank import TextRankSummarizer
from sumy_summaries import VERSION, runner  # noqa: F401

run = runner(TextRankSummarizer)
