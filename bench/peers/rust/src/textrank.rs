//! TextRank (Mihalcea and Tarau 2004): sentences vote for those they share words with. Two sentences are as near as the
//! stems they share, stop words left out, over the sum of the logarithms of their lengths; PageRank tells who is elected.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{HashMap, HashSet};
use unicode_segmentation::UnicodeSegmentation;

const DAMPING: f64 = 0.85;
const PRECISION: f64 = 1e-4;
const ROUNDS: usize = 100;

pub struct TextRank {
    stemmer: Stemmer,
    stop_words: HashSet<String>,
}

impl TextRank {
    pub fn new() -> Self {
        Self {
            stemmer: Stemmer::create(Algorithm::English),
            stop_words: stop_words::get(stop_words::LANGUAGE::English)
                .into_iter()
                .collect(),
        }
    }

    /// The `count` sentences of the highest rank, in the text's order.
    pub fn summarize<'a>(&self, text: &'a str, count: usize) -> Vec<&'a str> {
        let sentences: Vec<&str> = text
            .unicode_sentences()
            .map(str::trim)
            .filter(|s| !s.is_empty())
            .collect();
        let ranks = ranks(&similarities(&self.terms(&sentences)));
        let mut best: Vec<usize> = (0..sentences.len()).collect();
        best.sort_by(|&a, &b| ranks[b].total_cmp(&ranks[a]));
        best.truncate(count);
        best.sort_unstable();
        best.into_iter().map(|i| sentences[i]).collect()
    }

    /// Of each sentence its distinct stems, as sorted numbers.
    fn terms(&self, sentences: &[&str]) -> Vec<Vec<usize>> {
        let mut numbers = HashMap::new();
        let terms_of = |sentence: &&str| {
            let mut terms = Vec::new();
            for word in sentence.unicode_words().map(str::to_lowercase) {
                if self.stop_words.contains(&word) {
                    continue;
                }
                let next = numbers.len();
                terms.push(
                    *numbers
                        .entry(self.stemmer.stem(&word).into_owned())
                        .or_insert(next),
                );
            }
            terms.sort_unstable();
            terms.dedup();
            terms
        };
        sentences.iter().map(terms_of).collect()
    }
}

fn similarities(sentences: &[Vec<usize>]) -> Vec<Vec<f64>> {
    let mut rows = vec![vec![0.0; sentences.len()]; sentences.len()];
    for (i, a) in sentences.iter().enumerate() {
        for (j, b) in sentences.iter().enumerate().skip(i + 1) {
            let lengths = (a.len() as f64).ln() + (b.len() as f64).ln();
            if !a.is_empty() && !b.is_empty() && lengths > 0.0 {
                rows[i][j] = shared(a, b) as f64 / lengths;
                rows[j][i] = rows[i][j];
            }
        }
    }
    rows
}

/// How many numbers two sorted lists share.
fn shared(mut a: &[usize], mut b: &[usize]) -> usize {
    let mut count = 0;
    while let ([first, rest @ ..], [other, others @ ..]) = (a, b) {
        count += usize::from(first == other);
        if first <= other {
            a = rest;
        }
        if other <= first {
            b = others;
        }
    }
    count
}

fn ranks(similarities: &[Vec<f64>]) -> Vec<f64> {
    let count = similarities.len();
    let sums: Vec<f64> = similarities.iter().map(|row| row.iter().sum()).collect();
    let mut ranks = vec![1.0; count];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; count];
        for (row, (sum, rank)) in similarities.iter().zip(sums.iter().zip(&ranks)) {
            if *sum == 0.0 {
                continue;
            }
            let vote = DAMPING * rank / sum;
            for (value, weight) in next.iter_mut().zip(row) {
                *value += vote * weight;
            }
        }
        let change: f64 = next.iter().zip(&ranks).map(|(a, b)| (a - b).abs()).sum();
        ranks = next;
        if change < PRECISION {
            break;
        }
    }
    ranks
}
