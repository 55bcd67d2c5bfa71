"""The Rust program in ../rust: a file of articles in, a JSON array of sentences a line out, its start included."""

import json
import subprocess
from pathlib import Path

PROGRAM = Path(__file__).parents[3] / "build/peers/rust/release/summaries"


def lines_of(articles, method):
    command = [PROGRAM, method, articles.path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        try:
            yield from program.stdout
        except GeneratorExit:
            program.kill()
            return
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command)


def sentences(line):
    return json.loads(line)
