//! One case and one trap for every phenomenon of quotation in news.
//!
//! A case is one text in a notation of its own: `⟦d Ortiz|“…”⟧` is a direct quotation of which Ortiz is the resolved speaker
//! (`i` indirect, `m` mixed, `s` scare, `t` title; `~anonymous` and so on for a source without a name, nothing for no source;
//! a number for pieces of one utterance), `{…}` the words that name a source, `<…>` the words that report it.

use super::{Quotation, QuoteKind, SourceType, find};
use crate::Models;
use crate::entities::recognise;
use crate::text::{Document, View};

/// Reads the text of `case` and compares what is found with what the case says.
#[track_caller]
fn check(case: &str) {
    let text = strip(case);
    let document = Document::new(&text);
    let view = View::plain(&document);
    let found = find(&view, &recognise(&view, &Models::default()));
    assert_eq!(render(&text, &found), case);
    for quotation in &found {
        assert!((0.0..=1.0).contains(&quotation.score) && !quotation.reason.is_empty() && quotation.rule.starts_with("quotes."));
    }
}

/// The text without its notation.
fn strip(case: &str) -> String {
    let mut out = String::new();
    let mut skipping = false;
    for c in case.chars() {
        match c {
            '⟦' => skipping = true,
            '|' if skipping => skipping = false,
            '⟧' | '{' | '}' | '<' | '>' => {}
            c if !skipping => out.push(c),
            _ => {}
        }
    }
    out
}

/// `text` with what was found, in the notation.
fn render(text: &str, found: &[Quotation]) -> String {
    let mut opens: Vec<(usize, usize, String)> = Vec::new();
    let mut closes: Vec<(usize, usize, &str)> = Vec::new();
    let mut places = std::collections::BTreeSet::new();
    for quotation in found {
        let kind = match quotation.kind {
            QuoteKind::Direct => "d",
            QuoteKind::Indirect => "i",
            QuoteKind::Mixed => "m",
            QuoteKind::Scare => "s",
            QuoteKind::Title => "t",
        };
        let pieces = found.iter().filter(|q| q.group == quotation.group).count();
        let group = if pieces > 1 { format!("{}", quotation.group + 1) } else { String::new() };
        let who = match &quotation.speaker {
            None => String::new(),
            Some(s) => match (&s.resolved, s.source_type) {
                (Some(name), SourceType::Document) => format!(" {name}~document"),
                (Some(name), _) => format!(" {name}"),
                (None, kind) => format!(" ~{}", kind.as_str()),
            },
        };
        opens.push((quotation.span.start(), usize::MAX - quotation.span.end(), format!("⟦{kind}{group}{who}|")));
        closes.push((quotation.span.end(), usize::MAX - quotation.span.start(), "⟧"));
        if let Some(speaker) = &quotation.speaker {
            places.insert((speaker.span, "{", "}"));
        }
        if let Some(cue) = quotation.cue {
            places.insert((cue, "<", ">"));
        }
    }
    for (span, open, close) in places {
        opens.push((span.start(), usize::MAX - span.end(), open.to_owned()));
        closes.push((span.end(), usize::MAX - span.start(), close));
    }
    opens.sort();
    closes.sort();
    let mut out = String::new();
    let (mut o, mut c) = (opens.iter().peekable(), closes.iter().peekable());
    for (at, ch) in text.char_indices().map(|(at, ch)| (at, Some(ch))).chain([(text.len(), None)]) {
        while let Some(close) = c.next_if(|x| x.0 <= at) {
            out.push_str(close.2);
        }
        while let Some(open) = o.next_if(|x| x.0 <= at) {
            out.push_str(&open.2);
        }
        out.extend(ch);
    }
    out
}

mod marks {
    use super::check;

    #[test]
    fn straight_and_curly() {
        check("⟦d1 Lena Ortiz|\"We will appeal,\"⟧ <said> {Lena Ortiz}. ⟦d1 Lena Ortiz|\"We have time.\"⟧");
        check("⟦d Lena Ortiz|“We will appeal today,”⟧ {Lena Ortiz} <said>.");
    }

    #[test]
    fn opens_in_one_style_and_closes_in_the_other() {
        check("⟦d Lena Ortiz|\"We will appeal today.”⟧ {Lena Ortiz} <said>.".replace("today.”⟧", "today,”⟧").as_str());
        check("⟦d Lena Ortiz|“We will appeal today,\"⟧ <said> {Lena Ortiz}, the mayor.");
    }

