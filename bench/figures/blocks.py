"""The parts of a Markdown file that a program makes:

<!-- figures: speed -->
| what | nutgraf |
<!-- end of figures -->
"""

import re

BLOCK = re.compile(r"(<!-- figures: (\S+) -->\n)(.*?)(<!-- end of figures -->)", re.DOTALL)
NUMBER = re.compile(r"[+-]?(?:\d[\d,]*)?\.?\d+")


def blocks(text):
    """{name: what stands in it}"""
    return {match[2]: match[3] for match in BLOCK.finditer(text)}


def replaced(text, made):
    """The text with the blocks that were made in the place of those that stand there."""
    return BLOCK.sub(lambda match: match[1] + made.get(match[2], match[3]) + match[4], text)


def cells(block):
    """[(where, cell)]: a table's cells by the names of their row and column, other lines by their number."""
    header, found = None, []
    for number, line in enumerate(block.splitlines()):
        if not line.startswith("|"):
            header = None
            found.append((f"line {number + 1}", line.strip()))
            continue
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if header is None:
            header = row
        found.append((row[0], row[0]))
        found += [(f"{row[0]}, {name}" if name else row[0], cell) for name, cell in zip(header[1:], row[1:])]
    return [(where, cell) for where, cell in found if cell.strip("- ")]


def numbers(cell):
    return [float(number.replace(",", "")) for number in NUMBER.findall(cell)]


def differ(stands, measured, tolerance):
    """Whether two cells say something else: other words, or numbers that are further apart than the share `tolerance`
    of the measured one."""
    if stands == measured:
        return False
    if tolerance == 0 or NUMBER.sub("#", stands) != NUMBER.sub("#", measured):
        return True
    return any(abs(a - b) > tolerance * abs(b) for a, b in zip(numbers(stands), numbers(measured)))


def differences(stands, measured, tolerance=0.0):
    """[(where, what stands there, what was measured)]; None where there is nothing."""
    old, new = dict(cells(stands)), dict(cells(measured))
    places = [*new, *(where for where in old if where not in new)]
    return [
        (where, old.get(where), new.get(where))
        for where in places
        if where not in old or where not in new or differ(old[where], new[where], tolerance)
    ]
