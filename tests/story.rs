//! Whole stories: what several articles have in common, and what holds for any of them.

#[path = "../benches/models/mod.rs"]
mod models;
mod strategies;

use std::sync::LazyLock;

use galley::story::{self, Article, Certainty, Class, Pair, Place, Relation, Story, Verdict};
use galley::text::{Layout, Span};
use galley::{Analysis, Layers, Models, analyse};
use proptest::prelude::*;
use strategies::text;

static MODELS: LazyLock<Models> = LazyLock::new(models::models);

/// Texts with their story.
struct Desk {
    texts: Vec<String>,
    analyses: Vec<Analysis>,
    story: Story,
}

impl Desk {
    fn new(texts: &[&str]) -> Self {
        let texts: Vec<String> = texts.iter().map(|t| (*t).to_owned()).collect();
        let analyses: Vec<Analysis> = texts.iter().map(|t| analyse(t, &MODELS, Layers::ALL)).collect();
        let articles: Vec<Article<'_>> = texts.iter().zip(&analyses).map(|(text, analysis)| Article { text, analysis }).collect();
        let story = story::read(&articles);
        Self { texts, analyses, story }
    }

    fn of(&self, place: Place) -> &str {
        place.span.of(&self.texts[place.doc])
    }

    /// Every difference of every pair: class, level, and the two readings.
    fn drift(&self) -> Vec<(Class, u8, &str, &str)> {
        self.story.utterances.iter().flat_map(|u| &u.pairs).flat_map(|p| &p.ops).map(|op| (op.class, op.level, self.of(op.a), self.of(op.b))).collect()
    }

    /// How many utterances stand in more than one article.
    fn joined(&self) -> usize {
        self.story.utterances.iter().filter(|u| u.members.iter().any(|m| m.place.doc != u.members[0].place.doc)).count()
    }
}

/// Two quotations by one speaker, each in an article.
fn beside(a: &str, b: &str) -> Desk {
    let article = |words: &str| {
        format!("PORT AVELLE — The harbour board met on Monday.\n\n“{words}” said Lena Ortiz, the mayor of Port Avelle.\n\nThe meeting went on for an hour.")
    };
    Desk::new(&[&article(a), &article(b)])
}

/// The differences beside those of set-up alone.
fn weighty(desk: &Desk) -> Vec<(Class, u8, &str, &str)> {
    desk.drift().into_iter().filter(|d| d.1 > 0).collect()
}