    #[test]
    fn a_space_before_the_closing_mark() {
        check("{Lena Ortiz} <said>: ⟦d Lena Ortiz|“All the clerks have left. \"⟧");
    }

    #[test]
    fn a_mark_turned_the_wrong_way() {
        check("⟦d Jim Ames|“It is a problem for her here,“⟧ <said> {Jim Ames}.");
    }

    #[test]
    fn tokenised_text() {
        check("⟦d1 Lena Ortiz|\" I did not resign . I was fired , \"⟧ {Lena Ortiz} <wrote> . ⟦d1 Lena Ortiz|\" It was late . \"⟧");
        check("He left . ⟦d|\" It was late at night . \"⟧ ⟦d Lena Ortiz|\" One thing is sure , \"⟧ {Lena Ortiz} <said> .");
    }

    #[test]
    fn two_apostrophes_and_backticks() {
        check(
            "⟦d Lena Ortiz|''We may be seeing the end,''⟧ the economist {Lena Ortiz} <wrote>.".replace("the economist {Lena", "{the economist Lena").as_str(),
        );
        check("⟦d Lena Ortiz|``We may be seeing the end,''⟧ <said> {Lena Ortiz}.");
        check("⟦d Lena Ortiz|''I have always said 'no more of it,'''⟧ {Lena Ortiz} <said>.");
    }

    #[test]
    fn guillemets_and_low_marks() {
        check("⟦d Lena Ortiz|« Il est parti »⟧, <said> {Lena Ortiz}.");
        check("⟦d Lena Ortiz|„We have time for it,“⟧ <said> {Lena Ortiz}.");
        check("» Read more about the vote here");
    }

    #[test]
    fn an_open_mark_that_the_next_paragraph_takes_up() {
        check("{Lena Ortiz} <said>, ⟦d1 Lena Ortiz|“It is like rain in June.⟧\n\n⟦d1 Lena Ortiz|“It falls and falls,”⟧ {she} <said>.");
    }

    #[test]
    fn an_open_mark_that_nothing_follows() {
        check("⟦d|“Make the city clean again.⟧\n\nTo that, nobody had an answer.");
    }

    #[test]
    fn a_stray_closing_mark() {
        check("The nominee is a proven failure.” {Lena Ortiz} <said>, ⟦d Lena Ortiz|“This has to end.”⟧");
    }

    #[test]
    fn a_fragment_then_a_full_quotation() {
        check(
            "{Lena Ortiz} <called> ⟦m Lena Ortiz|it “the most difficult ever.”⟧\n\n⟦d2 Lena Ortiz|“But in the end,”⟧ {she} <said>, ⟦d2 Lena Ortiz|“we all came through.”⟧",
        );
    }

    #[test]
    fn a_hard_line_break() {
        check("⟦d Lena Ortiz|“They take part personally\nin caucuses and primaries,”⟧ {Lena Ortiz} <said>.");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("⟦d Lena Ortiz|‘The clerks’ pay wasn’t cut,’⟧ <said> {Lena Ortiz}.");
        check("The judges' request and the clerks' answer in the '90s; it’s rock 'n' roll.");
        check("The mayor ’s men did n’t see the clerks’ room.");
    }

    #[test]
    fn nested_marks() {
        check("⟦d Lena Ortiz|“On the trail, ‘I refuse to use the phrase bad weather,’”⟧ {she} <noted>.".replace("d Lena Ortiz|", "d ~named|").as_str());
    }

    #[test]
    fn single_marks_outside() {
        check(
            "{Lena Ortiz} Says City Hall ‘Has To Come a Long Way’ on Housing"
                .replace(
                    "{Lena Ortiz} Says City Hall ‘Has To Come a Long Way’ on Housing",
                    "{Lena Ortiz} <Says> ⟦m Lena Ortiz|City Hall ‘Has To Come a Long Way’ on Housing⟧",
                )
                .as_str(),
        );
    }

    #[test]
    fn inches_and_code() {
        check("He is 5'10\" tall and the pipe is 6'2\" long.");
        check("Set the value \"\"= in the file.");
    }
}

mod kinds {
    use super::check;

