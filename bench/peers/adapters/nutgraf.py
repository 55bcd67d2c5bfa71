"""The command nutgraf, one thread: a file of articles in, JSON Lines out, its start included."""

import json
import os
import subprocess
import tempfile

PROGRAM = os.environ["NUTGRAF"]
VERSION = subprocess.run([PROGRAM, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]


def lines_of(articles, command, *arguments):
    """The records that the command writes, but for those that are about no article or group: "sources" and "end"."""
    with tempfile.TemporaryFile() as out:
        done = subprocess.run([PROGRAM, command, "--json", "-q", "-j", "1", *arguments, articles.path], stdout=out)
        if done.returncode not in (0, 1):  # 1: nothing found
            done.check_returncode()
        out.seek(0)
        return [line for line in out if not line.startswith((b'{"type":"sources"', b'{"type":"end"'))]


def texts(line):
    return [sentence["text"] for sentence in json.loads(line)["sentences"]]


def labels(articles, lines):
    """Of each article the number of its group; an article that is in none is alone."""
    group = {member["id"]: i for i, line in enumerate(lines) for member in json.loads(line)["articles"]}
    return [group.get(article["id"], article["id"]) for article in articles]
