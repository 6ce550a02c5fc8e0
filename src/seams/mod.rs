//! Seams: places where two pieces of a page were run together, and the blank or the paragraph break between them was lost.
//!
//! [`seams`] yields them with how sure each is. A scraper that drops the breaks of a page drops many, so that there are two bars: what
//! clean text never has is a seam wherever it stands ([`Strength::Strong`]); what a brand may look like (`BlackRock`, `FutureBy`) is
//! one only in the company of [`COMPANY`] strong ones.
//!
//! `chunk` is the coarser look, at one run of characters at a time, that the reader of page furniture learnt to cut its lines with.

mod between;
mod chunk;
mod humps;
mod inside;
mod seam;
mod shapes;
mod tables;

use crate::text::{Layout, order};

use seam::{Candidate, Strength};

pub(crate) use between::stop_before;
pub(crate) use chunk::{cut_chunk, is_address};
pub use seam::{Joint, Seam, Sign};

/// So many strong seams in one text show that its breaks were lost throughout.
const COMPANY: usize = 3;

/// Blocks of a page are longer than this on average, in bytes; shorter pieces are sentences of one paragraph.
const SHORTEST_BLOCK: usize = 40;

/// The seams of `text`, whose layout is `layout`, in order. Time grows linearly with the text.
#[must_use]
pub fn seams(text: &str, layout: &Layout) -> Vec<Seam> {
    let mut candidates = Vec::new();
    inside::candidates(text, &layout.tokens, &mut candidates);
    between::candidates(text, layout, &mut candidates);
    order::sort_by(&mut candidates, |c| c.at as u128);
    candidates.dedup_by_key(|c| c.at);
    let strong = candidates.iter().filter(|c| c.strength == Strength::Strong).count();
    let glued = strong >= COMPANY;
    let blocks_lost = lost_its_breaks(text.len(), layout, &candidates);
    let usual = |sign: Sign| if sign == Sign::Inside || blocks_lost { Joint::Paragraph } else { Joint::Blank };
    candidates
        .into_iter()
        .filter(|c| glued || c.strength == Strength::Strong)
        .map(|c| Seam {
            at: c.at,
            sign: c.sign,
            joint: c.joint.unwrap_or_else(|| usual(c.sign)),
            score: match (c.strength, glued) {
                (Strength::Strong, true) => 0.97,
                (Strength::Strong, false) => 0.9,
                (Strength::Weak, _) => 0.85,
            },
        })
        .collect()
}

/// True where the paragraphs of the text were glued: several pieces begin right behind another while the sentences inside them
/// stand apart as they should, and there are fewer paragraphs than such places.
fn lost_its_breaks(length: usize, layout: &Layout, candidates: &[Candidate]) -> bool {
    let of = |signs: &[Sign]| candidates.iter().filter(|c| c.strength == Strength::Strong && signs.contains(&c.sign)).count();
    let stops = of(&[Sign::Stop, Sign::Quote]);
    stops + of(&[Sign::Inside]) >= COMPANY
        && length >= (stops + 1) * SHORTEST_BLOCK
        && layout.paragraphs.len() <= stops.max(2)
        && layout.sentences.len() >= stops + stops / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seamed(text: &str) -> String {
        let layout = Layout::of(text);
        let mut out = String::new();
        let mut from = 0;
        for seam in seams(text, &layout) {
            out += &text[from..seam.at];
            out += if seam.joint == Joint::Blank { "_" } else { "|" };
            from = seam.at;
        }
        out + &text[from..]
    }

    #[track_caller]
    fn check(marked: &str) {
        let plain: String = marked.chars().filter(|c| !matches!(c, '_' | '|')).collect();
        assert_eq!(seamed(&plain), marked);
    }

    #[test]
    fn a_strong_seam_needs_no_company() {
        check("A plan for the bridge|By Ada Stone was read.");
        check("They met at the station|2024-04-26 in Ellery.");
        check("He spoke of_Vance and the town.");
        check("The doors opened at 12.45pm|The crowd came in.");
        check("It was the end._Next came the vote.");
        check("It was closed in 2017._The mill burned.");
        check("The yoghurt (probiotic)._Made in Ellery.");
        check("It was “irratic”._In May she left.");
        check("The court (above)_Made no order.");
        check("She chairs the Harbour Committee_(HBC), a body of nine.");
        check("They saw the onlookers._– David Marsh");
        check("The hall closed at 5.30pm._By then it rained. Who knew?_Nobody._It rained!_The end.");
        check("He came on Saturday|Nobody saw him, and by May 23,_2022 he was gone.[1]_The rest stayed.");
    }

    #[test]
    fn brands_and_names_are_whole() {
        for text in [
            "McCain and DeSantis met MacDougall, O’Brien, LeBron, DiCaprio and VandeHei on YouTube and LinkedIn.",
            "An iPhone, an eBay sale, mRNA vaccines, 5G masts, 737s, the 1990s, a PhD, 24hrs, 1,999 and 23,2022, 16m people, 12.45pm and WordPress.",
            "easyJet and airBaltic fly; BlackRock, SurveyMonkey and HarperCollins paid £5m and $33million.",
            "Write to ada.stone@ellerypost.example, @realAdaStone or #HandsOffEllery; see https://ellery.example/NewsStory and get_itemById().",
            "Node.js, E.ON, Booking.com, U.S.A and St.Louis at 5.30pm on Jan.6, COVID19, FOX13 and WOR710",
            "The word(s) that (s)he read, f(x), a (re)opening and [t]he rest.",
            "The UK’s MPs and NGOs met PCs, JPMorgan, SCOTUSblog and DNAinfo.",
        ] {
            assert_eq!(seamed(text), text);
        }
    }

    #[test]
    fn marks_tell_which_side_they_belong_to() {
        check("He said \"It is late.\"_\"We know,\" she said.");
        check("She called it “so.”_“We know,” he said._\"They left,\" she said.");
        check("It was a long walk (I promise.)_Since then he rests.");
    }

    #[test]
    fn in_company_a_weak_sign_is_a_seam_too() {
        check(
            "Climate Future|By Ada Stone/Getty|November 23, 2025|Share|Save|Listen to this story|The town met.|It was late.|He left. She stayed. They ate. All was well.",
        );
    }
}
