VERSION = "1"


def run(articles):
    raise ValueError("no such thing")