#[test]
fn a_difference_has_one_class_and_level() {
    type Case = (&'static str, &'static str, &'static [(Class, u8)]);
    let cases: &[Case] = &[
        ("An hour later, the cranes stood still,", "An hour later the cranes stood still,", &[(Class::Punctuation, 1)]),
        ("We lost the harbour?", "We lost the harbour.", &[(Class::Punctuation, 3)]),
        ("It was an honour to serve the harbour,", "It was an honor to serve the harbor,", &[(Class::Spelling, 1), (Class::Spelling, 1)]),
        ("We are gonna pay for the cranes,", "We are going to pay for the cranes,", &[(Class::Transcription, 1)]),
        ("I know it’s over for the old cranes,", "I know it is over for the old cranes,", &[(Class::Contraction, 1)]),
        ("We bought three ships and a tug,", "We bought 3 ships and a tug,", &[(Class::NumberForm, 1)]),
        ("They counted 46 posts along the pier,", "They counted 64 posts along the pier,", &[(Class::Substitution, 4)]),
        ("They paid $5 million for the pier,", "They paid £5 million for the pier,", &[(Class::Substitution, 4)]),
        ("We did not sell the harbour cranes,", "We did sell the harbour cranes,", &[(Class::Omission, 4)]),
        ("The board may sell the harbour cranes,", "The board will sell the harbour cranes,", &[(Class::Substitution, 4)]),
        ("It is a very bad deal for the harbour,", "It is a bad deal for the harbour,", &[(Class::Omission, 2)]),
        ("It is a deal for the harbour and its people,", "It is a secret deal for the harbour and its people,", &[(Class::Insertion, 3)]),
        ("I believe that we won the harbour back,", "I believe we won the harbour back,", &[(Class::Omission, 2)]),
        ("It was a quick answer to the harbour board,", "It was a fast answer to the harbour board,", &[(Class::Substitution, 3)]),
        ("We stood in the harbour until morning,", "We stood at the harbour until morning,", &[(Class::Substitution, 2)]),
        ("We, we, we will go back to the harbour,", "We will go back to the harbour,", &[(Class::Disfluency, 1)]),
        ("We will stay, whatever it costs, and win the harbour,", "We will stay … and win the harbour,", &[(Class::OmissionEllipsis, 1)]),
        ("They asked PAHB [Port Avelle Harbour Board] for the money,", "They asked PAHB for the money,", &[(Class::InsertionEditorial, 1)]),
        ("I think we won the harbour back,", "We won the harbour back,", &[(Class::Omission, 4)]),
        ("We may sell the pier,", "We will sell the pier,", &[(Class::Substitution, 4)]),
        ("He lied to the board about ships,", "Brandt lied to the board about ships,", &[(Class::Substitution, 3)]),
        ("He are [sic] gone from the harbour board,", "He is gone from the harbour board,", &[(Class::InsertionEditorial, 1)]),
        ("We won the harbour. They paid us nothing. We leave tomorrow,", "We won the harbour. We leave tomorrow,", &[(Class::Omission, 3)]),
        ("The dues for the harbour are paid,", "[T]he dues for the harbour are paid,", &[]),
        ("It shaped my world view of harbours,", "It shaped my worldview of harbours,", &[]),
    ];
    for (a, b, expected) in cases {
        let desk = beside(a, b);
        assert_eq!(desk.joined(), 1, "{a} ∥ {b}");
        let found = weighty(&desk);
        assert_eq!(found.iter().map(|d| (d.0, d.1)).collect::<Vec<_>>(), *expected, "{a} ∥ {b}: {found:?}");
    }
}

#[test]
fn what_is_cut_is_told_as_cut() {
    let desk = beside("We won the harbour. I thank the crews of all the tugs.", "We won the harbour,");
    assert_eq!(weighty(&desk).iter().map(|d| d.0).collect::<Vec<_>>(), [Class::OmissionEdge]);
    assert_eq!(desk.story.utterances.iter().find_map(|u| u.pairs.first()).map(|p| p.relation), Some(Relation::Fragment));
}

#[test]
fn phrases_that_many_say_join_nothing() {
    let article = |quotation: &str, speaker: &str| {
        format!("PORT AVELLE — The harbour board met on Monday.\n\n“{quotation}” said {speaker}.\n\nThe meeting went on for an hour.")
    };
    for (a, b) in [
        (("Our thoughts and prayers are with the crew of the tug Marta,", "Lena Ortiz"), ("The families have our thoughts and prayers tonight,", "Jan Brandt")),
        (
            ("She has been an able harbour master of the Port Avelle Harbour Board for years,", "Lena Ortiz"),
            ("Mia Holm is no longer harbour master of the Port Avelle Harbour Board,", "Jan Brandt"),
        ),
        (("We will build a pier that lasts,", "Lena Ortiz"), ("We will close the fish market by spring,", "Lena Ortiz")),
    ] {
        let desk = Desk::new(&[&article(a.0, a.1), &article(b.0, b.1)]);
        assert_eq!(desk.joined(), 0, "{a:?} ∥ {b:?}");
    }
}

#[test]
fn a_refrain_is_an_echo_of_its_best_partner() {
    let one = "“I left the board at noon. Running the harbour of Port Avelle will always be the proudest work of my life,” Lena Ortiz wrote in a tweet.";
    let two = "“I left the board at noon. Running the harbour of Port Avelle will always be the proudest work of my life,” Lena Ortiz wrote in a tweet.\n\n“On Monday I gave up my post after seven years. Leading the harbour with these crews will always be the proudest work of my life, whatever comes,” Ortiz said in a statement.";
    let desk = Desk::new(&[one, two]);
    let first = &desk.story.utterances[0];
    assert_eq!(first.members.len(), 2, "{:?}", first.members);
    assert_eq!((desk.joined(), desk.story.utterances.len()), (1, 2));
    assert_eq!(first.speaker.as_deref(), Some("Lena Ortiz"));
}

#[test]
fn two_people_of_one_surname_are_two() {
    let desk = Desk::new(&[
        "Lena Ortiz met the crews on Monday. Ortiz thanked them.",
        "Marta Ortiz sold the tugs on Monday. Ortiz made no secret of it.",
        "Lena Ortiz and Marta Ortiz met at the pier.",
    ]);
    for entity in &desk.story.entities {
        let names: Vec<&str> = entity.members.iter().map(|m| desk.of(m.place)).filter(|n| n.contains(' ')).collect();
        assert!(names.windows(2).all(|pair| pair[0] == pair[1]), "{names:?}");
    }
    assert_eq!(desk.story.entities.iter().filter(|e| e.name.ends_with("Ortiz")).count(), 2);
}

#[test]
fn counts_agree_are_coarser_or_disagree() {
    let article = |count: &str| format!("PORT AVELLE — The harbour board asked {count} tug captains to leave the pier on Monday, the board said.");
    for (a, b, verdict) in [("46", "46", Verdict::Agree), ("46", "over 40", Verdict::Coarser), ("46", "64", Verdict::Disagree)] {
        let desk = Desk::new(&[&article(a), &article(b)]);
        assert_eq!(desk.story.facts.iter().filter(|f| f.what.starts_with("captain")).map(|f| f.verdict).collect::<Vec<_>>(), [verdict], "{a} {b}");
    }
    // Ages differ for good reasons.
    let desk = Desk::new(&["The tug captain, 46 years old, left the pier on Monday.", "The tug captain, 64 years old, left the pier on Monday."]);
    assert!(desk.story.facts.iter().all(|f| f.verdict != Verdict::Disagree), "{:?}", desk.story.facts);
}

#[test]
fn a_misspelling_is_mended_from_another_article() {
    let desk = Desk::new(&[
        "Port Avelle Harbour Secretery Mia Holm spoke on Monday. The goverment said nothing.",
        "Port Avelle Harbour Secretary Mia Holm spoke on Monday. The government of the island said nothing.",
    ]);
    let proposals: Vec<(&str, &str)> = desk.story.proposals.iter().map(|p| (desk.of(p.place), p.insert.as_str())).collect();
    assert!(proposals.iter().all(|(_, insert)| !insert.contains("Secretery") && !insert.contains("goverment")), "{proposals:?}");
    assert!(desk.story.proposals.iter().all(|p| p.place.doc == 0 && p.support.iter().all(|s| s.doc == 1)), "{proposals:?}");
}

#[test]
fn a_hole_is_filled_from_another_article_and_nothing_else_is() {
    let whole =
        "The harbour board ended a long-running dispute with the crews on Monday. The mayor thanked the well-known pilots of the island for their patience.";
    let holes = "The harbour board ended a     dispute with the crews on Monday . The mayor thanked the     pilots of the island for their patience .";
    let unlike = "A storm took the roof of the fish market in the night. Nobody was hurt, and the market will stay shut for a week.";
    let desk = Desk::new(&[holes, whole]);
    let repaired: Vec<&str> = desk.story.proposals.iter().map(|p| p.insert.trim()).collect();
    assert_eq!(repaired, ["long-running", "well-known"], "{:?}", desk.story.proposals);
    assert!(desk.story.proposals.iter().all(|p| p.certainty == Certainty::Certain && p.place.doc == 0));
    assert!(Desk::new(&[holes, unlike]).story.proposals.is_empty());
}

#[test]
fn an_article_beside_itself_shows_no_drift() {
    for sample in ["clean", "careless", "overwritten"] {
        let text = std::fs::read_to_string(format!("samples/{sample}.txt")).unwrap();
        let desk = Desk::new(&[&text, &text]);
        assert!(desk.drift().iter().all(|d| d.0 == Class::Damage), "{sample}: {:?}", desk.drift());
        assert!(desk.story.facts.iter().all(|f| f.verdict != Verdict::Disagree));
        assert!(desk.story.proposals.iter().all(|p| p.certainty != Certainty::Certain || desk.of(p.place) != p.insert), "{sample}");
    }
}

/// Every word of both members is told once, and every place lies in its article. What damage made of a mark ("â€œ") is no word.
fn tiles(desk: &Desk, pair: &Pair, members: [Place; 2]) {
    for (side, member) in members.into_iter().enumerate() {
        let text = &desk.texts[member.doc];
        let mut covered: Vec<Span> = pair.same.iter().map(|s| s[side].span).collect();
        covered.extend(pair.ops.iter().map(|op| if side == 0 { op.a.span } else { op.b.span }));
        for span in &covered {
            assert!(text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()), "{span:?}");
        }
        let words = Layout::of(text).tokens.into_iter().filter(|t| matches!(t.kind, galley::text::TokenKind::Word | galley::text::TokenKind::Number));
        let damaged =
            |word: Span| desk.analyses[member.doc].annotations.iter().any(|a| a.label.starts_with("enc.") && a.pieces().iter().any(|p| p.overlaps(word)));
        for word in words.filter(|w| member.span.contains(w.span) && !damaged(w.span)) {
            let times = covered.iter().filter(|s| s.contains(word.span)).count();
            assert_eq!(times, 1, "{:?} in {:?}: {:?}", word.of(text), member.span.of(text), pair);
        }
    }
}

