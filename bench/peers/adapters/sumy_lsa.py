"""sumy's LSA summarizer."""

from sumy.summarizers.lsa import LsaSummarizer
from sumy_summaries import VERSION, runner  # noqa: F401

run = runner(LsaSummarizer)
