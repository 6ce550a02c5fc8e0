//! What a certain repair may do: never harm, need no second run, and hide nothing of what it did not mend.

#[path = "../benches/models/mod.rs"]
mod models;
mod strategies;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use galley::annotation::{Annotation, Edits, Layer, TextEdit};
use galley::corrupt::{Mode, Options, corrupt};
use galley::random::Random;
use galley::session::Session;
use galley::text::{Document, Replacement, Span, View};
use galley::{Layers, Models, analyse, repair};
use proptest::prelude::*;
use serde::Deserialize;
use strategies::text;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

static MODELS: LazyLock<Models> = LazyLock::new(models::models);

/// Articles of our own.
const ARTICLES: &[&str] = &[include_str!("../samples/clean.txt"), include_str!("../samples/careless.txt"), include_str!("../samples/overwritten.txt")];

/// What a pipeline does to a text: what it puts in place of what.
const SLIPS: &[(&str, &str)] = &[
    ("’", "â€™"),
    ("“", "â€œ"),
    ("”", "â€\u{9d}"),
    ("”", "â€?"),
    ("“", "&ldquo;"),
    ("’", "&#8217;"),
    ("’", "\u{92}"),
    ("’", "=92"),
    ("’", "?"),
    (" ", "\u{A0}"),
    (" ", "&nbsp;"),
    (" ", "  "),
    (" ", "    "),
    (" ", "\n"),
    (" ", "<br />"),
    ("e", "\u{AD}e"),
    ("i", "\u{200B}i"),
    ("fi", "\0"),
    ("f", "\u{c}"),
    (",", " ,"),
    (".", " ."),
    (".", ".."),
    (". ", "."),
    (". ", ". &hellip; "),
    ("\n", " &nbsp;\n"),
    ("\n", "<p>"),
    ("”", "\""),
    ("“", "\" "),
    ("“", ""),
    ("the ", "the the "),
    ("and ", "<b>and</b> "),
    ("a", "á"),
    ("á", "Ã¡"),
    ("-", "-\n"),
];

/// One of our articles after `seed` slips of a pipeline, here and there.
fn mutilated(article: usize, seed: u64, slips: usize) -> String {
    let mut random = Random::new(seed);
    let article = ARTICLES[article % ARTICLES.len()];
    let mut text = match seed % 4 {
        0 => corrupt(article, Options { seed, keep: 1.0, mode: Mode::Stale }).text,
        1 => corrupt(article, Options { seed, keep: 0.5, mode: Mode::TokeniseOnly }).text,
        _ => article.to_owned(),
    };
    for _ in 0..slips {
        let (from, to) = SLIPS[random.below(SLIPS.len())];
        let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
        if !places.is_empty() {
            for _ in 0..=random.below(3) {
                let at = places[random.below(places.len())];
                if text[at..].starts_with(from) {
                    text.replace_range(at..at + from.len(), to);
                    break;
                }
            }
        }
    }
    text
}

fn artifacts(text: &str) -> Vec<Annotation> {
    analyse(text, &MODELS, Layers::ALL).annotations.into_iter().filter(|a| a.layer == Layer::Artifact).collect()
}

