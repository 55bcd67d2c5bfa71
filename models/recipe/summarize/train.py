"""Trains the two perceptrons of a scorer (engine/summarize/scorer_weights.h) on what write_examples wrote.

    train.py terms TERMS_DIR SCORER              the first; the second is filled with zeros
    train.py sentences SENTENCES_DIR SCORER      the second, behind the first that SCORER has
        [--validate DIR] [--articles N] [--without GROUP] [--seed N] [--dry]

A sentence's label is whether it is among those that, taken greedily, bring ROUGE-1 F1 plus ROUGE-2 F1 of the summary
highest (Nallapati et al., "SummaRuNNer", AAAI 2017). Only sentences that can stand alone count, since only such get into
a summary. The loss is the cross-entropy of each label. With vectors, since what matters is which of an article's
sentences comes first, that of the labels beside the softmax over the article is added (ListNet; Cao et al., "Learning to
Rank", ICML 2007); without them it did not help.

--validate tells after each epoch what the two and three best sentences of each article in DIR score; --without trains
without a group of features, to see what it carries.
"""

import argparse
import struct

import numpy as np
import torch

VERSION = 2
TERM_FEATURES, SENTENCE_FEATURES = 21, 49
TERM_UNITS, SENTENCE_UNITS, PROJECTED = 8, 32, 16
MOST_DEVIATIONS = 6
VECTOR_SCALE = 10  # vectors at unit length have small numbers; ends up in the projection
GROUPS = {
    "position": range(0, 10), "length": range(10, 15), "form": range(15, 24),
    "salience": range(24, 39), "agreement": range(39, 49), "content": None,
}
LEANS, BREAKS_OFF = 20, 21


def scaling(rows):
    mean = rows.mean(0, dtype=np.float64)
    deviation = rows.std(0, dtype=np.float64)
    return mean.astype("f4"), np.where(deviation > 1e-6, 1 / np.maximum(deviation, 1e-6), 0).astype("f4")


def scaled(rows, mean, scale):
    return np.clip((rows - mean) * scale, -MOST_DEVIATIONS, MOST_DEVIATIONS)


class Perceptron(torch.nn.Module):
    def __init__(self, inputs, units, dropout=0.0):
        super().__init__()
        self.first = torch.nn.Linear(inputs, units)
        self.second = torch.nn.Linear(units, 1)
        self.dropout = torch.nn.Dropout(dropout)

    def forward(self, inputs):
        return self.second(torch.relu(self.first(self.dropout(inputs))))[..., 0]


class SentencePerceptron(torch.nn.Module):
    """Takes the features, and what is projected from a sentence's vector, from the mean of its article's vectors, and
    the products of the two."""

    def __init__(self, dimensions):
        super().__init__()
        projected = PROJECTED if dimensions else 0
        self.own = torch.nn.Linear(dimensions, projected, bias=False)
        self.article = torch.nn.Linear(dimensions, projected, bias=False)
        self.perceptron = Perceptron(SENTENCE_FEATURES + 3 * projected, SENTENCE_UNITS, dropout=0.1)

    def forward(self, features, vectors, means):
        own = self.own(vectors * VECTOR_SCALE)
        article = self.article(means * VECTOR_SCALE)
        return self.perceptron(torch.cat([features, own, article, own * article], -1))


def cross_entropy(odds, labels):
    return torch.nn.functional.binary_cross_entropy_with_logits(odds, labels)


def article_cross_entropy(odds, labels, article, articles):
    """The same, and the mean over the articles of that beside the softmax over each one's sentences."""
    def sum_by_article(values):
        return torch.zeros(articles).index_add(0, article, values)

    log_sum = torch.log(sum_by_article(torch.exp(odds.clamp(-15, 15))) + 1e-9)
    share = labels / sum_by_article(labels).clamp(min=1)[article]
    return cross_entropy(odds, labels) - (share * (odds - log_sum[article])).sum() / articles


