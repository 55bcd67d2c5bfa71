#!/usr/bin/env python3
"""Writes a large collection of articles to cluster, made of the project's data.

usage: story_collection.py DATA ARTICLES DAYS > articles.jsonl

The articles of summaries/pp/cnn_train and summaries/cnn_val, each at a random minute of a period of 30 days, and those of the
stories in stories/allsides_fulltext, fnc1_bodies and ecbplus within a day of their story's random minute; one in
twelve has a copy, cut or cut and headed anew, hours later in another outlet. Beyond a period's worth of articles
everything begins again 30 days later, under new ids and with other minutes. Seeded: the same each time.
"""
import json
import random
import sys
from datetime import datetime, timedelta, timezone

BEGIN = datetime(2026, 1, 1, tzinfo=timezone.utc)
OUTLETS = [f"outlet-{number}.example" for number in range(200)]


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not row.get("leak"):
                yield row


def period(data, chance):
    stories = {}
    for name in ("stories/allsides_fulltext", "stories/fnc1_bodies", "stories/ecbplus"):
        for row in rows(f"{data}/{name}.jsonl"):
            story = name + row["story"]
            minute = stories.setdefault(story, chance.randrange(29 * 1440))
            yield minute + chance.randrange(1440), row.get("title", ""), row["text"], story
    for name in ("summaries/pp/cnn_train", "summaries/cnn_val"):
        for row in rows(f"{data}/{name}.jsonl"):
            yield chance.randrange(30 * 1440), row.get("title", ""), row["text"], ""


def with_copies(articles, chance):
    for minute, title, text, story in articles:
        yield minute, title, text, story
        if chance.random() < 1 / 12:
            paragraphs = text.split("\n\n")
            cut = "\n\n".join(paragraphs[: max(1, int(len(paragraphs) * chance.uniform(0.4, 1)))])
            yield min(minute + chance.randrange(10, 600), 30 * 1440), title, cut, story


def main():
    data, count, days = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(1)
    periods = max(1, days // 30)
    written = 0
    for number in range(periods):
        articles = list(with_copies(period(data, chance), chance))
        chance.shuffle(articles)
        wanted = count // periods if number + 1 < periods else count - written
        for index, (minute, title, text, story) in enumerate(articles[:wanted]):
            published = BEGIN + timedelta(days=30 * number, minutes=minute)
            article = {"id": f"{number}-{index}", "title": title, "text": text, "outlet": chance.choice(OUTLETS),
                       "published": published.strftime("%Y-%m-%dT%H:%M:%SZ"), "language": "en", "story": story}
            print(json.dumps(article, ensure_ascii=False))
            written += 1


main()
