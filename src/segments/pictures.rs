//! What stands beside the set words of a player, a gallery or a picture's credit: captions and titles, which have no phrase of their own.

use super::cut::{Break, Segment};
use super::lexicon::class;
use super::profile::Profile;
use super::words::{Word, shape};
use super::{Kind, Labelled};

/// A caption or the title of a video has no more words.
const LONGEST: usize = 45;
/// The buttons over a player, from how likely on.
const BUTTONS: f32 = 0.6;
/// How likely what a rule of this file takes for a caption is no body.
const CHANCE: f32 = 0.95;

/// Takes what stands beside a picture or a player for its caption.
pub(super) fn mend(segments: &[Segment], words: &[Word], profiles: &[Profile], labelled: &mut [Labelled]) {
    for n in 0..labelled.len() {
        if labelled[n].sure || profiles[n].words < 3 || profiles[n].words > LONGEST {
            continue;
        }
        let kind = if is_credited(segments, words, profiles, labelled, n) {
            Kind::Caption
        } else if is_played(profiles, labelled, n) {
            Kind::Media
        } else {
            continue;
        };
        labelled[n].kind = kind;
        labelled[n].furniture = labelled[n].furniture.max(CHANCE);
    }
}

/// "Mara Lindt speaks at the wall on Tuesday [Jon Roe/Nordbild]": what stands between a break and a credit in brackets, without a
/// stop.
fn is_credited(segments: &[Segment], words: &[Word], profiles: &[Profile], labelled: &[Labelled], n: usize) -> bool {
    let Some(credit) = labelled.get(n + 1).filter(|l| l.sure && l.kind == Kind::Credit) else { return false };
    let bracketed = profiles[n + 1].first & shape::OPEN != 0 && words[segments[n + 1].words.clone()].iter().any(|w| w.stroke || w.class & class::PHOTO != 0);
    let begins = segments[n].after != Break::Sentence && segments[n].after != Break::Inside;
    bracketed && begins && credit.after == Break::Inside && !profiles[n].finished && profiles[n].first & shape::UPPER != 0
}

/// The title under a player, in a line of its own: "Play video", "Ferry leaves the harbour"; "Embed", "Who pays for the wall? 1:58".
fn is_played(profiles: &[Profile], labelled: &[Labelled], n: usize) -> bool {
    let p = &profiles[n];
    let Some(before) = n.checked_sub(1).map(|k| &labelled[k]).filter(|l| l.sure || l.furniture >= BUTTONS) else { return false };
    let own_line = p.line == (0, 0) && p.first & (shape::UPPER | shape::NUMBER) != 0 && !p.finished;
    let runs = p.last & shape::CLOCK != 0 && matches!(before.kind, Kind::Share | Kind::Media | Kind::Embed);
    own_line && (runs || before.sure && before.kind == Kind::Media && profiles[n - 1].line == (0, 0) && p.last & (shape::COMMA | shape::COLON) == 0)
}

#[cfg(test)]
mod tests {
    use crate::segments::{FurnitureModel, Kind};
    use crate::text::Document;

    fn kinds(text: &str) -> Vec<(Kind, String)> {
        let model = FurnitureModel::read(&std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/models/furniture.bin")).expect("a file")).expect("a model");
        let document = Document::new(text);
        model.label(&document).into_iter().filter(|s| s.furniture >= 0.6).map(|s| (s.kind, s.span.of(text).to_owned())).collect()
    }

    #[test]
    fn a_caption_ends_with_its_credit() {
        let text = "The council says that it has the money, and the engineers agree.Mara Lindt speaks to the council on May 26, 2025, when she said that the wall would hold [Jon Roe/AP]By Tom Hale\n\nThe plan will be read again in the autumn, said the clerk, and the work would begin in the spring.";
        let found = kinds(text);
        assert!(found.iter().any(|(kind, words)| *kind == Kind::Caption && words.starts_with("Mara Lindt speaks")), "{found:?}");
    }

    #[test]
    fn the_title_under_a_player_is_no_text() {
        let text = "The council met on Tuesday evening, and it sat until midnight.\n\nPlay VIDEO\nFerry leaves the old harbour for the last time\nThe next meeting is planned for the spring, said Mara Lindt, who chairs it.";
        let found = kinds(text);
        assert!(found.iter().any(|(kind, words)| *kind == Kind::Media && words.starts_with("Ferry leaves")), "{found:?}");
        assert!(!found.iter().any(|(_, words)| words.starts_with("The next meeting")), "{found:?}");
    }

    #[test]
    fn a_sentence_before_an_agency_in_brackets_stays() {
        let text = "The council met on Tuesday evening. The wall would hold, the engineers told the agency (Reuters), and the town has the money for it.\n\nThe next meeting is planned for the spring.";
        assert_eq!(kinds(text), []);
    }
}
