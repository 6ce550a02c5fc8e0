//! What the keys do: one table from which a key press is understood and the sheet of keys is written.

/// Which way a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the next, the larger.
    On,
    /// To the one before, the smaller.
    Back,
}

/// Something that the page does at a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// To the next annotation, or the one before.
    Step(Way),
    /// To the next that waits for a decision.
    StepWaiting(Way),
    /// To the next quotation.
    StepQuotation(Way),
    /// To the next finding of damage.
    StepDamage(Way),
    /// To the next mention of the same name.
    StepMention(Way),
    /// To the larger, or the smaller, of several marks in one place.
    Cycle(Way),
    /// Find in the text.
    Find,
    /// The review.
    Review,
    /// The card of what is selected.
    Card,
    /// Back, or nothing selected.
    Leave,
    /// Accept, and go on.
    Accept,
    /// Reject, and go on.
    Reject,
    /// Apply the repair, and go on.
    Repair,
    /// Repair all of this kind.
    RepairAlike,
    /// Dismiss all of this kind.
    DismissAlike,
    /// Set the speaker.
    Speaker,
    /// The speaker is unknown.
    SpeakerUnknown,
    /// Take the last step back.
    Undo,
    /// Make it again.
    Redo,
    /// Label first.
    LabelFirst,
    /// The caret.
    Caret,
    /// Mark by typing.
    ByTyping,
    /// All places with the same words.
    Everywhere,
    /// A rule of a person's own, from the selected words.
    Rule,
    /// Move an edge of the mark.
    Nudge {
        /// Its start, or its end.
        start: bool,
        /// To the front of the text.
        back: bool,
        /// By a letter, or by a word.
        letter: bool,
    },
    /// Merge with the next.
    Merge,
    /// The selected words are the cue.
    Cue,
    /// Delete the mark.
    Delete,
    /// Take a file away.
    Export,
    /// The next article of the list.
    Article(Way),
    /// What a screen reader hears.
    Voice,
    /// The bare text, while the key is held.
    Bare,
    /// Larger, or smaller type.
    Type(Way),
    /// Who said what.
    Said,
    /// Before and after.
    Compare,
    /// The sheet of keys.
    Keys,
}

use Command as C;

/// One line of the sheet of keys.
pub struct Line {
    /// Key presses as they are written, each with what it does.
    pub presses: &'static [(&'static str, Command)],
    /// The keys as they are shown, where that is not the presses one after the other; parted by two spaces.
    pub shown: Option<&'static str>,
    /// What they do, in words.
    pub words: &'static str,
}

const fn line(presses: &'static [(&'static str, Command)], words: &'static str) -> Line {
    Line { presses, shown: None, words }
}

