"""How well others find the main text of web pages: main_text.py PAGES.jsonl

Prints a JSON object: F1 over the strings, as `nutgraf eval extract` counts them, of each program. Runs in the
environment main-text.
"""

import json
import sys
from importlib.metadata import version

import lxml.html
import readability
import trafilatura


def by_trafilatura(html):
    return trafilatura.extract(html, include_comments=False) or ""


def by_readability(html):
    return lxml.html.fromstring(readability.Document(html).summary()).text_content()


PROGRAMS = {"trafilatura": by_trafilatura, "readability-lxml": by_readability}


def spaced(text):
    return " ".join(text.split())


def f1(extract, pages):
    right = wrong = missed = 0
    for page in pages:
        try:
            text = spaced(extract(page["html"]))
        except Exception as error:  # what a program says of a page that it can't read is its own
            print(f"{extract.__name__}: {error}", file=sys.stderr)
            text = ""
        found = sum(spaced(wanted) in text for wanted in page["with"])
        right += found
        missed += len(page["with"]) - found
        wrong += sum(spaced(other) in text for other in page["without"])
    return 2 * right / (2 * right + wrong + missed)


with open(sys.argv[1], encoding="utf-8") as lines:
    rows = list(map(json.loads, lines))
json.dump({f"{name} {version(name)}": f1(extract, rows) for name, extract in PROGRAMS.items()}, sys.stdout)
