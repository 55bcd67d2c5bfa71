"""What a figure needs may not be there; then a dash stands in its place."""

DASH = "–"


class Missing(Exception):
    """Its message tells what is."""


def data_file(data, name):
    path = data / f"{name}.jsonl"
    if not path.exists():
        raise Missing(f"{path} is not there")
    return path
