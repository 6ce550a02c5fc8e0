//! From unknown words to findings.

use super::scanned;
use super::words::{Found, Words};
use crate::artifacts::{Category, Context, Family, Finding};
use crate::text::SpanSet;

/// Finds what a dictionary shows to be misspelt. Nothing where there is none.
pub(in crate::artifacts) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(dictionary) = context.dictionary else { return };
    let mut page = Words::of(context, dictionary);
    page.glued = findings.iter().filter(|f| is_seam(f)).map(|f| f.parts.len().max(1)).sum::<usize>() >= GLUED || page.is_full_of_joined_words();
    let quotations: SpanSet = context.quotations.iter().map(|q| q.span).collect();
    let mut found: Vec<Found> = Vec::new();
    page.drop_caps(&mut found);
    page.lost_ligatures(&mut found);
    let printed: SpanSet = found.iter().map(|f| f.span).collect();
    for at in 0..page.tokens.len() {
        if !page.unknown[at] {
            found.extend(page.compound(at).or_else(|| page.torn_name(at)));
            continue;
        }
        if printed.overlaps(page.tokens[at].span) {
            continue;
        }
        let finding = page.torn(at).or_else(|| page.joined(at)).or_else(|| page.misspelt(at)).or_else(|| page.misspelt_name(at));
        found.extend(finding);
    }
    if found.iter().filter(|f| f.shows_a_scan).count() >= scanned::ENOUGH || page.is_misread() {
        page.read_as_scanned(&mut found);
    }
    // Each half of a torn word has told it.
    found.dedup_by(|later, earlier| later.span == earlier.span);
    let mut found: Vec<Finding> = found.into_iter().map(|f| f.in_context(context, &quotations)).collect();
    // What another detector explains is not misspelt.
    let explains = |f: &&Finding| !f.category.is_verdict() && !matches!(f.category.family(), Family::Quote | Family::Style | Family::Struct);
    let places = |f: &Finding| if f.parts.is_empty() { vec![f.span] } else { f.parts.clone() };
    let explained: SpanSet = findings.iter().filter(explains).flat_map(places).collect();
    found.retain(|f: &Finding| !explained.overlaps(f.span));
    findings.append(&mut found);
}

/// So many seams show that the blanks of the page were lost.
const GLUED: usize = 3;

