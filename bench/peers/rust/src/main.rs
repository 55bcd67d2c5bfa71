//! Three sentences of each article of a file of JSON Lines, as one JSON array a line:
//!
//!     summaries textrank articles.jsonl
//!     summaries summary articles.jsonl     the crate summary

mod textrank;

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::num::NonZeroU32;

const SENTENCES: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["textrank", file] => {
            let textrank = textrank::TextRank::new();
            summarize(file, |text| textrank.summarize(text, SENTENCES))
        }
        ["summary", file] => {
            let summarizer = summary::Summarizer::new(summary::Language::English);
            let sentences = NonZeroU32::new(SENTENCES as u32).unwrap();
            summarize(file, |text| summarizer.summarize_sentences(text, sentences))
        }
        _ => Err("usage: summaries textrank|summary FILE".into()),
    }
}

fn summarize<F>(file: &str, summarize: F) -> Result<(), Box<dyn Error>>
where
    F: for<'a> Fn(&'a str) -> Vec<&'a str>,
{
    let mut out = BufWriter::new(io::stdout().lock());
    for line in BufReader::new(File::open(file)?).lines() {
        let article: serde_json::Value = serde_json::from_str(&line?)?;
        let text = article["text"]
            .as_str()
            .ok_or("an article without a text")?;
        serde_json::to_writer(&mut out, &summarize(text))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}
