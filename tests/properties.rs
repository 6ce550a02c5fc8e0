//! What holds for every text, whatever it is made of.

#[path = "../benches/models/mod.rs"]
mod models;
mod strategies;

use std::sync::LazyLock;

use galley::text::{Document, Layout, OffsetMap, Replacement, Span, View, tokenise};
use galley::{Layers, Models, analyse};
use proptest::prelude::*;
use strategies::{replacements, text};

/// A failing case is printed, not filed: the cause gets a test of its own.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

static MODELS: LazyLock<Models> = LazyLock::new(models::models);

/// Every character border of `text`, its end included.
fn borders(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn on_borders(span: Span, text: &str) -> bool {
    text.is_char_boundary(span.start()) && text.is_char_boundary(span.end())
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn every_offset_round_trips(text in text()) {
        let map = OffsetMap::new(&text);
        let mut utf16 = 0;
        for (char, byte) in borders(&text).into_iter().enumerate() {
            prop_assert_eq!(map.byte_to_char(byte), char);
            prop_assert_eq!(map.char_to_byte(char), byte);
            prop_assert_eq!(map.byte_to_utf16(byte), utf16);
            prop_assert_eq!(map.utf16_to_byte(utf16), byte);
            utf16 += text[byte..].chars().next().map_or(0, char::len_utf16);
        }
        prop_assert_eq!(map.chars(), text.chars().count());
        prop_assert_eq!(map.utf16_len(), text.encode_utf16().count());
        for inside in 0..=text.len() + 1 {
            let rounded = map.char_to_byte(map.byte_to_char(inside));
            prop_assert!(rounded <= inside && text.is_char_boundary(rounded));
        }
    }

    #[test]
    fn tokens_cover_what_is_not_white_space(text in text()) {
        let tokens = tokenise(&text);
        let mut at = 0;
        for (n, token) in tokens.iter().enumerate() {
            prop_assert!(on_borders(token.span, &text) && !token.span.is_empty() && token.span.start() >= at);
            let gap = &text[at..token.span.start()];
            prop_assert!(gap.chars().all(char::is_whitespace), "gap {:?}", gap);
            prop_assert_eq!(token.spaced, n == 0 || !gap.is_empty());
            prop_assert!(!token.of(&text).contains(char::is_whitespace), "white space in {:?}", token.of(&text));
            at = token.span.end();
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn paragraphs_and_sentences_tile_the_tokens(text in text()) {
        let layout = Layout::of(&text);
        let (mut token, mut sentence) = (0, 0);
        for (n, paragraph) in layout.paragraphs.iter().enumerate() {
            prop_assert_eq!(paragraph.tokens.start, token);
            prop_assert_eq!(paragraph.sentences.start, sentence);
            prop_assert!(!paragraph.tokens.is_empty());
            for s in &layout.sentences[paragraph.sentences.clone()] {
                prop_assert_eq!(s.paragraph, n);
                prop_assert_eq!(s.tokens.start, token);
                prop_assert!(!s.tokens.is_empty() && paragraph.span.contains(s.span));
                prop_assert_eq!(s.span.start(), layout.tokens[s.tokens.start].span.start());
                prop_assert_eq!(s.span.end(), layout.tokens[s.tokens.end - 1].span.end());
                token = s.tokens.end;
            }
            sentence = paragraph.sentences.end;
            prop_assert_eq!(paragraph.tokens.end, token);
        }
        prop_assert_eq!((token, sentence), (layout.tokens.len(), layout.sentences.len()));
    }

    #[test]
    fn a_view_leads_back_to_what_it_was_read_from((source, replacements) in text().prop_flat_map(replacements)) {
        let document = Document::new(&source);
        let view = View::through(&document, replacements);
        let read = view.text().to_owned();
        // The source text that stands for each stretch of the view must read as that stretch does.
        for token in &view.layout().tokens {
            let back = view.to_source(token.span);
            prop_assert!(on_borders(back, &source));
            let forth = view.from_source(back);
            prop_assert!(on_borders(forth, &read));
            // What was inserted at its very end need not come along; the place in the source is the same.
            prop_assert_eq!(view.to_source(forth), back, "{:?} came back as {:?}", token.of(&read), forth.of(&read));
            if view.is_plain() {
                prop_assert_eq!(back.of(&source), token.of(&read));
            }
        }
        // Larger spans cover the places of the smaller ones in them.
        for sentence in &view.layout().sentences {
            let whole = view.to_source(sentence.span);
            for token in &view.layout().tokens[sentence.tokens.clone()] {
                let piece = view.to_source(token.span);
                prop_assert!(piece.is_empty() || whole.contains(piece), "{:?} is outside {:?}", piece, whole);
            }
        }
        prop_assert!(view.to_source(Span::new(0, read.len())).end() <= source.len());
    }

    #[test]
    fn characters_that_no_replacement_touches_map_to_themselves((source, replacements) in text().prop_flat_map(replacements)) {
        let document = Document::new(&source);
        let view = View::through(&document, replacements.clone());
        for (at, c) in source.char_indices() {
            let span = Span::new(at, at + c.len_utf8());
            if replacements.iter().any(|r| r.span.overlaps(span)) {
                continue;
            }
            let there = view.from_source(span);
            prop_assert!(there.of(view.text()).contains(c));
            prop_assert!(view.to_source(there).contains(span));
        }
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn any_text_has_an_analysis(text in text()) {
        let models: &Models = &MODELS;
        let analysis = analyse(&text, models, Layers::ALL);
        let mut last = 0;
        for annotation in &analysis.annotations {
            prop_assert!(annotation.span.end() <= text.len() && on_borders(annotation.span, &text), "{:?}", annotation);
            prop_assert!(annotation.span.start() >= last, "out of order: {:?}", annotation);
            last = annotation.span.start();
            let mut from = annotation.span.start();
            for part in &annotation.parts {
                prop_assert!(part.start() >= from && annotation.span.contains(*part) && on_borders(*part, &text), "{:?}", annotation);
                from = part.end();
            }
            for Replacement { span, .. } in &annotation.edits {
                prop_assert!(span.end() <= text.len() && on_borders(*span, &text), "{:?}", annotation);
            }
            prop_assert!((0.0..=1.0).contains(&annotation.score), "{:?}", annotation);
        }
        let mut ids: Vec<&str> = analysis.annotations.iter().map(|a| a.id.as_str()).collect();
        ids.sort_unstable();
        prop_assert!(ids.windows(2).all(|w| w[0] != w[1]));
        for relation in &analysis.relations {
            prop_assert!(ids.binary_search(&relation.from.as_str()).is_ok() && ids.binary_search(&relation.to.as_str()).is_ok(), "{:?}", relation);
        }
        prop_assert_eq!(analyse(&text, models, Layers::ALL), analysis);
    }
}