    #[test]
    fn attribution_after() {
        check("⟦d Lena Ortiz|“One hallmark is patience,”⟧ {Lena Ortiz} <said> in a statement.");
        check("⟦d Lena Ortiz|“One hallmark is patience,”⟧ <said> {Sen. Lena Ortiz}, D-NY, in a statement.");
    }

    #[test]
    fn attribution_before() {
        check("{City spokesman Peter Ames} <told> the Daily Record late Friday night: ⟦d Peter Ames|“The mayor called them tonight.”⟧");
        check("{Peter Ames} <said>, ⟦d Peter Ames|“The mayor called them tonight.”⟧");
    }

    #[test]
    fn interrupted() {
        check("⟦d1 Peter Ames|“The mayor called them,”⟧ {Peter Ames} <said>, ⟦d1 Peter Ames|“and they came.”⟧");
    }

    #[test]
    fn fragments_under_a_verb_of_speech() {
        check("{Peter Ames} <tweeted> ⟦m Peter Ames|that he “did not resign”⟧ and <added>, ⟦d Peter Ames|“Moments ago, I was fired.”⟧");
        check("{Ames} <said> ⟦m Ames|he was “troubled”⟧.");
        check("{Ames} left the room, <saying> ⟦m Ames|he is a “rock star”⟧.");
        check("{Ames} <called> ⟦m Ames|the vote “crazy,”⟧ and left.");
    }

    #[test]
    fn a_quotation_that_starts_in_mid_sentence() {
        check("Now, ⟦d ~anonymous|“the mayor has now asked the rest of them to leave,”⟧ {a spokeswoman} <said>.");
    }

    #[test]
    fn a_lead_in_outside_the_marks() {
        check("⟦m Peter Ames|By asking for all of the files before Monday, “the mayor is hindering the work of the court,”⟧ {Peter Ames} <said>.");
    }

    #[test]
    fn indirect_speech() {
        check("{A clerk}, however, <told> the Daily Record ⟦i ~anonymous|that Ames may be using this for himself⟧.");
        check("{The person}, who spoke to the paper, <said> ⟦i ~anonymous|Ames was remaining in his post⟧.");
        check("⟦i ~anonymous|The mayor tried to call Ames on Thursday⟧, {a source familiar with the call} <told> the Daily Record.");
        check("⟦i ~collective|If the demands are not met⟧, {officials} <said>, ⟦i ~collective|the clerks will strike⟧.".replace("⟦i ~", "⟦i1 ~").as_str());
    }

    #[test]
    fn speech_acts_without_a_clause() {
        check("{Lena Ortiz} <promised> ⟦i Lena Ortiz|to mend the roof by June⟧.");
        check("{Lena Ortiz} <accused> ⟦i Lena Ortiz|the mayor of hiding the bill⟧.");
        check("Lena Ortiz mended the roof and opened the school.");
    }

    #[test]
    fn speech_acts_by_their_frame() {
        check("{Lena Ortiz} <vowed> ⟦i Lena Ortiz|to mend the roof by June⟧.");
        check("{Lena Ortiz} <urged> ⟦i Lena Ortiz|the council to mend the roof⟧.");
        check("{Lena Ortiz} <called> for ⟦i Lena Ortiz|a new roof on the school⟧.");
        check("{Lena Ortiz} <dismissed> ⟦i Lena Ortiz|the latest report about the roof⟧ on Friday.");
        check(
            "{Lena Ortiz} <criticized> ⟦i Lena Ortiz|the council for its plan to close the school⟧ and <praised> ⟦i Lena Ortiz|the clerks who kept it open⟧.",
        );
        // A name alone, what was not said, and what is told as done.
        check("Lena Ortiz endorsed Jim Ames.");
        check("Lena Ortiz declined to comment on the roof. She refused to answer.");
        check("Lena Ortiz resigned after rejecting the request for a new roof.");
    }

    #[test]
    fn the_reporters_sentence_goes_on() {
        check("While {Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧, the council closed the school.");
        check("{Lena Ortiz}, who <said> ⟦i Lena Ortiz|the roof was leaking⟧, left the council.");
        check("{Lena Ortiz} <promised> ⟦i Lena Ortiz|to mend the roof⟧ and opened the school.");
        check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking and the school was cold⟧.");
    }

