//! Errands: one question, one answer, in a worker of their own, so that a long reading never waits for an export and an
//! export never for a reading. Its module (`bin/exchange`) has the formats and no engine, and is loaded for the first errand.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod client;
#[cfg(all(target_arch = "wasm32", feature = "exchange"))]
pub mod host;
mod message;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub use client::send;
pub use message::{Answer, Errand};

use crate::formats::{Article, Format, Loss, import};

/// Runs an errand.
#[must_use]
pub fn run(errand: Errand) -> Answer {
    match errand {
        Errand::Write { format, articles } => match Format::named(&format) {
            Some(format) => {
                let file = format.write(&articles);
                Answer::Written { name: file.name, bytes: file.bytes, losses: losses(format, &articles) }
            }
            None => Answer::Refused { reason: format!("There is no format {format}.") },
        },
        Errand::Read { name, bytes } => match import(&name, &bytes) {
            Ok(read) => Answer::Articles {
                articles: read.articles.into_iter().map(|i| (i.article, i.notes)).collect(),
                refused: read.refused.iter().map(|r| format!("{r}.")).collect(),
            },
            Err(error) => Answer::Refused { reason: format!("{name}: {error}.") },
        },
    }
}

/// What all articles lose together, in the order in which it is first lost.
fn losses(format: &Format, articles: &[Article]) -> Vec<Loss> {
    let mut sum: Vec<Loss> = Vec::new();
    for loss in articles.iter().flat_map(|a| format.losses(a)) {
        match sum.iter_mut().find(|s| s.what == loss.what) {
            Some(same) => same.count += loss.count,
            None => sum.push(loss),
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads_and_says_what_is_wrong() {
        let article = Article::of_text("a", "One.");
        let Answer::Written { name, bytes, losses } = run(Errand::Write { format: "native".into(), articles: vec![article.clone()] }) else { panic!() };
        assert_eq!((name.as_str(), losses.len()), ("a.galley.jsonl", 0));
        let Answer::Articles { articles, .. } = run(Errand::Read { name, bytes }) else { panic!() };
        assert_eq!(articles, [(article, Vec::new())]);
        assert!(matches!(run(Errand::Read { name: "x".into(), bytes: vec![255] }), Answer::Refused { .. }));
    }
}
