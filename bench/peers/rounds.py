"""Runs peers in rounds, each in a process of its own, and takes the median.

outcomes = rounds.measure(peers, articles_file, folder)
outcomes[0].rate    # 41.2 articles a second
"""

import json
import os
import random
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parents[1] / "build/peers"

ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


@dataclass(frozen=True)
class Peer:
    """Who does a task by which adapter, and what of build/peers has to be installed for it."""

    name: str
    adapter: str
    environment: str = ""


@dataclass
class Outcome:
    peer: Peer
    runs: list = field(default_factory=list)  # what measure.py printed, a run each
    results: list = field(default_factory=list)  # of the first run, one an article
    failure: str = ""

    def _median(self, value):
        return statistics.median(map(value, self.runs))

    @property
    def version(self):
        return self.runs[0]["version"] if self.runs else ""

    @property
    def rates(self):
        """Articles a second of each run."""
        return [run["articles"] / run["seconds"] for run in self.runs]

    @property
    def rate(self):
        return statistics.median(self.rates)

    @property
    def megabytes(self):
        """A second, of text."""
        return self._median(lambda run: run["bytes"] / run["seconds"] / 1e6)

    @property
    def set_up(self):
        """Seconds."""
        return self._median(lambda run: run["set_up"])

    @property
    def articles(self):
        return self._median(lambda run: run["articles"])


def not_installed(environment):
    """Why not; empty if it is."""
    folder = ENVIRONMENTS / environment
    if (folder / "failed").exists():
        return "did not install: " + (folder / "failed").read_text().strip()
    return "" if (folder / "installed").exists() else "is not installed"


def run(outcome, articles_file, folder, seconds, timeout, settings=None):
    """Adds one run to the outcome, or tells in it why it failed. `settings` are environment variables."""
    peer = outcome.peer
    outcome.failure = not_installed(peer.environment) if peer.environment else ""
    if outcome.failure:
        return
    python = ENVIRONMENTS / peer.environment / "bin/python"
    results = Path(folder) / "results.jsonl"
    command = [
        python if peer.environment and python.exists() else sys.executable,
        HERE / "measure.py",
        peer.adapter,
        articles_file,
        str(seconds),
        results,
    ]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **ONE_THREAD, **(settings or {})},
            capture_output=True,
            text=True,
            timeout=timeout,
            check=True,
        )
        outcome.runs.append(json.loads(done.stdout.splitlines()[-1]))
    except subprocess.TimeoutExpired:
        outcome.failure = f"took more than {timeout} s"
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().splitlines()
        outcome.failure = "failed: " + (said[-1] if said else f"exit status {error.returncode}")
    else:
        if not outcome.results:
            outcome.results = [json.loads(line) for line in results.read_text().splitlines()]


def measure(peers, articles_file, folder, rounds=5, seconds=2, timeout=120, settings=None):
    """An outcome a peer, in their order. In each round every peer runs once, in a random order, so that what else the
    machine does meets all alike. A peer that failed is not run again."""
    outcomes = [Outcome(peer) for peer in peers]
    chance = random.Random(1)
    for _ in range(rounds):
        for outcome in chance.sample(outcomes, len(outcomes)):
            if not outcome.failure:
                run(outcome, articles_file, folder, seconds, timeout, settings)
    return outcomes