    #[test]
    fn a_naming_ends_with_its_marks() {
        check("{Lena Ortiz} <called> ⟦m Lena Ortiz|the plan “plain theft”⟧ when she left the hall.");
        check("{Lena Ortiz} <called> ⟦m Lena Ortiz|the plan “plain theft” of public money⟧.");
        check("{Lena Ortiz} <called> ⟦m Lena Ortiz|the plan “plain theft”⟧ and has left the hall.");
    }

    #[test]
    fn titles_of_programmes_beside_a_cue() {
        check(
            "{Lena Ortiz} <told> the station’s “Good Morning Ohio” ⟦i Lena Ortiz|that the roof was leaking⟧."
                .replace("“Good Morning Ohio”", "⟦t|“Good Morning Ohio”⟧")
                .as_str(),
        );
        check("On the station’s ⟦t|“Good Morning Ohio,”⟧ Lena Ortiz was asked about the roof.");
    }

    #[test]
    fn a_word_that_leads_on_to_the_next_sentence() {
        check("⟦d1 Lena Ortiz|“The roof leaks every day,”⟧ {Lena Ortiz} <said>. But ⟦d1 Lena Ortiz|“we have no money for a new one.”⟧");
    }

    #[test]
    fn a_condition_before_the_attribution() {
        check("⟦i1 Lena Ortiz|If the bill fails⟧, {Lena Ortiz} <said>, ⟦d1 Lena Ortiz|“we will try again next year.”⟧");
        check("Asked about the bill on Friday, {Lena Ortiz} <said>, ⟦d Lena Ortiz|“We will try again next year.”⟧");
    }

    #[test]
    fn as_somebody_noted() {
        check("As {Lena Ortiz} <noted>, ⟦i Lena Ortiz|the roof was leaking for years⟧.");
        check("As the roof was leaking, the school was closed.");
    }

    #[test]
    fn according_to() {
        check("<According to> {Peter Ames}, ⟦i Peter Ames|the roof was leaking for years⟧.");
        check("⟦i Peter Ames|The roof was leaking for years⟧, <accoding to> {Peter Ames}.");
        check(
            "<According to> {the Daily Record}, {two sources} <said> that it rained."
                .replace("{two sources} <said> that it rained", "⟦i Daily Record|{two sources} <said> ⟦i ~collective|that it rained all day⟧⟧")
                .as_str(),
        );
    }

    #[test]
    fn passives() {
        check("It was <reported> by {Peter Ames} ⟦i Peter Ames|that the bridge was not safe⟧.");
        check("It emerged that the bridge was not safe. The clerk had been told that he could stay.");
    }

    #[test]
    fn what_is_no_speech() {
        check("Spokesmen for the mayor declined comment on Friday.");
        check("The clerks were asked to leave their posts.");
    }

    #[test]
    fn quotations_without_a_speaker() {
        check("⟦d|“Clean water is a right, not a favour.”⟧");
    }

    #[test]
    fn a_paragraph_that_floats_after_an_attributed_one() {
        check(
            "⟦d1 Lena Ortiz|“The roof leaks every day,”⟧ {Lena Ortiz} <said>.\n\n⟦d1 Lena Ortiz|“We have been asking for money for years.”⟧\n\nThe city has none.",
        );
    }

    #[test]
    fn labels_and_signatures() {
        check("{LENA ORTIZ}<:> ⟦d Lena Ortiz|We will appeal this, and we will win.⟧".replace("d Lena Ortiz", "d LENA ORTIZ").as_str());
        check("⟦d Lena Ortiz|“We will appeal this, and we will win.”⟧\n\n— {Lena Ortiz}");
        check("CORRECTION: An earlier version of this article had the wrong date.");
        check("{Ortiz}<:> ⟦m Ortiz|City Hall ‘Has A Long Way To Go’⟧\n\nThe mayor spoke on Monday.");
    }

    #[test]
    fn scare_quotes_and_words_as_words() {
        check("They met the so-called ⟦s|“rebels”⟧ at noon.");
        check("The word ⟦s|“fired”⟧ was never used.");
    }

    #[test]
    fn titles_of_works() {
        check("He plays a prosecutor in the series ⟦t|“Bright Billions,”⟧ which runs on Sunday.");
    }

    #[test]
    fn nicknames_belong_to_the_name() {
        check("Juan “Chico” Ames came home on Sunday.");
    }

