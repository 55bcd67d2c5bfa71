import time

VERSION = "1"


def run(articles):
    while True:
        time.sleep(60)