fn is_stable(text: &str) -> Result<(), TestCaseError> {
    let once = repair(text, &MODELS);
    let left: Vec<_> = artifacts(&once.text).into_iter().filter(|a| a.is_certain()).map(|a| (a.label.clone(), a.span, a.edits.clone())).collect();
    prop_assert!(left.is_empty(), "left after {} rounds: {:?}\n{}", once.rounds, left, once.text);
    prop_assert_eq!(repair(&once.text, &MODELS).text, once.text);
    Ok(())
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn a_repaired_text_needs_no_repair(text in text()) {
        is_stable(&text)?;
    }

    #[test]
    fn a_repaired_article_needs_no_repair(article in 0usize..3, seed in any::<u64>(), slips in 0usize..24) {
        is_stable(&mutilated(article, seed, slips))?;
    }

    #[test]
    fn no_repair_makes_a_word(article in 0usize..3, seed in any::<u64>(), slips in 0usize..24) {
        let text = mutilated(article, seed, slips);
        let made = words_made(&text, &repair(&text, &MODELS).text);
        prop_assert!(made.is_empty(), "{:?} in {}", made, text);
    }

    /// Repairing one family leaves alone what is found of the others.
    #[test]
    fn repairing_one_family_hides_nothing_of_another(article in 0usize..3, seed in any::<u64>(), slips in 0usize..16, family in prop::sample::select(vec!["space", "enc", "markup"])) {
        let text = mutilated(article, seed, slips);
        hides_nothing(&text, &artifacts(&text), family)?;
    }
}

/// Damage that the text's words show, and no matter of the marks and blanks themselves.
const OF_WORDS: &[&str] = &["coref", "gap", "word", "dup", "trunc", "verbatim", "gram", "num"];

fn hides_nothing(text: &str, before: &[Annotation], family: &str) -> Result<(), TestCaseError> {
    let edits: Vec<Replacement> =
        before.iter().filter(|a| a.is_certain() && a.label.split('.').next() == Some(family)).flat_map(|a| a.edits.iter().cloned()).collect();
    if edits.is_empty() {
        return Ok(());
    }
    let document = Document::new(text);
    let view = View::through(&document, edits.clone());
    // As the desk does it: what rests on the pasted text is carried over the repair.
    let mut session = Session::open(0, text.to_owned(), MODELS.clone(), Layers::ALL);
    while session.settle().is_none() {}
    let made: Vec<TextEdit> = edits.iter().map(|e| TextEdit::replacing(text, e.span, &e.text)).collect();
    let Ok(made) = Edits::new(text, made) else { return Ok(()) };
    prop_assert_eq!(made.apply(text), view.text());
    session.edit(1, &made).expect("edits of this text");
    while !session.is_settled() {
        session.settle();
    }
    let after: Vec<Annotation> = session.analysis().annotations.iter().filter(|a| a.layer == Layer::Artifact).cloned().collect();
    let others = |all: &[Annotation], place: &dyn Fn(Span) -> Span| -> BTreeMap<(String, Span), usize> {
        let mut found = BTreeMap::new();
        for a in all.iter().filter(|a| a.label.split('.').next().is_some_and(|f| f != family && OF_WORDS.contains(&f))) {
            for piece in a.pieces() {
                *found.entry((a.label.clone(), place(*piece))).or_default() += 1;
            }
        }
        found
    };
    let before = others(before, &|span| span);
    let after = others(&after, &|span| view.to_source(span));
    // A finding whose place the repair changed may tell of it otherwise.
    let touched = |span: Span| edits.iter().any(|e| e.span.start() <= span.end() && span.start() <= e.span.end());
    for ((label, span), count) in &before {
        let whole = span.len() == text.len();
        let same = after.get(&(label.clone(), *span)) == Some(count)
            || whole && after.keys().any(|(l, _)| l == label)
            || touched(*span) && after.keys().any(|(l, s)| l == label && s.overlaps(*span));
        prop_assert!(same, "{} {:?} is gone after repairing {}\n{}", label, span.of(text), family, text);
    }
    Ok(())
}

/// A closing mark that was decoded wrongly, before a wide gap: decoded, it ends a sentence, and the gap is no lost word.
#[test]
fn a_mark_beside_a_gap_is_read_as_what_it_means() -> Result<(), TestCaseError> {
    let text = mutilated(0, 241_747_891_042_165_784, 10);
    hides_nothing(&text, &artifacts(&text), "enc")
}

