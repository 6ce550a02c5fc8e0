//! A person's own rules on whole texts: what they mark, withdraw and repair, and that no text and no pattern is too much.

use galley::annotation::{Annotation, Layer};
use galley::rules::{Check, Place, RuleFile, Rules};
use galley::text::Span;
use galley::{Analysis, Layers, Models, analyse, repair_with};
use proptest::prelude::*;

const TEXT: &str = "Port Avelle council meets\n\nSign up for the Harbour Letter!\n\nThe MV Quibble sailed on Monday, said Lena Ortiz. “The MV Quibble is late, docket 12/34,” Ortiz told The Post.\n\nDocket 56/78 was closed. Teh ferry waits.\n\nSign up for the Harbour Letter!\n";

fn rules(toml: &str) -> Rules {
    let file = RuleFile::read(toml);
    assert_eq!(file.problems, []);
    file.into_rules()
}

fn read(text: &str, rules: &Rules) -> Analysis {
    let mut analysis = analyse(text, &Models::default(), Layers::ALL);
    rules.apply(text, &mut analysis);
    analysis
}

fn words<'t>(text: &'t str, analysis: &'t Analysis, label: &str) -> Vec<&'t str> {
    analysis.annotations.iter().filter(|a| a.label == label).map(|a| a.span.of(text)).collect()
}

#[test]
fn a_rule_marks_damage_names_and_nothing() {
    let rules = rules(
        r#"
        [[rule]]
        name = "Letter prompt"
        text = "sign up for the harbour letter!"
        ignore-case = true
        where = "lines"
        severity = "medium"
        message = "The prompt of our letter."
        replace = ""

        [[rule]]
        name = "Ships"
        pattern = '\bMV [A-Z]\w+'
        mark = "entity"
        label = "SHIP"

        [[rule]]
        name = "quoted dockets"
        pattern = '(?i)docket (\d+)/(\d+)'
        where = "quotations"
        replace = "docket $2/$1"

        [[rule]]
        name = "spelt so here"
        text = "Teh"
        mark = "never"
        "#,
    );
    let analysis = read(TEXT, &rules);
    assert_eq!(words(TEXT, &analysis, "house.letter-prompt"), ["Sign up for the Harbour Letter!"; 2]);
    assert_eq!(words(TEXT, &analysis, "SHIP"), ["MV Quibble"; 2]);
    assert_eq!(words(TEXT, &analysis, "house.quoted-dockets"), ["docket 12/34"], "the one outside is another matter");
    let ships: Vec<_> = analysis.annotations.iter().filter(|a| a.label == "SHIP").map(|a| a.attributes.entity()).collect();
    assert_eq!(ships[0], ships[1], "one ship");
    assert!(!analysis.annotations.iter().any(|a| a.layer == Layer::Artifact && a.span.of(TEXT) == "Teh"));
    let prompt = analysis.annotations.iter().find(|a| a.label == "house.letter-prompt").unwrap();
    assert_eq!(
        (prompt.text_attribute("message"), prompt.text_attribute("severity"), prompt.is_certain()),
        (Some("The prompt of our letter."), Some("medium"), true)
    );
    assert_eq!(prompt.rule, "house.letter-prompt");
    let ids: std::collections::BTreeSet<&str> = analysis.annotations.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids.len(), analysis.annotations.len(), "every id once");
}

#[test]
fn lines_go_with_one_gap_and_groups_stand_in_what_replaces_them() {
    let rules = rules(
        "[[rule]]\nname = \"prompt\"\ntext = \"Sign up for the Harbour Letter!\"\nwhere = \"lines\"\nreplace = \"\"\n[[rule]]\nname = \"dockets\"\npattern = '(?i)(docket) (\\d+)/(\\d+)'\nreplace = '$1 $3-$2'\n",
    );
    let repaired = repair_with(
        TEXT,
        &Models::default(),
        |text, analysis, reading| if reading == 0 { rules.apply(text, analysis) } else { rules.apply_again(text, analysis) },
    );
    assert!(repaired.text.starts_with("Port Avelle council meets\n\nThe MV Quibble"), "{:?}", repaired.text);
    assert!(repaired.text.contains("docket 34-12") && repaired.text.contains("Docket 78-56"));
    assert!(repaired.text.trim_end().ends_with("ferry waits.") && !repaired.text.contains("Sign up"), "{:?}", repaired.text);
    assert_eq!(repaired.counts["house.prompt"], 2);
}

#[test]
fn a_replacement_that_holds_what_it_replaces_is_made_once() {
    let rules = rules("[[rule]]\nname = \"double\"\ntext = \"ferry\"\nreplace = \"ferry ferry\"\n");
    let also = |text: &str, analysis: &mut Analysis, reading: usize| if reading == 0 { rules.apply(text, analysis) } else { rules.apply_again(text, analysis) };
    let repaired = repair_with("A ferry came .", &Models::default(), also);
    assert_eq!(repaired.text.matches("ferry").count(), 2, "{}", repaired.text);
}

