//! Every format there and back, on texts that break offsets: emoji families, combining marks, CRLF, Arabic and Hebrew.

use proptest::prelude::*;

use super::*;
use crate::annotation::{Annotation, Attributes, Layer, Origin, Relation, RelationKind, Status, Value};
use crate::text::Span;

const ALPHABET: &str = "(Lena|Ortiz|said|a|,|\\.|“|”| |\n|👩‍👩‍👧‍👦|🇪🇺|👍🏽|❤️|Rene\u{301}|n\u{303}|מאיר|שָׁלוֹם|محمود|قال|𝒜|e|\u{a0}|<b>|&amp;|\t|_|\\||\\[|\"){1,24}";

/// What `text` may hold, cut at words of `places`.
fn article(text: String, places: &[(usize, usize, u8, u8)]) -> Article {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut annotations: Vec<Annotation> = Vec::new();
    for (a, b, kind, status) in places {
        let (x, y) = (borders[a % borders.len()], borders[b % borders.len()]);
        let span = Span::new(x.min(y), x.max(y));
        let slice = span.of(&text);
        // Formats that cut at line ends, and people, do not annotate white space.
        if slice.trim() != slice || slice.is_empty() {
            continue;
        }
        let (layer, label) = match kind % 6 {
            0 => (Layer::Entity, "PERSON"),
            1 => (Layer::Entity, "LOC"),
            2 => (Layer::Quote, "QUOTE"),
            3 => (Layer::Cue, "CUE"),
            4 => (Layer::Speaker, "SPEAKER"),
            _ => (Layer::Artifact, "space.before_punct"),
        };
        if annotations.iter().any(|a| a.layer == layer && a.span == span) {
            continue;
        }
        let mut attributes = Attributes::new();
        if layer == Layer::Quote {
            attributes.insert("kind".into(), "mixed".into());
        } else if layer == Layer::Artifact {
            attributes.insert("message".into(), Value::Text(format!("a “mark” <too> much & \"more\" {slice}")));
            attributes.insert("severity".into(), "low".into());
        } else if layer == Layer::Speaker {
            attributes.insert("resolved".into(), Value::Text(slice.to_owned()));
        }
        let status = [Status::Suggested, Status::Accepted, Status::Rejected][usize::from(*status) % 3];
        let origin = if status == Status::Accepted { Origin::Manual } else { Origin::Auto };
        let id = format!("{}{}", layer.id_prefix(), annotations.len() + 1);
        let (rule, score) = ("test.rule".to_owned(), 0.75);
        annotations.push(Annotation { id, layer, label: label.into(), span, parts: vec![], attributes, edits: vec![], origin, rule, score, status });
    }
    annotations.sort_by_key(|a| (a.span.start(), std::cmp::Reverse(a.span.end()), a.layer));
    let mut relations = Vec::new();
    for q in annotations.iter().filter(|a| a.layer == Layer::Quote) {
        for (layer, kind) in [(Layer::Speaker, RelationKind::Speaker), (Layer::Cue, RelationKind::Cue)] {
            if let Some(to) = annotations.iter().find(|a| a.layer == layer) {
                relations.push(Relation { id: format!("r{}", relations.len() + 1), kind, from: q.id.clone(), to: to.id.clone() });
            }
        }
    }
    Article { annotations, relations, title: "A “title”".into(), ..Article::of_text("story-1.txt", &text) }
}

pub(super) fn articles() -> impl Strategy<Value = Article> {
    (ALPHABET, prop::collection::vec((0usize..60, 0usize..60, 0u8..6, 0u8..3), 0..8)).prop_map(|(text, places)| article(text, &places))
}

/// Layer, label, place, and what else a format says it keeps; order does not count.
fn facts(article: &Article, keeps: Keeps, all: bool) -> Vec<String> {
    let mut facts: Vec<String> = article
        .annotations
        .iter()
        .filter(|a| all || a.status != Status::Rejected)
        .map(|a| {
            let status = if keeps.status { format!("{:?} {:?}", a.status, a.origin) } else { String::new() };
            format!("{:?} {} {:?} {status}", a.layer, a.label, a.span)
        })
        .collect();
    if keeps.relations {
        let place = |id: &str| article.annotations.iter().find(|a| a.id == id).map(|a| (a.span, a.status));
        let relations = article.relations.iter().map(|r| (r.kind, place(&r.from), place(&r.to)));
        facts.extend(
            relations
                .filter(|(_, from, to)| all || [from, to].into_iter().flatten().all(|(_, s)| *s != Status::Rejected))
                .map(|(k, f, t)| format!("{k:?} {:?} {:?}", f.map(|f| f.0), t.map(|t| t.0))),
        );
    }
    facts.sort();
    facts
}

