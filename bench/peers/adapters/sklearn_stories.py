"""scikit-learn and SciPy: tf-idf of words, average linkage over cosine distance, cut at one distance."""

from importlib.metadata import version

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

VERSION = version("scikit-learn")
CUT = 0.75  # the best one for fnc1_bodies, fnc1_headlines, ecbplus, cstnews_pt and vietnamese_mds together


def tree(articles):
    """Other settings of the vectors were tried on the same collections; none is better on all."""
    texts = ["\n".join((article.get("title", ""), article["text"])) for article in articles]
    vectors = TfidfVectorizer(sublinear_tf=True, min_df=2, stop_words="english").fit_transform(texts)
    distances = np.maximum(1 - (vectors @ vectors.T).toarray(), 0)
    np.fill_diagonal(distances, 0)
    return linkage(squareform(distances, checks=False), "average")


def groups(tree, cut):
    return fcluster(tree, cut, "distance").tolist()


def run(articles):
    return groups(tree(articles), CUT)