fn sound(desk: &Desk) {
    for utterance in &desk.story.utterances {
        assert!(!utterance.members.is_empty());
        for pair in &utterance.pairs {
            tiles(desk, pair, [utterance.members[pair.a].place, utterance.members[pair.b].place]);
        }
    }
    let members = desk.story.utterances.iter().flat_map(|u| u.members.iter().map(|m| m.place));
    let facts = desk.story.facts.iter().flat_map(|f| f.readings.iter().map(|r| r.place));
    let passages = desk.story.passages.iter().flat_map(|p| p.members.iter().copied());
    let proposals = desk.story.proposals.iter().flat_map(|p| p.support.iter().copied().chain([p.place]));
    let entities = desk.story.entities.iter().flat_map(|e| e.members.iter().map(|m| m.place));
    for place in members.chain(facts).chain(passages).chain(proposals).chain(entities) {
        assert!(desk.texts[place.doc].get(place.span.range()).is_some(), "{place:?}");
    }
    let documents: Vec<story::StoryDocument<'_>> =
        desk.texts.iter().zip(&desk.analyses).map(|(text, analysis)| story::StoryDocument { id: "d", text, analysis }).collect();
    let line = serde_json::to_string(&story::StoryLine { id: "s", documents: &documents, story: &desk.story }).expect("any story can be written");
    assert!(line.starts_with("{\"format\":\"galley-story\",\"version\":1,\"offsets\":\"codepoint\",\"id\":\"s\","), "{line}");
}