/// Words of `after` that are none of `before`, and that neither the dictionary nor a lost letter vouches for; and words that
/// two words of `before` make together.
fn words_made(before: &str, after: &str) -> Vec<String> {
    // The two ligatures that fonts have had longest are letters of the word; what mojibake clings to is none.
    let before = &before.replace('ﬁ', "fi").replace('ﬂ', "fl").replace(['Â', 'Ã', '\u{A0}'], " ");
    let words = |text: &str| -> Vec<String> { text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '’' | '\''))).map(str::to_owned).collect() };
    let old: BTreeSet<String> = words(before).into_iter().collect();
    let dictionary = MODELS.dictionary.as_deref().expect("the dictionary is part of the project");
    let vouched = |word: &str| {
        let plain = word.trim_matches(['’', '\'']);
        let stem = plain.split(['’', '\'']).next().unwrap_or(plain);
        [plain, stem].iter().any(|w| old.contains(*w) || dictionary.knows(w) || dictionary.knows(&w.to_lowercase()))
            || !plain.is_ascii()
            || plain.len() < 2
            || plain.contains(|c: char| c.is_ascii_digit())
    };
    // A part of what was run together, beside a word.
    let parted = |word: &str| {
        let known = |other: &str| !other.is_empty() && (old.contains(other) || dictionary.knows(other) || dictionary.knows(&other.to_lowercase()));
        // The pieces right beside it, by their capitals, where more than two were run together.
        let left = |before: &str| known(&before[before.rfind(char::is_uppercase).unwrap_or(0)..]);
        let right = |after: &str| known(&after[..after.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map_or(after.len(), |(at, _)| at)]);
        old.iter().any(|o| o.split_once(word).is_some_and(|(before, after)| known(before) || known(after) || left(before) || right(after)))
    };
    let glued = |word: &str| {
        let contraction =
            ["n’t", "n't", "not", "’s", "'s", "’re", "'re", "’ve", "'ve", "’ll", "'ll", "’d", "'d", "’m", "'m"].iter().any(|ending| word.ends_with(ending))
                || matches!(word, "gonna" | "wanna" | "gotta" | "gimme" | "lemme");
        let halves = |at: usize| (2..word.len() - 1).contains(&at) && before.contains(&format!(" {} {} ", &word[..at], &word[at..]));
        !contraction && word.is_ascii() && word.len() > 3 && !before.contains(word) && (2..word.len() - 1).any(halves)
    };
    words(after).into_iter().filter(|w| !old.contains(w) && (!vouched(w) && !parted(w) || glued(w))).collect()
}

#[derive(Deserialize)]
struct Gold {
    id: Option<serde_json::Value>,
    text: String,
}

/// Every text of the gold that is kept outside the project, in `../shared`; none where it is absent.
fn gold_texts() -> Vec<(String, String)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let mut texts = Vec::new();
    for file in [
        "gold/artifacts/natural-dev.jsonl",
        "gold/artifacts/articles-000-001.jsonl",
        "gold/quotes/polnear-dev.jsonl",
        "gold/entities/worldwide-dev.jsonl",
        "gold/cases/cases-dev.jsonl",
    ] {
        let path = shared.join(file);
        let Ok(lines) = std::fs::read_to_string(&path) else {
            eprintln!("skipped: {} is not here", path.display());
            continue;
        };
        for (n, line) in lines.lines().enumerate() {
            let gold: Gold = serde_json::from_str(line).expect("gold is one object a line");
            texts.push((format!("{file} {}", gold.id.map_or_else(|| n.to_string(), |id| id.to_string())), gold.text));
        }
    }
    for entry in std::fs::read_dir(shared.join("articles")).into_iter().flatten().flatten() {
        texts.extend(std::fs::read_to_string(entry.path()).ok().map(|text| (entry.path().display().to_string(), text)));
    }
    texts
}

