"""ICU's own sentence rules, by PyICU."""

from icu import ICU_VERSION, BreakIterator, Locale, UnicodeString
from icu import VERSION as PYICU_VERSION

VERSION = f"{ICU_VERSION} (PyICU {PYICU_VERSION})"


def run(articles):
    iterators = {}
    for article in articles:
        language = article.get("language", "en")
        if language not in iterators:
            iterators[language] = BreakIterator.createSentenceInstance(Locale(language))
        text = UnicodeString(article["text"])
        iterators[language].setText(text)
        begin, sentences = 0, []
        for end in iterators[language]:
            sentences.append(str(text[begin:end]))
            begin = end
        yield sentences
