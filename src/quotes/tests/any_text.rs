use proptest::prelude::*;

use crate::entities::recognise;
use crate::quotes::find;
use crate::text::{Document, View};

/// Texts made of what quotations are made of, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "\"",
        "“",
        "”",
        "''",
        "``",
        "'",
        "’",
        "‘",
        "«",
        "»",
        " ",
        " ",
        " ",
        ",",
        ".",
        "?",
        ":",
        ";",
        "—",
        "-",
        "(",
        ")",
        "\n",
        "\n\n",
        "said",
        "told",
        "adding",
        "called",
        "who",
        "that",
        "according",
        "to",
        "by",
        "read",
        "a statement",
        "the",
        "The",
        "mayor",
        "officials",
        "Lena",
        "Ortiz",
        "Sen.",
        "she",
        "He",
        "it",
        "and",
        "but",
        "in",
        "on Friday",
        "rained",
        "was",
        "not",
        "is",
        "5'10",
        "[",
        "]",
        "é",
        "😀",
        "\u{200B}",
        "LENA",
        "As",
        "reported",
        "If",
        "with",
    ]);
    prop::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.join(" ").replace(" ,", ",").replace("“ ", "“"))
}

fn holds(text: &str) {
    let document = Document::new(text);
    let view = View::plain(&document);
    let found = find(&view, &recognise(&view, None));
    let mut last = 0;
    for quotation in &found {
        // `Span::of` panics off a character border.
        assert!(!quotation.span.of(text).is_empty());
        assert!(quotation.span.start() >= last, "in order of place");
        last = quotation.span.start();
        for part in &quotation.quoted {
            assert!(quotation.span.contains(*part) && !part.of(text).is_empty());
        }
        for place in quotation.cue.iter().chain(&quotation.addressee).chain(quotation.speaker.as_ref().map(|s| &s.span)) {
            assert!(!place.of(text).is_empty());
        }
    }
}

proptest! {
    #[test]
    fn gives_sound_spans(text in scraps()) {
        holds(&text);
    }

    #[test]
    fn never_panics(text in "\\PC{0,200}") {
        holds(&text);
    }
}