def fit(model, batches_of, epochs, rate, steps):
    """Trains with batches of inputs and a loss of the outputs; gives the mean loss of each epoch."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=epochs * steps + 1, pct_start=0.1)
    for epoch in range(epochs):
        model.train()
        losses = []
        for inputs, loss_of in batches_of(epoch):
            loss = loss_of(model(*inputs))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        model.eval()
        yield float(np.mean(losses))


def pack(mean, scale, model):
    weights = [mean, scale, model.first.weight.detach().numpy().T, model.first.bias.detach().numpy(),
               model.second.weight.detach().numpy(), model.second.bias.detach().numpy()]
    return b"".join(np.ascontiguousarray(w, dtype="<f4").tobytes() for w in weights)


def term_size():
    return 4 * (2 * TERM_FEATURES + (TERM_FEATURES + 2) * TERM_UNITS + 1)


def write_scorer(path, terms, sentences, projections=(np.zeros((0, 0)),) * 2):
    dimensions, projected = projections[0].shape
    header = struct.pack("<8I", VERSION, dimensions, projected, TERM_FEATURES, TERM_UNITS, SENTENCE_FEATURES,
                         SENTENCE_UNITS, 0)
    with open(path, "wb") as file:
        file.write(header)
        for projection in projections:
            file.write(np.ascontiguousarray(projection, dtype="<f4").tobytes())
        file.write(terms + sentences)


def read_terms(path):
    with open(path, "rb") as file:
        scorer = file.read()
    dimensions, projected = struct.unpack("<8I", scorer[:32])[1:3]
    begin = 32 + 2 * 4 * dimensions * projected
    return scorer[begin:begin + term_size()]


def train_terms(arguments):
    rows = np.fromfile(arguments.directory + "/terms.f32", dtype="f4").reshape(-1, TERM_FEATURES + 1)
    mean, scale = scaling(rows[:, :-1])
    size = 32768
    steps = -(-len(rows) // size)

    def batches(epoch):
        order = np.random.RandomState(epoch).permutation(len(rows))
        for at in range(0, len(rows), size):
            batch = rows[order[at:at + size]]
            labels = torch.from_numpy(batch[:, -1].copy())
            yield (torch.from_numpy(scaled(batch[:, :-1], mean, scale)),), lambda odds: cross_entropy(odds, labels)

    model = Perceptron(TERM_FEATURES, TERM_UNITS)
    for loss in fit(model, batches, 2, 4e-3, steps):
        print(f"terms: loss {loss:.4f}", flush=True)
    empty = Perceptron(SENTENCE_FEATURES, SENTENCE_UNITS)
    zeros = np.zeros(SENTENCE_FEATURES)
    write_scorer(arguments.scorer, pack(mean, scale, model), pack(zeros, zeros, empty))


class Articles:
    def __init__(self, directory):
        def read(name, dtype, columns):
            return np.fromfile(f"{directory}/{name}", dtype=dtype).reshape(-1, columns)

        self.counts = read("articles.u32", "u4", 4).astype(np.int64)
        self.begin = np.concatenate([[0], np.cumsum(self.counts[:, 0])])
        self.features = read("sentences.f32", "f4", SENTENCE_FEATURES)
        vectors = np.fromfile(f"{directory}/vectors.f16", dtype="f2")
        self.dimensions = len(vectors) // max(len(self.features), 1)
        self.vectors = vectors.reshape(len(self.features), self.dimensions)
        self.means = np.zeros((len(self.counts), self.dimensions), "f4")
        for i in range(len(self.counts)):
            self.means[i] = self.vectors[self.begin[i]:self.begin[i + 1]].mean(0, dtype="f4")
        self.article = np.repeat(np.arange(len(self.counts)), self.counts[:, 0])
        self.words = read("words.u32", "u4", 1)[:, 0].astype(np.int64)
        self.stands_alone = (self.features[:, LEANS] == 0) & (self.features[:, BREAKS_OFF] == 0)
        reference = np.fromfile(f"{directory}/reference.u32", dtype="u4").astype(np.int64)
        reference_begin = np.concatenate([[0], np.cumsum(self.counts[:, 1] + self.counts[:, 2])])
        rows = {name: read(name + ".u32", "u4", 3).astype(np.int64) for name in ("unigrams", "bigrams")}
        row_begin = {name: np.searchsorted(r[:, 0], self.begin) for name, r in rows.items()}
        self.matches = []  # an article: its reference's counts, and of each sentence which it has how often
        for i in range(len(self.counts)):
            own = reference[reference_begin[i]:reference_begin[i + 1]]
            parts = []
            for name, most in (("unigrams", own[:self.counts[i, 1]]), ("bigrams", own[self.counts[i, 1]:])):
                counts = np.zeros((self.counts[i, 0], len(most)), np.int16)
                part = rows[name][row_begin[name][i]:row_begin[name][i + 1]]
                counts[part[:, 0] - self.begin[i], part[:, 1]] = part[:, 2]
                parts.append((most.astype(np.int16), counts))
            self.matches.append(parts)

    def score(self, article, chosen):
        """ROUGE-1 and -2 F1 of the sentences, numbered within the article."""
        words = self.words[self.begin[article] + np.asarray(chosen)].sum()
        scores = []
        for less, (most, counts) in enumerate(self.matches[article]):
            common = np.minimum(counts[chosen].sum(0), most).sum()
            whole = max(words - less, 0) + max(self.counts[article, 3] - less, 0)
            scores.append(2 * common / whole if whole else 0.0)
        return scores

    def labels(self, most=4):
        labels = np.zeros(len(self.features), "f4")
        for article, (all_sentences, _, _, gold) in enumerate(self.counts):
            begin = self.begin[article]
            words = self.words[begin:begin + all_sentences]
            taken_words, best = 0, 0.0
            taken = [np.zeros(len(m), np.int16) for m, _ in self.matches[article]]
            for _ in range(most):
                value = np.zeros(all_sentences)
                for less, (most_counts, counts) in enumerate(self.matches[article]):
                    common = np.minimum(counts + taken[less], most_counts).sum(1)
                    value += 2 * common / np.maximum(taken_words + words - less + gold - less, 1)
                value[labels[begin:begin + all_sentences] > 0] = -1
                value[~self.stands_alone[begin:begin + all_sentences]] = -1
                choice = int(np.argmax(value))
                if value[choice] <= best + 1e-9:
                    break
                best = value[choice]
                labels[begin + choice] = 1
                taken_words += words[choice]
                for less, (_, counts) in enumerate(self.matches[article]):
                    taken[less] = taken[less] + counts[choice]
        return labels


def validate(model, mean, scale, articles):
    with torch.no_grad():
        odds = model(torch.from_numpy(scaled(articles.features, mean, scale)),
                     torch.from_numpy(articles.vectors.astype("f4")),
                     torch.from_numpy(articles.means[articles.article])).numpy()
    results = []
    for sentences in (2, 3):
        scores = []
        for article in range(len(articles.counts)):
            own = odds[articles.begin[article]:articles.begin[article + 1]]
            own = own - 100 * ~articles.stands_alone[articles.begin[article]:articles.begin[article + 1]]
            scores.append(articles.score(article, np.argsort(-own, kind="stable")[:sentences]))
        results.append(f"best {sentences}: " + " ".join(f"{100 * s:.2f}" for s in np.mean(scores, 0)))
    return "  ".join(results)


def train_sentences(arguments):
    articles = Articles(arguments.directory)
    labels = articles.labels()
    number = min(arguments.articles or len(articles.counts), len(articles.counts))
    mean, scale = scaling(articles.features)
    if arguments.without and arguments.without != "content":
        scale[list(GROUPS[arguments.without])] = 0
    features = scaled(articles.features, mean, scale).astype("f2")
    dimensions = 0 if arguments.without == "content" else articles.dimensions
    size = 80
    steps = -(-number // size)

    def batches(epoch):
        order = np.random.RandomState(epoch + 100 * arguments.seed).permutation(number)
        for at in range(0, number, size):
            chosen = order[at:at + size]
            rows = np.concatenate([np.arange(articles.begin[i], articles.begin[i + 1]) for i in chosen])
            place = np.repeat(np.arange(len(chosen)), articles.counts[chosen, 0])
            alone = articles.stands_alone[rows]
            rows, place = rows[alone], torch.from_numpy(place[alone])
            if not len(rows):
                continue
            inputs = (torch.from_numpy(features[rows].astype("f4")),
                      torch.from_numpy(articles.vectors[rows].astype("f4")),
                      torch.from_numpy(articles.means[articles.article[rows]]))
            own = torch.from_numpy(labels[rows])
            if dimensions:
                yield inputs, lambda odds: article_cross_entropy(odds, own, place, len(chosen))
            else:
                yield inputs, lambda odds: cross_entropy(odds, own)

    model = SentencePerceptron(dimensions)
    held_out = Articles(arguments.validate) if arguments.validate else None
    for loss in fit(model, batches, arguments.epochs, 2e-3, steps):
        print(f"sentences: loss {loss:.4f}  {validate(model, mean, scale, held_out) if held_out else ''}", flush=True)
    if arguments.dry:
        return
    projections = [layer.weight.detach().numpy().T * VECTOR_SCALE for layer in (model.own, model.article)]
    write_scorer(arguments.scorer, read_terms(arguments.scorer), pack(mean, scale, model.perceptron), projections)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("terms", "sentences"))
    parser.add_argument("directory")
    parser.add_argument("scorer")
    parser.add_argument("--validate")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", choices=sorted(GROUPS))
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    {"terms": train_terms, "sentences": train_sentences}[options.what](options)
