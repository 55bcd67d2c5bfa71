"""Mean F1 of ROUGE: JSON arrays [summary, reference] a line on standard input, an object on standard output."""

import json
import sys

from rouge_score.rouge_scorer import RougeScorer

NAMES = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeLsum": "ROUGE-Lsum"}

scorer = RougeScorer(list(NAMES), use_stemmer=False)
scores = [scorer.score(reference, summary) for summary, reference in map(json.loads, sys.stdin)]
print(json.dumps({name: sum(score[key].fmeasure for score in scores) / len(scores) for key, name in NAMES.items()}))
