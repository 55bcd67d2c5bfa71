"""Outcomes -> Markdown."""


def significant(value, digits=3):
    """1234567 -> 1,230,000; 4.5678 -> 4.57"""
    rounded = float(f"{value:.{digits}g}")
    decimals = max(0, digits - len(f"{int(rounded)}")) if rounded < 10**digits else 0
    return f"{rounded:,.{decimals}f}"


def share(value):
    """.835"""
    return f"{value:.3f}".removeprefix("0")


def table(header, rows):
    """With columns of one width each."""
    cells = [header, *rows]
    widths = [max(3, *(len(row[i]) for row in cells)) for i in range(len(header))]
    cells.insert(1, ["-" * width for width in widths])
    return "".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |\n" for row in cells)


def quality(scores):
    """One cell: a share, or several parted by slashes; ROUGE as percents."""
    if any(name.startswith("ROUGE") for name in scores):
        return " / ".join(f"{100 * score:.1f}" for score in scores.values())
    return " / ".join(map(share, scores.values()))


def peers_table(task, outcomes, gold):
    """`gold`: {column: {peer's name: scores, or why there are none}}. The first outcome is what the others are
    compared with."""
    measures = {
        column: next((s for s in scores.values() if isinstance(s, dict)), {}) for column, scores in gold.items()
    }
    header = [
        task,
        "articles/s",
        "lowest-highest",
        "MB/s",
        "times as slow",
        "articles",
        "set-up",
        *(f"{column}: {' / '.join(names)}" for column, names in measures.items()),
    ]
    rows = []
    for outcome in outcomes:
        name = f"{outcome.peer.name} {outcome.version}".strip()
        if outcome.failure:
            speed = [outcome.failure.replace("|", "/")[:120], "", "", "", "", ""]
        else:
            slower = outcomes[0].rate / outcome.rate if not outcomes[0].failure else None
            speed = [
                significant(outcome.rate),
                f"{significant(min(outcome.rates))}-{significant(max(outcome.rates))}",
                significant(outcome.megabytes),
                significant(slower, 2) if slower and outcome is not outcomes[0] else "",
                f"{outcome.articles:,.0f}",
                f"{outcome.set_up:.2f} s",
            ]
        scores = [column[outcome.peer.name] for column in gold.values()]
        rows.append([name, *speed, *(quality(s) if isinstance(s, dict) else s for s in scores)])
    return table(header, rows)