#[test]
fn an_allowed_word_is_taken_out_of_a_gathered_finding() {
    let text = "a  b  c  d  e  f  g  h";
    let without = |pattern: &str| {
        let rules = rules(&format!("[[rule]]\nname = \"allowed\"\npattern = '{pattern}'\nmark = \"never\"\nof = [\"space\"]\n"));
        let analysis = read(text, &rules);
        let blanks: Vec<&Annotation> = analysis.annotations.iter().filter(|a| a.label.starts_with("space")).collect();
        blanks.iter().map(|a| a.pieces().len()).sum::<usize>()
    };
    assert_eq!((without("z"), without("b  c"), without(".*")), (7, 6, 0));
}

#[test]
fn rules_are_tried_before_they_are_used() {
    let rules = rules(
        "[[rule]]\nname = \"a\"\ntext = \"MV Quibble\"\n[[rule]]\nname = \"b\"\npattern = 'Quibble \\w+'\n[[rule]]\nname = \"c\"\ntext = \"nowhere\"\n[[rule]]\nname = \"d\"\ntext = \"Port\"\nfirst-lines = 1\n",
    );
    let mut check = Check::default();
    assert_eq!(check.add(&rules, TEXT, &Analysis::default()), [2, 2, 0, 1]);
    check.add(&rules, "Nothing here.", &Analysis::default());
    assert_eq!(check.counts, [(2, 1), (2, 1), (0, 0), (1, 1)]);
    assert_eq!(check.overlaps.len(), 1);
    assert_eq!((check.overlaps[0].first, check.overlaps[0].second, check.overlaps[0].places), (0, 1, 2));
}

/// Patterns that take other engines years, on texts that are long and of one piece.
#[test]
fn no_pattern_takes_longer_than_the_text_is_long() {
    let letters = "a".repeat(300_000);
    for pattern in ["(a+)+$", "(a|a)*b", "(.*)(.*)(.*)x", "a{1,500}", ".*[^a]|a", "(?s).*"] {
        let rules = rules(&format!("[[rule]]\nname = \"slow\"\npattern = '{pattern}'\n"));
        for text in [letters.as_str(), &"a b ".repeat(50_000), &"\u{202e}שלום 🚢 ".repeat(20_000)] {
            let hits = rules.hits(text, &Analysis::default());
            assert!(hits.iter().all(|h| h.span.len() <= galley::rules::LONGEST));
        }
    }
}

#[test]
fn ten_thousand_places_are_found() {
    let text = "docket 1 🚢 שלום\n".repeat(10_000);
    let rules =
        rules("[[rule]]\nname = \"docket\"\npattern = '\\bdocket \\d'\nreplace = 'case'\n[[rule]]\nname = \"never\"\ntext = \"שלום\"\nmark = \"never\"\n");
    let analysis = read(&text, &rules);
    assert_eq!(words(&text, &analysis, "house.docket").len(), 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 200 } else { 2_000 }))]

    /// Whatever the file, the pattern and the text: no panic, and places that are in the text, in order, none of a rule touching another.
    #[test]
    fn any_rule_on_any_text(
        pattern in "[a-c.*+?()|\\[\\]^$\\\\éש🚢 {}0-9]{0,12}",
        text in "[a-c é\u{301}ש🚢“”\n.,]{0,120}",
        place in 0usize..4,
        switches in any::<(bool, bool)>(),
        replace in "[$0-9a{}]{0,6}",
        plain in any::<bool>(),
    ) {
        let key = if plain { "text" } else { "pattern" };
        let pattern = pattern.replace('\'', "");
        let toml = format!(
            "[[rule]]\nname = \"r\"\n{key} = '{pattern}'\nwhere = \"{}\"\nignore-case = {}\nwhole-words = {}\nreplace = '{replace}'\n",
            Place::ALL[place].0, switches.0, switches.1,
        );
        let file = RuleFile::read(&toml);
        prop_assert!(file.problems.iter().all(|p| p.line <= toml.lines().count() && p.column >= 1));
        prop_assert_eq!(file.rules.len() + usize::from(!file.problems.is_empty()), 1);
        let rules = file.into_rules();
        let analysis = read(&text, &rules);
        let own: Vec<Span> = analysis.annotations.iter().filter(|a| a.label == "house.r").map(|a| a.span).collect();
        prop_assert!(own.iter().all(|s| text.get(s.range()).is_some_and(|w| !w.is_empty())));
        prop_assert!(own.windows(2).all(|w| w[0].end() <= w[1].start()));
        prop_assert!(analysis.annotations.iter().flat_map(|a| &a.edits).all(|e| text.get(e.span.range()).is_some()));
        // Any file at all is read without a panic.
        let _ = RuleFile::read(&text);
        let _ = RuleFile::read(&toml.replace('\'', "\""));
        let repaired = repair_with(&text, &Models::default(), |text, analysis, reading| if reading == 0 { rules.apply(text, analysis) } else { rules.apply_again(text, analysis) });
        prop_assert!(repaired.text.len() <= 40 * text.len() + 40);
    }
}