proptest! {
    #![proptest_config(config(160))]

    #[test]
    fn what_holds_everything_gives_everything_back(article in articles()) {
        for name in ["native", "html", "gate", "tei", "web-annotation", "cas-json", "xmi"] {
            let format = Format::named(name).unwrap();
            let read = back(name, &article);
            prop_assert_eq!(&read.text, &article.text, "{}", name);
            prop_assert_eq!(facts(&read, format.keeps, true), facts(&article, format.keeps, true), "{}", name);
            let ids = |a: &Article| a.annotations.iter().map(|a| a.id.clone()).collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(ids(&read), ids(&article), "{}", name);
        }
        let native = back("native", &article);
        prop_assert_eq!(native, Article { annotations: native_order(&article), ..article.clone() });
    }

    #[test]
    fn line_ends_of_other_systems_come_back(article in articles(), lone in any::<bool>()) {
        let article = with_line_ends(&article, if lone { "\r" } else { "\r\n" });
        for name in ["native", "html", "gate", "tei", "web-annotation", "cas-json", "xmi", "doccano", "doccano-relations", "label-studio"] {
            let format = Format::named(name).unwrap();
            let keeps = Keeps { relations: format.keeps.relations && format.keeps.mixed_relations, ..format.keeps };
            let all = keeps.status && keeps.rejected;
            let read = back(name, &article);
            prop_assert_eq!(&read.text, &article.text, "{}", name);
            prop_assert_eq!(facts(&read, keeps, all), facts(&article, keeps, all), "{}", name);
        }
    }

    #[test]
    fn losses_of_decisions_are_exact(article in articles()) {
        for name in ["label-studio", "prodigy", "native", "gate", "cas-json", "brat"] {
            let format = Format::named(name).unwrap();
            let read = back(name, &article);
            let lost = |what: &str| format.losses(&article).iter().filter(|l| l.what.contains(what)).map(|l| l.count).sum::<usize>();
            prop_assert_eq!(read.annotations.len() + lost("rejected") + lost("white space alone"), article.annotations.len(), "{}", name);
            let relations = if format.keeps.rejected { article.relations.len() } else { article.standing_relations().count() };
            if name != "prodigy" {
                prop_assert_eq!(read.relations.len() + lost("relations"), relations, "{}", name);
            }
        }
    }

    #[test]
    fn own_labels_and_notes_come_back(article in articles(), label in "[A-Z][A-Z_]{2,9}", note in "[ -~é🚢\n\"<&\\\\]{1,20}") {
        let mut article = article;
        article.annotations.retain(|a| a.layer == Layer::Entity && a.status != Status::Rejected);
        article.relations.clear();
        for a in &mut article.annotations {
            a.label.clone_from(&label);
            a.attributes.insert("note".into(), note.as_str().into());
        }
        for format in FORMATS.iter().filter(|f| f.imports && f.keeps.overlap == Overlap::All && f.keeps.inside_words && f.keeps.layers) {
            let read = back(format.name, &article);
            let labels = |a: &Article| a.annotations.iter().map(|a| (a.span, a.label.clone())).collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(labels(&read), labels(&article), "{}", format.name);
            if format.keeps.attributes || format.keeps.notes_alone {
                let noted = read.annotations.iter().filter(|a| a.text_attribute("note") == Some(note.as_str())).count();
                prop_assert_eq!(noted, article.annotations.len(), "{} {:?}", format.name, read.annotations);
            }
        }
    }

    #[test]
    fn brat_gives_everything_back_with_unix_line_ends(article in articles(), crlf in any::<bool>()) {
        let written = if crlf { with_crlf(&article) } else { article.clone() };
        let read = back("brat", &written);
        prop_assert_eq!(&read.text, &article.text);
        prop_assert_eq!(facts(&read, Keeps::ALL, true), facts(&article, Keeps::ALL, true));
    }

    #[test]
    fn spans_of_characters_come_back(article in articles(), crlf in any::<bool>()) {
        let article = if crlf { with_crlf(&article) } else { article };
        for name in ["doccano", "doccano-relations"] {
            let format = Format::named(name).unwrap();
            let read = back(name, &article);
            prop_assert_eq!(&read.text, &article.text, "{}", name);
            // Findings and names are told apart by their labels alone.
            prop_assert_eq!(facts(&read, format.keeps, false), facts(&article, format.keeps, false), "{}", name);
        }
        let read = back("label-studio", &article);
        let keeps = Keeps { relations: false, ..Keeps::ALL };
        prop_assert_eq!(facts(&read, keeps, false), facts(&article, keeps, false));
    }

    #[test]
    fn spans_of_tokens_come_back_where_they_lie_on_tokens(article in articles()) {
        let tiles = tiles::tiles(&article.text);
        let on_tokens = |a: &Annotation| {
            let range = tiles::words(&article.text, &tiles, a.span);
            !range.is_empty() && tiles[range.start].span.start() == a.span.start() && tiles[range.end - 1].span.end() == a.span.end()
        };
        let mut article = article.clone();
        article.annotations.retain(on_tokens);
        article.relations.clear();
        for name in ["prodigy", "spacy-jsonl"] {
            let read = back(name, &article);
            prop_assert_eq!(&read.text, &article.text, "{}", name);
            let keeps = Keeps { status: false, relations: false, ..Keeps::ALL };
            let mut expected = facts(&article, keeps, false);
            expected.dedup();
            prop_assert_eq!(facts(&read, keeps, false), expected, "{}", name);
        }
        // One column a layer holds the longest of each place: what comes back is what was written, and as many are lost as was said.
        let columns = Format::named("conllu").unwrap();
        if !article.text.trim().is_empty() {
            let read = back("conllu", &article);
            prop_assert_eq!(read.text.trim_start(), article.text.trim_start());
            let lost: usize = columns.losses(&article).iter().filter(|l| l.what.contains("longer one")).map(|l| l.count).sum();
            prop_assert_eq!(read.annotations.len() + lost, article.standing().count());
        }
    }

    #[test]
    fn webanno_gives_the_words_back(article in articles()) {
        if article.text.trim().is_empty() { return Ok(()) }
        let read = back("webanno", &article);
        let words = |a: &Article| a.standing().map(|x| (x.layer, x.label.clone(), x.span.start())).collect::<Vec<_>>().len();
        prop_assert_eq!(words(&read), article.standing().filter(|a| !crate::text::Layout::of(&article.text).tokens_in(a.span).is_empty()).count());
        let speakers = |a: &Article| a.standing_relations().filter(|r| r.kind == RelationKind::Speaker).count();
        prop_assert_eq!(speakers(&read), speakers(&article));
    }

    #[test]
    fn a_file_with_a_mistake_gives_articles_or_a_message(article in articles(), cut in 0usize..4000, flips in prop::collection::vec((0usize..4000, any::<u8>()), 1..6)) {
        for format in FORMATS.iter().filter(|f| f.imports) {
            let mut bytes = format.write(std::slice::from_ref(&article)).bytes;
            bytes.truncate(cut);
            for (at, with) in &flips {
                let length = bytes.len().max(1);
                if let Some(byte) = bytes.get_mut(at % length) {
                    *byte ^= with;
                }
            }
            let _ = import("x", &bytes).map_err(|e| e.to_string());
        }
    }
}

/// The order that files have.
fn native_order(article: &Article) -> Vec<Annotation> {
    article.annotations.clone()
}

/// The same article with CRLF line ends.
fn with_crlf(article: &Article) -> Article {
    with_line_ends(article, "\r\n")
}

/// The same article with other line ends.
fn with_line_ends(article: &Article, end: &str) -> Article {
    let text = article.text.replace('\n', end);
    let moved = |at: usize| at + article.text[..at].matches('\n').count() * (end.len() - 1);
    let mut article = article.clone();
    article.annotations.iter_mut().for_each(|a| a.span = Span::new(moved(a.span.start()), moved(a.span.end())));
    article.text = text;
    article
}