#[test]
fn no_repair_of_a_real_article_harms() {
    let mut failed = Vec::new();
    let (mut texts, mut second) = (0, 0);
    for (name, text) in gold_texts() {
        let once = repair(&text, &MODELS);
        texts += 1;
        second += usize::from(once.rounds > 1);
        if repair(&once.text, &MODELS).text != once.text {
            failed.push(format!("{name}: a second run changes it again"));
        }
        let made = words_made(&text, &once.text);
        if !made.is_empty() {
            failed.push(format!("{name}: makes {made:?}"));
        }
        let found = artifacts(&text);
        for family in ["space", "enc", "markup"] {
            if let Err(error) = hides_nothing(&text, &found, family) {
                failed.push(format!("{name}: {}", error.to_string().lines().next().unwrap_or_default()));
            }
        }
    }
    eprintln!("{texts} texts, {second} in more than one reading");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The overwritten places and damaged quotations of `session`, as spans of its text.
fn overwritten(session: &Session) -> Vec<Span> {
    let found = session.analysis().annotations.iter();
    found.filter(|a| a.label.starts_with("coref.") && a.label != "coref.overwritten_document").map(|a| a.span).collect()
}

/// How many places the verdict says that it rests on.
fn told(session: &Session) -> Option<usize> {
    let verdict = session.analysis().annotations.iter().find(|a| a.label == "coref.overwritten_document")?;
    let message = verdict.text_attribute("message")?;
    message.split_whitespace().find_map(|word| word.parse().ok())
}

#[test]
fn a_place_is_found_until_it_is_mended() {
    let text = ARTICLES[2].to_owned();
    let mut session = Session::open(0, text, MODELS.clone(), Layers::ALL);
    while session.settle().is_none() {}
    let mut count = overwritten(&session).len();
    assert!(count >= 3, "{count}");
    let mut revision = 0;
    while count > 0 {
        assert_eq!(told(&session), Some(count));
        let place = overwritten(&session)[count / 2];
        revision += 1;
        let edit = TextEdit::replacing(session.text(), place, "told");
        let edits = Edits::new(session.text(), vec![edit]).unwrap();
        session.edit(revision, &edits).unwrap();
        while !session.is_settled() {
            session.settle();
        }
        let left = overwritten(&session).len();
        assert_eq!(left, count - 1, "mended {place:?} of\n{}", session.text());
        count = left;
    }
    assert_eq!(told(&session), None);
}

/// Opened again after some of its places were mended, and read with models that come after the mending, an article has the
/// places that are left.
#[test]
fn what_is_left_of_the_damage_is_found_after_a_reload() {
    let pasted = ARTICLES[2].to_owned();
    let mut session = Session::open(0, pasted.clone(), MODELS.clone(), Layers::ALL);
    while session.settle().is_none() {}
    let all = overwritten(&session).len();
    let mut batches = Vec::new();
    for revision in 1..all as u32 {
        let place = overwritten(&session)[0];
        let edits = Edits::new(session.text(), vec![TextEdit::replacing(session.text(), place, "told")]).unwrap();
        session.edit(revision, &edits).unwrap();
        while !session.is_settled() {
            session.settle();
        }
        batches.push(edits);
    }
    assert_eq!((overwritten(&session).len(), told(&session)), (1, Some(1)));
    let mut again = Session::open_edited(1, pasted.clone(), batches.clone(), MODELS.clone(), Layers::ALL).unwrap();
    while again.settle().is_none() {}
    assert_eq!(again.text(), session.text());
    assert_eq!((overwritten(&again), told(&again)), (overwritten(&session), Some(1)));
    again.change_models(|_| ());
    while again.settle().is_none() {}
    assert_eq!((overwritten(&again), told(&again)), (overwritten(&session), Some(1)));
    // Without what was done to it, the text alone would not say so.
    let mut alone = Session::open(1, again.text().to_owned(), MODELS.clone(), Layers::ALL);
    while alone.settle().is_none() {}
    assert!(overwritten(&alone).len() < 2);
    assert!(Session::open_edited(1, "Another text".into(), batches, MODELS.clone(), Layers::ALL).is_err());
}