/// True for a finding that shows that pieces of the page were run together.
fn is_seam(finding: &Finding) -> bool {
    matches!(
        finding.category,
        Category::SpaceJoinedWords | Category::SpaceMissingSentence | Category::SpaceMissingAfterQuote | Category::SpaceMissingAfterNumber
    )
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::small;
    use crate::artifacts::{Category, Family};
    use crate::{Layers, Models, analyse};

    fn found(text: &str) -> Vec<(Category, String)> {
        let models = Models { dictionary: Some(small().into()), ..Models::default() };
        let analysis = analyse(text, &models, Layers::ALL);
        let spelling = |c: Category| c.family() == Family::Word || matches!(c, Category::SpaceJoinedWords | Category::SpaceSplitWord);
        let fix = |a: &crate::annotation::Annotation| a.text_attribute("fix").unwrap_or_default().to_owned();
        analysis.annotations.iter().filter_map(|a| Some((Category::from_label(&a.label).filter(|c| spelling(*c))?, fix(a)))).collect()
    }

    fn check(text: &str, expected: &[(Category, &str)]) {
        let found = found(text);
        let found: Vec<(Category, &str)> = found.iter().map(|(c, fix)| (*c, fix.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn misspelt_words_come_with_the_right_one() {
        check("He resigned, accoding to two officials of the goverment.", &[(Category::WordTypo, "according"), (Category::WordTypo, "government")]);
        check("The US Attorney Lena Ortiz left. US Attorny Paul Kwan stayed.", &[(Category::WordTypoEntity, "Attorney")]);
    }

    #[test]
    fn joined_and_torn_words() {
        check("She went tothe harbour and the pres ident followed.", &[(Category::SpaceJoinedWords, "to the"), (Category::SpaceSplitWord, "president")]);
    }

    #[test]
    fn words_run_together_throughout() {
        check(
            "After ending hissecond campaignfor the council she has been atarget of the press, and so far ithas succeededin several towns.",
            &[
                (Category::SpaceJoinedWords, "his second"),
                (Category::SpaceJoinedWords, "campaign for"),
                (Category::SpaceJoinedWords, "a target"),
                (Category::SpaceJoinedWords, "it has"),
                (Category::SpaceJoinedWords, "succeeded in"),
            ],
        );
    }

    #[test]
    fn two_slips_side_by_side() {
        check("The comittee recieved the letter.", &[(Category::WordTypo, "committee"), (Category::WordTypo, "received")]);
    }

    #[test]
    fn slips_with_a_capital() {
        check(
            "Last Wendesday the team flew to Toyko, and the Goverment paid.",
            &[(Category::WordTypoEntity, "Wednesday"), (Category::WordTypoEntity, "Tokyo"), (Category::WordTypo, "Government")],
        );
        check("Lena Jagesar spoke. Jagesar left. Ms. Jaggesar came back.", &[(Category::WordTypoEntity, "Jagesar")]);
        check("Vera Brittain and Anna Austen met Mr. Germain and the Markels; Bryan and Brian came.", &[]);
    }

    #[test]
    fn first_letters_and_ligatures_of_print() {
        check(
            "T he mayor opened the new bridge on Saturday.\n\n“I t is late,” she said.",
            &[(Category::SpaceSplitWord, "The"), (Category::SpaceSplitWord, "It")],
        );
        check(
            "A fter a year the bridge opened.\n\nA bout of flu kept him.\n\nI went home.\n\nT cells and B vitamins help.",
            &[(Category::SpaceSplitWord, "After")],
        );
        check(
            "The bene ts were not paid, the tra c in her of ice was di ff cult, and a s tudent left.",
            &[
                (Category::SpaceSplitWord, "benefits"),
                (Category::SpaceSplitWord, "traffic"),
                (Category::SpaceSplitWord, "office"),
                (Category::SpaceSplitWord, "difficult"),
                (Category::SpaceSplitWord, "student"),
            ],
        );
        check("A block of ice lay in the sun, and the pro le was new.".replace("pro le", "pro side").as_str(), &[]);
    }

    #[test]
    fn letters_that_look_like_two() {
        check(
            "He had retumed in the aftemoon to the intemational fair.",
            &[(Category::WordOcr, "returned"), (Category::WordOcr, "afternoon"), (Category::WordOcr, "international")],
        );
    }

    #[test]
    fn a_scanned_page_is_read_with_a_lower_bar() {
        check(
            "He said that Tho\nmas would ar\nrive at the post\noffice with the post\nmaster, and kill\ned a streeb lamp in the gov\nernment house and the con\nservatory.",
            &[
                (Category::SpaceSplitWord, "Thomas"),
                (Category::SpaceSplitWord, "arrive"),
                (Category::SpaceSplitWord, "killed"),
                (Category::WordOcr, "street"),
                (Category::SpaceSplitWord, "government"),
                (Category::SpaceSplitWord, "conservatory"),
            ],
        );
    }

    #[test]
    fn words_torn_in_a_line() {
        let split = |whole| (Category::SpaceSplitWord, whole);
        check(
            "The Septem ber meeting was can celled; Ms. Rijsdonk was there. Ms. Rijs donk left with Mr. Thomas. Mr. Tho\nmas was glad, the com mittee met.",
            &[split("September"), split("Rijsdonk"), split("Thomas"), split("committee")],
        );
        check("Vander Bergen met Vanderbergen; the Wood\nmarket of Woodmarket is a Black\npool of Blackpool.", &[]);
        let analysis =
            analyse("The com- mittee of the govern- ment and Har- vard met.", &Models { dictionary: Some(small().into()), ..Models::default() }, Layers::ALL);
        let joined = analysis.annotations.iter().filter(|a| a.label == "space.linebreak_hyphen" && a.is_certain());
        assert_eq!(joined.count(), 3);
        let clean = "The pre- and post-war years, a two- or three-year plan, the anti- crime law, he no- he said, a mid- and long-term view, co- owners and re- elected men.";
        let analysis = analyse(clean, &Models { dictionary: Some(small().into()), ..Models::default() }, Layers::ALL);
        assert!(analysis.annotations.iter().all(|a| a.label != "space.linebreak_hyphen"));
    }

    #[test]
    fn a_capital_that_looks_like_a_small_letter() {
        let ocr = |right| (Category::WordOcr, right);
        check("Mayor Ida Holm spoke. The lnspector saw Mayor lda Holm of lran in lndia.", &[ocr("Inspector"), ocr("Ida"), ocr("Iran"), ocr("India")]);
        check("The ltd, 30 lbs of lgbt books, the lbw and lnk rules, ln 2 and llamas.", &[]);
    }

    #[test]
    fn names_foreign_words_and_new_words_are_left_alone() {
        check(
            "Ms. Wickremesinghe and bin Salman met Sander and Sanders in Ouagadougou; they ate nasi goreng and livestreamed the durbar for 40 lakh viewers.",
            &[],
        );
        check("The colour of the organisation’s programme, and the color of the organization’s program.", &[]);
        check("The re-election of pro-government candidates, e.g. in gov.uk; the antiterror squad’s unmanned microdrones.", &[]);
        check("The per capita income of the leaners was helmed by an introducer.", &[]);
    }
}