    #[test]
    fn brackets_and_ellipses_stay_inside() {
        check("⟦d Lena Ortiz|“[W]e welcome the court’s [late] ruling ... and we thank it,”⟧ {Lena Ortiz} <said>.");
    }

    #[test]
    fn british_punctuation() {
        check("⟦d Lena Ortiz|‘Have you any idea what it costs’⟧, {Lena Ortiz} <asked>.");
    }
}

mod speakers {
    use super::check;

    #[test]
    fn surname_and_pronoun() {
        check(
            "{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. ⟦d Lena Ortiz|“It leaks every day,”⟧ {Ortiz} <said>. ⟦d Lena Ortiz|“It has to end,”⟧ {she} <added>.",
        );
    }

    #[test]
    fn relative_pronoun() {
        check(
            "The roof is old, according to {the mayor}, who <added>: ⟦d ~anonymous|“It was never mended by anybody.”⟧"
                .replace("The roof is old, according to", "⟦i ~anonymous|The roof is old⟧, <according to>")
                .as_str(),
        );
    }

    #[test]
    fn definite_descriptions() {
        check("{Sen. Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. ⟦d Lena Ortiz|“It leaks every day,”⟧ {the Vermont Democrat} <said>.");
        check("The Justice Department was silent. {The department} <said> ⟦i Justice Department|that some clerks had left⟧.");
    }

    #[test]
    fn sources_without_a_name() {
        check("{A person with knowledge of Mayor Lena Ortiz's plans} <said> ⟦i ~anonymous|that she was leaving⟧.");
        check("{Officials} <said> ⟦i ~collective|that she was leaving⟧.");
        check("⟦d ~anonymous|“She is leaving us,”⟧ {a spokeswoman} <said>.");
    }

    #[test]
    fn documents_and_their_issuers() {
        check("{Lena Ortiz} released a statement that <read>: ⟦d Lena Ortiz|“Today I was fired from my post.”⟧");
        check("A statement released by {Mayor Lena Ortiz} <read>: ⟦d Lena Ortiz|“Today I was fired from my post.”⟧");
        check(
            "{Sen. Lena Ortiz}, D-Calif., top Democrat on the panel, issued a statement late Friday <saying>: ⟦d Lena Ortiz|“I am surprised to hear of it.”⟧",
        );
    }

    #[test]
    fn shared_subjects() {
        check("{Lena Ortiz} <said> ⟦m Lena Ortiz|she was “troubled” to hear of it⟧, <adding> ⟦m Lena Ortiz|that the mayor “assured her” of it⟧.");
    }

    #[test]
    fn asides_between_subject_and_verb() {
        check("{The clerk}, who spoke on condition of anonymity, <said> ⟦i ~anonymous|Ames was staying⟧.");
        check("{Sen. Lena Ortiz}, D-Calif., the top Democrat on the panel, <said> ⟦i Lena Ortiz|the vote was close⟧.");
    }

    #[test]
    fn the_addressee_is_not_the_speaker() {
        check("⟦d Lena Ortiz|“The vote was close,”⟧ {Lena Ortiz} <told> Peter Ames.");
    }

    #[test]
    fn an_explicit_attribution_wins_over_the_paragraph_before() {
        check("Attorney General Eric Stone issued a statement Saturday.\n\n⟦d Lena Ortiz|“He has been a model for all of us,”⟧ <said> {Sen. Lena Ortiz}.");
    }

    #[test]
    fn names_inside_the_marks_are_no_candidates() {
        check("⟦d|“Lena Ortiz called Peter Ames tonight to tell him that he may stay.”⟧");
    }

    #[test]
    fn doubled_names_and_lost_breaks() {
        check("{A source} <told> the Record ⟦i ~anonymous|that Ames Ames was asked to go⟧.");
        check("The source said {A clerk} <told> the Record ⟦i ~anonymous|that it rained all day⟧.");
    }

    #[test]
    fn unknown_verbs_beside_a_mark() {
        check("⟦d Lena Ortiz|“Get out of here,”⟧ {Lena Ortiz} <blustered>.");
        check("⟦d Lena Ortiz|“Get out of here,”⟧ <blustered> {Lena Ortiz}.");
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod any_text {
    use proptest::prelude::*;

    use crate::Models;
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
        let found = find(&view, &recognise(&view, &Models::default()));
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
}