const fn shown(shown: &'static str, presses: &'static [(&'static str, Command)], words: &'static str) -> Line {
    Line { presses, shown: Some(shown), words }
}

/// The keys, by what they are for. Lines without presses tell of keys that are understood elsewhere: labels are a person's to
/// choose, the caret moves as a caret does.
pub const SHEET: &[(&str, &[Line])] = &[
    (
        "Going through",
        &[
            line(&[("N", C::Step(Way::On)), ("P", C::Step(Way::Back))], "next, previous annotation"),
            line(&[("Shift N", C::StepWaiting(Way::On)), ("Shift P", C::StepWaiting(Way::Back))], "next, previous that waits for a decision"),
            line(&[("Q", C::StepQuotation(Way::On)), ("Shift Q", C::StepQuotation(Way::Back))], "next, previous quotation"),
            line(&[("D", C::StepDamage(Way::On)), ("Shift D", C::StepDamage(Way::Back))], "next, previous finding of damage"),
            line(&[("E", C::StepMention(Way::On)), ("Shift E", C::StepMention(Way::Back))], "next, previous mention of the same name"),
            line(&[("]", C::Cycle(Way::On)), ("[", C::Cycle(Way::Back))], "the larger, the smaller of several in one place"),
            line(&[("/", C::Find), ("Ctrl F", C::Find)], "find in the text; Enter and Shift Enter go through"),
            line(&[("R", C::Review)], "the review: what waits, by what you filter"),
            line(&[("Enter", C::Card)], "to the card of what is selected"),
            line(&[("Esc", C::Leave)], "back, or select nothing"),
        ],
    ),
    (
        "Deciding",
        &[
            line(&[("A", C::Accept), ("X", C::Reject)], "accept, reject (dismiss), and go on"),
            line(&[("F", C::Repair)], "apply the repair, and go on"),
            line(&[("Shift F", C::RepairAlike), ("Shift X", C::DismissAlike)], "repair, dismiss all of this kind"),
            line(&[("S", C::Speaker), ("U", C::SpeakerUnknown)], "set the speaker; speaker unknown"),
            shown("Ctrl Z  Ctrl Shift Z", &[("Ctrl Z", C::Undo), ("Ctrl Shift Z", C::Redo), ("Ctrl Y", C::Redo)], "undo, redo"),
        ],
    ),
    (
        "Marking",
        &[
            shown("1 … 8", &[], "mark the selected words, or give the selected mark another label"),
            shown("Alt 1  Shift 1 …", &[], "mark exactly what is selected, without snapping to words"),
            line(&[("L", C::LabelFirst)], "label first: every selection is marked, until Esc"),
            line(&[("C", C::Caret)], "a caret in the article, to select and mark by keys"),
            line(&[("T", C::ByTyping)], "mark by typing the words"),
            line(&[("G", C::Everywhere)], "all places with the same words"),
            line(&[("Shift G", C::Rule)], "mark the selected words everywhere, by a house rule; your rules"),
            shown(
                "Alt →  Alt ←",
                &[
                    ("Alt →", C::Nudge { start: false, back: false, letter: false }),
                    ("Alt ←", C::Nudge { start: false, back: true, letter: false }),
                    ("Ctrl Alt →", C::Nudge { start: false, back: false, letter: true }),
                    ("Ctrl Alt ←", C::Nudge { start: false, back: true, letter: true }),
                ],
                "move the end by a word; with Ctrl by a letter",
            ),
            shown(
                "Alt Shift →  Alt Shift ←",
                &[
                    ("Alt Shift →", C::Nudge { start: true, back: false, letter: false }),
                    ("Alt Shift ←", C::Nudge { start: true, back: true, letter: false }),
                    ("Ctrl Alt Shift →", C::Nudge { start: true, back: false, letter: true }),
                    ("Ctrl Alt Shift ←", C::Nudge { start: true, back: true, letter: true }),
                ],
                "move the start",
            ),
            line(&[("M", C::Merge)], "merge with the next"),
            line(&[("K", C::Cue)], "the selected words are the cue of the selected quotation"),
            shown("Del", &[("Del", C::Delete), ("Shift Del", C::Delete)], "take the selected words out of the text; delete the mark"),
        ],
    ),
    (
        "Keeping",
        &[
            line(&[("Ctrl S", C::Export)], "take a file away"),
            line(&[("J", C::Article(Way::On)), ("Shift J", C::Article(Way::Back))], "next, previous article of the list"),
        ],
    ),
    (
        "With the caret",
        &[
            shown("←  →", &[], "by word; with Alt by letter, with Ctrl by sentence"),
            shown("↑  ↓", &[], "by line; with Ctrl by paragraph"),
            shown("Home  End", &[], "to the ends of the paragraph; with Ctrl of the article"),
            shown("Shift", &[], "with any of them selects"),
            shown("Enter", &[], "takes the mark here; again, the next larger one"),
            shown("Esc", &[], "leaves"),
        ],
    ),
    (
        "Looking",
        &[
            line(&[("V", C::Voice)], "what a screen reader hears of the marks"),
            line(&[("H", C::Bare)], "hold for the bare text"),
            shown("+  −", &[("+", C::Type(Way::On)), ("=", C::Type(Way::On)), ("-", C::Type(Way::Back))], "larger, smaller type"),
            line(&[("W", C::Said)], "who said what"),
            line(&[("B", C::Compare)], "before and after"),
            line(&[("?", C::Keys)], "this sheet"),
        ],
    ),
];

impl Line {
    /// The keys as they are shown, one after the other.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        let presses = if self.shown.is_none() { self.presses } else { &[] };
        self.shown.into_iter().flat_map(|s| s.split("  ")).chain(presses.iter().map(|(press, _)| *press))
    }
}

/// Which keys are held beside the one that is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Ctrl, or the command key.
    pub control: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

/// What a key press does. `key` is as browsers name it: "n", "ArrowLeft", "?".
#[must_use]
pub fn command(key: &str, held: Held) -> Option<Command> {
    let press = written(key, held);
    SHEET.iter().flat_map(|(_, lines)| *lines).flat_map(|l| l.presses).find(|(p, _)| *p == press).map(|(_, command)| *command)
}

/// A key press as the table writes it: "Ctrl Alt Shift →". Shift is part of a sign, and not written beside it.
fn written(key: &str, held: Held) -> String {
    let name = match key {
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        "Delete" | "Backspace" => "Del",
        other => other,
    };
    let mut chars = name.chars();
    let sign = matches!((chars.next(), chars.next()), (Some(c), None) if !c.is_alphabetic() && !matches!(c, '←' | '→' | '↑' | '↓'));
    let mut press = String::new();
    for (is_held, word) in [(held.control, "Ctrl "), (held.alt, "Alt "), (held.shift && !sign, "Shift ")] {
        if is_held {
            press.push_str(word);
        }
    }
    if name.chars().count() == 1 {
        press.extend(name.chars().flat_map(char::to_uppercase))
    } else {
        press.push_str(name)
    }
    press
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::labels::FREE_KEYS;

    fn held(names: &str) -> Held {
        Held { control: names.contains('c'), alt: names.contains('a'), shift: names.contains('s') }
    }

    #[test]
    fn keys_are_understood() {
        let told = [
            ("n", "", Some(C::Step(Way::On))),
            ("N", "s", Some(C::StepWaiting(Way::On))),
            ("?", "s", Some(C::Keys)),
            ("?", "", Some(C::Keys)),
            ("[", "", Some(C::Cycle(Way::Back))),
            ("z", "c", Some(C::Undo)),
            ("Z", "cs", Some(C::Redo)),
            ("Backspace", "", Some(C::Delete)),
            ("ArrowLeft", "as", Some(C::Nudge { start: true, back: true, letter: false })),
            ("ArrowRight", "ca", Some(C::Nudge { start: false, back: false, letter: true })),
            ("n", "c", None),
            ("n", "a", None),
            ("ArrowLeft", "", None),
            ("F", "cs", None),
        ];
        for (key, names, wanted) in told {
            assert_eq!(command(key, held(names)), wanted, "{key} with {names:?}");
        }
    }

    #[test]
    fn no_key_says_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for (press, _) in SHEET.iter().flat_map(|(_, lines)| *lines).flat_map(|l| l.presses) {
            assert!(seen.insert(*press), "{press} stands twice");
            let free = press.len() == 1 && FREE_KEYS.contains(&press.to_lowercase());
            assert!(!free, "{press} is free for a label of a person's own");
        }
    }

    #[test]
    fn every_line_shows_its_keys() {
        for line in SHEET.iter().flat_map(|(_, lines)| *lines) {
            assert!(line.keys().count() > 0 && !line.words.is_empty());
        }
        assert_eq!(SHEET[0].1[1].keys().collect::<Vec<_>>(), ["Shift N", "Shift P"]);
    }
}
