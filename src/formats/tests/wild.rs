//! Whatever an article may be: what a format cannot hold of it is counted.

use proptest::prelude::*;

use super::*;
use crate::annotation::{Layer, Relation, RelationKind, Status, Value};
use crate::text::Span;

/// Annotations of any kind at any place, in pieces, with relations from any to any, attributes of any kind, controls in the text.
fn wild() -> impl Strategy<Value = Article> {
    let text = prop::collection::vec(prop::sample::select(WILD), 1..30).prop_map(|pieces| pieces.concat());
    let places = prop::collection::vec((0usize..90, 0usize..90, 0usize..90, 0usize..90, 0u8..30), 0..10);
    let joined = prop::collection::vec((0usize..10, 0usize..10, 0u8..3), 0..8);
    (text, places, joined).prop_map(|(text, places, joined)| {
        let mut article = Article { title: "Wild\u{b}".into(), ..Article::of_text("wild-1", &text) };
        let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (n, (a, b, c, d, kind)) in places.into_iter().enumerate() {
            let mut at = [a, b, c, d].map(|x| borders[x % borders.len()]);
            at.sort_unstable();
            let [a, b, c, d] = at;
            let span = if kind % 5 == 0 { Span::new(a, d) } else { Span::new(a, b) };
            if span.is_empty() {
                continue;
            }
            let layer = Layer::ALL[usize::from(kind) % Layer::ALL.len()];
            let label = match layer {
                Layer::Quote => "QUOTE",
                Layer::Cue => "CUE",
                Layer::Speaker => "SPEAKER",
                Layer::Artifact => ["space.before_punct", "coref.overwritten_document"][n % 2],
                Layer::Entity => ["PERSON", "A LABEL|of=one’s own", "LOC"][n % 3],
            };
            let mut new = super::article::annotation(format!("id {n}<&>"), label, span);
            new.layer = layer;
            if kind % 5 == 0 && a < b && b < c && c < d {
                new.parts = vec![Span::new(a, b), Span::new(c, d)];
            }
            new.status = [Status::Suggested, Status::Accepted, Status::Rejected][usize::from(kind) % 3];
            new.score = f32::from(kind) / 32.0;
            if kind % 2 == 0 {
                new.attributes.insert("kind".into(), "mixed".into());
                new.attributes.insert("own \u{1}".into(), Value::List(vec![Value::Null, Value::Bool(true), Value::Number(1.5)]));
            }
            article.annotations.push(new);
        }
        article.annotations.sort_by_key(|a| (a.span.start(), std::cmp::Reverse(a.span.end()), a.layer));
        let ids: Vec<String> = article.annotations.iter().map(|a| a.id.clone()).collect();
        for (from, to, kind) in joined.into_iter().filter(|_| !ids.is_empty()) {
            let kind = [RelationKind::Speaker, RelationKind::Cue, RelationKind::Addressee][usize::from(kind)];
            let id = format!("r{}", article.relations.len() + 1);
            article.relations.push(Relation { id, kind, from: ids[from % ids.len()].clone(), to: ids[to % ids.len()].clone() });
        }
        article
    })
}

const WILD: &[&str] = &[
    "Lena Ortiz",
    " ",
    "\n\n",
    "\n",
    "said",
    ".",
    "“",
    "”",
    "🚢",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{b}",
    "\u{0}",
    "\u{a0}",
    "\t",
    "\r\n",
    "\\u00EB",
    "|",
    "->",
    "שלום",
    "]]>",
    "&amp;",
    "<b>",
    "’s",
    "*[1]",
    "\u{FFFE}",
    "_",
];

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn what_a_format_cannot_hold_is_counted(article in wild()) {
        for format in FORMATS.iter().filter(|f| f.imports && !["text", "original"].contains(&f.name)) {
            let keeps = format.keeps;
            if keeps.overlap != Overlap::All && article.text.trim().is_empty() || format.name == "webanno" && article.text.trim().is_empty() {
                // Without a word there is no row that could hold anything.
                continue;
            }
            let file = format.write(std::slice::from_ref(&article));
            let read = import("x", &file.bytes).unwrap_or_else(|e| panic!("{}: {e}\n{}", format.name, String::from_utf8_lossy(&file.bytes)));
            prop_assert!(read.refused.is_empty() && read.articles.len() == 1, "{}: {:?}", format.name, read.refused);
            let read = &read.articles[0].article;
            let losses = format.losses(&article);
            let lost = |what: &[&str]| losses.iter().filter(|l| what.iter().any(|w| l.what.contains(w))).map(|l| l.count).sum::<usize>();
            let whole = ["rejected suggestions", "quotations, cues, speakers and findings", "findings on the whole", "under a longer one", "white space alone"];
            prop_assert_eq!(read.annotations.len() + lost(&whole), article.annotations.len(), "{}: {:?}\n{}", format.name, losses, String::from_utf8_lossy(&file.bytes));
            let relations = if keeps.status && keeps.rejected { article.relations.len() } else { article.standing_relations().count() };
            prop_assert_eq!(read.relations.len() + lost(&["relations"]), relations, "{}: {:?}\n{}", format.name, losses, String::from_utf8_lossy(&file.bytes));
            if keeps.spaces && keeps.returns && keeps.characters == Characters::All && format.unit != Unit::Token {
                prop_assert_eq!(&read.text, &article.text, "{}", format.name);
            }
            if keeps.characters != Characters::All {
                let replaced = read.text.chars().zip(article.text.chars()).filter(|(a, b)| a != b).count();
                let attributes = if keeps.characters == Characters::NoControls { replaced } else { replaced + 1 };
                prop_assert!(lost(&["cannot hold"]) >= attributes, "{}: {:?}", format.name, losses);
                prop_assert_eq!(read.text.chars().count(), article.text.chars().count(), "{}", format.name);
            }
            if keeps.attributes && keeps.characters != Characters::NoControls && keeps.blanks {
                let all = |a: &Article| a.annotations.iter().map(|x| (x.id.clone(), x.attributes.clone())).collect::<std::collections::BTreeMap<_, _>>();
                prop_assert_eq!(all(read), all(&article), "{}", format.name);
            }
            if keeps == (Keeps { original: keeps.original, characters: keeps.characters, ..Keeps::ALL }) {
                let places = |a: &Article| a.annotations.iter().map(|x| (x.id.clone(), x.pieces().len(), a.text[..x.span.start()].chars().count(), x.span.of(&a.text).chars().count())).collect::<std::collections::BTreeSet<_>>();
                prop_assert_eq!(places(read), places(&article), "{}", format.name);
            }
        }
    }
}