/// Quotations that are made of each other's words.
fn quotation() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "we",
        "We",
        "will",
        "not",
        "won’t",
        "sell",
        "the",
        "harbour",
        "harbor",
        "cranes",
        "cranes,",
        "and",
        "tugs",
        "46",
        "forty-six",
        "…",
        "[the",
        "board]",
        "gonna",
        "going to",
        "never",
        "pay.",
        "Pay",
        "for",
        "honour",
        "Lena Ortiz",
        "U.S.",
        "US",
        "posts",
        "posts.",
        "I",
        "did n't",
        "--",
        "(of",
        "harbours)",
        "f***ing",
        "world view",
        "worldview",
    ]);
    prop::collection::vec(words, 1..24).prop_map(|words| format!("“{}” said Lena Ortiz, the mayor.", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_have_a_sound_story(texts in prop::collection::vec(text(), 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        sound(&Desk::new(&texts));
    }

    #[test]
    fn any_quotations_have_a_sound_story(parts in prop::collection::vec(prop::collection::vec(quotation(), 1..4), 2..4)) {
        let texts: Vec<String> = parts.iter().map(|p| p.join("\n\n")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let desk = Desk::new(&texts);
        sound(&desk);
        prop_assert_eq!(&desk.story, &Desk::new(&texts).story);
        // An unrelated article changes no utterance.
        let mut more = texts.clone();
        more.push("Snow fell on the hills all night, and the buses stood still until noon.");
        prop_assert_eq!(&desk.story.utterances, &Desk::new(&more).story.utterances);
    }

    #[test]
    fn exchanging_two_articles_mirrors_them(a in prop::collection::vec(quotation(), 1..3), b in prop::collection::vec(quotation(), 1..3)) {
        let (a, b) = (a.join("\n\n"), b.join("\n\n"));
        let (one, other) = (Desk::new(&[&a, &b]), Desk::new(&[&b, &a]));
        let mirrored = |class: Class| match class {
            Class::Omission => Class::Insertion,
            Class::Insertion => Class::Omission,
            class => class,
        };
        let plain = |class: Class| class.min(mirrored(class));
        let mut found: Vec<_> = one.drift().into_iter().map(|(class, level, x, y)| (plain(class), level, x.to_owned(), y.to_owned())).collect();
        let mut turned: Vec<_> = other.drift().into_iter().map(|(class, level, x, y)| (plain(class), level, y.to_owned(), x.to_owned())).collect();
        found.sort();
        turned.sort();
        prop_assert_eq!(found, turned, "{:?} ∥ {:?}", a, b);
    }
}
