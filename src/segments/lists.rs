//! Lists of the article: a line of its text leads them in, and their items look like the links and buttons of a page.

use super::Labelled;
use super::profile::{Look, Profile};
use super::words::shape;

/// A list of the article has no fewer items and no more.
const FEWEST: usize = 2;
const MOST: usize = 16;
/// What leads in a list is of the article if it is no more likely furniture, or has a verb before its colon; its items are as likely as it is.
const LEAD: f32 = 0.9;
/// A set phrase may open one item in so many.
const PHRASE_EACH: usize = 4;

/// Takes back the furniture that is a list of the article.
pub(super) fn mend(profiles: &[Profile], labelled: &mut [Labelled]) {
    for (item, p) in labelled.iter_mut().zip(profiles) {
        if is_result(p) && !item.sure {
            item.furniture = item.furniture.min(0.5);
        }
    }
    let mut n = 0;
    while n < labelled.len() {
        let items = if leads_in(&profiles[n]) && !labelled[n].sure && (labelled[n].furniture <= LEAD || states(&profiles[n]) && profiles[n].verbs > 0) {
            items(&profiles[n + 1..])
        } else {
            0
        };
        let chance = labelled[n].furniture.min(0.5);
        for item in &mut labelled[n + 1..][..items] {
            item.furniture = item.furniture.min(chance);
        }
        if items > 0 {
            labelled[n].furniture = chance;
        }
        n += items + 1;
    }
}

/// "The five that remain are:", "What is new this spring?"; not "Related:", which is a set phrase of pages.
fn leads_in(p: &Profile) -> bool {
    let phrase = p.sure.is_some() || p.whole | p.starts != 0;
    let asks = p.finished && p.question && p.words >= 4;
    !phrase && p.function > 0 && (asks || states(p))
}

/// "7. Lena Ortiz (ESP) / Jon Roe (NOR) 7 hr 57 min 46.5 sec": a row of a table of results, with numbers before and behind its names.
fn is_result(p: &Profile) -> bool {
    p.numbers >= 4 && p.words >= 6 && p.first & shape::NUMBER != 0 && p.upper >= 3 && !p.date && p.function <= 1
}

/// Ends with a colon.
fn states(p: &Profile) -> bool {
    p.last & shape::COLON != 0 && p.words >= 3
}

/// How many items follow: lines that are no sentences, up to the first that can only be furniture; 0 where they are no list.
fn items(profiles: &[Profile]) -> usize {
    let is_item = |p: &&Profile| !matches!(p.look, Look::Prose | Look::Open | Look::Date | Look::Marks) && p.sure.is_none() && !leads_in(p);
    let count = profiles.iter().take(MOST + 1).take_while(is_item).count();
    let phrases = profiles[..count].iter().filter(|p| p.whole | p.starts != 0).count();
    if (FEWEST..=MOST).contains(&count) && phrases * PHRASE_EACH <= count { count } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::segments::FurnitureModel;
    use crate::text::Document;

    /// What is taken for furniture of `lines`, which stand between sentences.
    fn taken(lines: &str) -> Vec<String> {
        let model = FurnitureModel::read(&std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/models/furniture.bin")).expect("a file")).expect("a model");
        let text = format!(
            "The council met on Tuesday evening in the old town hall, and it sat until midnight.\n{lines}\nThe next meeting is planned for the spring, said Mara Lindt, who chairs it."
        );
        let document = Document::new(&text);
        model.label(&document).into_iter().filter(|s| s.furniture >= 0.6).map(|s| s.span.of(&text).to_owned()).collect()
    }

    #[test]
    fn what_the_article_leads_in_is_its_own() {
        for lines in [
            "The firms that were chosen are:\n* Nordbild, Bergen, Norway\n* Holm Pumps, Leeds, England\n* Lindt Engineering, Austin, Texas",
            "What is new in the second plan?\nBetter pumps\nMore gates for boats\nLights on the quay\nOld stones mended",
            "7. Lena Ortiz (ESP)/Jon Roe (NOR) Holm 4 7 hr 57 min 46.5 sec\n8. Tom Hale (GBR)/Ines Calder (GBR) Holm 2 7 hr 58 min 03.1 sec",
        ] {
            assert_eq!(taken(lines), [] as [String; 0], "{lines}");
        }
    }

    #[test]
    fn what_a_set_phrase_leads_in_is_not() {
        let found = taken("More on this story:\nFerry keeps running\nStorm closes schools\nWho pays for the wall?\nShare this article");
        assert!(found.len() >= 4, "{found:?}");
    }
}
