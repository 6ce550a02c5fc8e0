//! Whole articles of our own, clean and ruined.

use super::DamageModel;
use crate::artifacts::{Category, Family, Finding};
use crate::corrupt::{Mode, Options, corrupt};
use crate::{Layers, Models, analyse};

const ARTICLE: &str = "\
Mayor Lena Ortiz told the harbour board on Monday that she would not sign the contract for the new ferry terminal. Ortiz said she had read the contract twice and \
that she did not trust it. The board had asked her to sign before Friday.

Paul Kwan, the chairman of the harbour board, said he was surprised by the decision. Kwan told reporters that he had met Ortiz in April and that she had praised his plan. \
“She shook my hand and told me that she would sign,” Kwan said. He added that the board would meet again on Thursday.

A source close to the mayor said Ortiz never praised the plan. The source said that Kwan called her three times in one week and that his lawyers wrote to her office. \
Ortiz’s office didn’t comment on the letters. Ortiz’s lawyer, Dana Reyes, said he had seen them.

“The letters were rude, and he knows it,” Reyes said. Kwan’s spokeswoman said that he would not answer. She said Kwan wanted to talk to Ortiz in person before he and his \
lawyers took the next step. Ortiz’s supporters in the council backed her. They said that she was right to wait and that the board should publish its plan.

The terminal was to open in June. Kwan said that he still hoped for that, but that he needed her answer soon. Ortiz said he would get it when she was ready.";

fn findings(text: &str) -> Vec<String> {
    let damage = DamageModel::read(include_bytes!("../../../models/damage.bin")).unwrap();
    let models = Models { damage: Some(damage.into()), ..Models::default() };
    analyse(text, &models, Layers { entity: false, quote: false, artifact: true })
        .annotations
        .into_iter()
        .map(|a| a.label)
        .filter(|l| l.starts_with("coref."))
        .collect()
}

fn ruined(seed: u64, mode: Mode) -> String {
    corrupt(ARTICLE, Options { seed, keep: 1.0, mode }).text
}

#[test]
fn overwritten_articles_get_the_verdict_and_their_places() {
    let verdicts = (0..12).filter(|s| findings(&ruined(*s, Mode::Stale)).iter().any(|l| l == Category::CorefOverwrittenDocument.label())).count();
    assert!(verdicts >= 10, "{verdicts} of 12");
    assert!(findings(&ruined(1, Mode::Stale)).len() > 5);
}

#[test]
fn clean_and_tokenised_articles_get_none() {
    assert_eq!(findings(ARTICLE), [""; 0]);
    for seed in 0..4 {
        assert_eq!(findings(&ruined(seed, Mode::TokeniseOnly)), [""; 0]);
    }
}

#[test]
fn a_name_that_repeats_itself_is_no_damage() {
    assert_eq!(findings("Major Major Major Major"), [""; 0]);
    assert_eq!(
        findings("Boutros Boutros-Ghali met Sirhan Sirhan and Duran Duran in Walla Walla, and Bora Bora heard of it from Major Major Major Major."),
        [""; 0]
    );
}

#[test]
fn no_copy_of_a_doubled_name_is_to_be_deleted() {
    let text =
        "It was true that he Ortiz refusing , and Ortiz Ortiz him then . Ortiz n’t going . A board said Ortiz Ortiz left A board there . Ortiz n’t talk .";
    let document = crate::text::Document::new(text);
    let mut all = crate::artifacts::testing::findings(text);
    all.retain(|f: &Finding| f.category.family() == Family::Dup || f.category == Category::CorefOverwrittenDocument);
    assert!(all.iter().any(|f| f.category == Category::CorefOverwrittenDocument), "{all:?}");
    assert!(all.iter().all(|f| f.edits.is_empty()), "{:?}", document.text());
}
