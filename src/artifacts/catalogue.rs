//! The categories of damage, in plain words.

use super::{Severity, Tier};

/// One category of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    /// `family.code`; a verdict on the whole document ends in `_document`.
    pub label: &'static str,
    /// The rule's name in annotations: `artifacts.family.code`.
    pub rule: &'static str,
    /// How much a finding of it matters unless it says otherwise.
    pub severity: Severity,
    /// How far to rely on one unless it says otherwise.
    pub tier: Tier,
    /// A heading.
    pub title: &'static str,
    /// What it is and why it matters, in one or two sentences.
    pub why: &'static str,
}

impl Category {
    /// The part of the label before the dot: "space".
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.label.split('.').next().unwrap_or(self.label)
    }

    /// True for a verdict on the whole document.
    #[must_use]
    pub fn is_verdict(&self) -> bool {
        self.label.ends_with("_document")
    }
}

/// A family's heading: "Spacing" for "space".
#[must_use]
pub fn family_title(family: &str) -> &'static str {
    match family {
        "enc" => "Characters",
        "markup" => "Markup",
        "space" => "Spacing",
        "quote" => "Quotation marks",
        "punct" => "Punctuation",
        "word" => "Words",
        "dup" => "Duplicates",
        "gap" => "Gaps",
        "trunc" => "Truncation",
        "splice" => "Splicing",
        "coref" => "Coreference damage",
        "gram" => "Grammar",
        "struct" => "Boilerplate and structure",
        "verbatim" => "Quoted words",
        "style" => "Style",
        "num" => "Numbers",
        _ => "Other",
    }
}

/// All categories, sorted by label.
#[must_use]
pub fn catalogue() -> &'static [Category] {
    CATEGORIES
}

/// The category with the label `label`.
#[must_use]
pub fn category(label: &str) -> Option<&'static Category> {
    CATEGORIES.binary_search_by_key(&label, |c| c.label).ok().map(|n| &CATEGORIES[n])
}

macro_rules! categories {
    ($($label:literal $severity:ident $tier:ident $title:literal $why:literal;)*) => {
        &[$(Category { label: $label, rule: concat!("artifacts.", $label), severity: Severity::$severity, tier: Tier::$tier, title: $title, why: $why }),*]
    };
}

#[rustfmt::skip]
static CATEGORIES: &[Category] = categories![
    "coref.entity_altered" Critical Finding "Name altered"
        "A name was replaced by another one inside a longer name, so that the sentence states a different fact.";
    "coref.lost_possessive" High Finding "Possessive ending lost"
        "A name was put in the place of its own possessive, and the ’s was lost.";
    "coref.orphan_tail" High Finding "Name left over at the end"
        "A name stands alone after the last sentence: a replacement whose place lay past the end.";
    "coref.overwrite" High Finding "Words overwritten by a name"
        "A program that replaces pronouns by names wrote a name over words that stood here. The words below it are gone.";
    "coref.overwritten_document" Critical Finding "Article overwritten by coreference"
        "A program replaced pronouns by names and wrote many of them over other words. Facts and quotations in this article cannot be relied on.";
    "coref.substituted_document" High Hint "Pronouns replaced by names"
        "There are hardly any pronouns beside many repeated names, as where a program replaced pronouns by names.";
    "coref.substitution" High Finding "Pronoun replaced by a name"
        "A program put a name where a pronoun stood.";
    "dup.headline" Medium Finding "Headline repeated"
        "The headline stands twice, once as part of the body.";
    "dup.name" High Finding "Name doubled"
        "A name stands twice in a row. Deleting one copy may be wrong: it may have been written over another word.";
    "dup.paragraph" Medium Finding "Paragraph repeated"
        "The same paragraph stands twice.";
    "dup.phrase" Low Finding "Words doubled"
        "The same words stand twice in a row.";
    "dup.sentence" Medium Finding "Sentence repeated"
        "The same sentence stands twice.";
    "dup.word" Low Finding "Word doubled"
        "The same word stands twice in a row.";
    "enc.bidi" Low Finding "Invisible direction mark"
        "An invisible character that turns the direction of writing; it has no use in this text.";
    "enc.bom" Low Finding "Byte-order mark"
        "An invisible mark that belongs at the start of a file, left in the text.";
    "enc.c1_control" Medium Finding "Windows character read as a control code"
        "A byte of a Windows encoding was read as Latin-1, so that a mark became an invisible control character.";
    "enc.combining" Low Finding "Letter and accent stored apart"
        "An accent is stored as a character of its own, so that searching for the word fails.";
    "enc.control" Low Finding "Control character"
        "An invisible control character that means nothing in text.";
    "enc.emoji_mojibake" Medium Finding "Broken emoji"
        "An emoji was decoded with the wrong character set.";
    "enc.escape_literal" Medium Finding "Escape sequence left in the text"
        "A program’s notation for a character stands in the text instead of the character.";
    "enc.fullwidth" Low Finding "Full-width letters"
        "Letters made for Chinese and Japanese layout stand in place of ordinary ones.";
    "enc.homoglyph" High Finding "Look-alike letter of another script"
        "A letter of another script looks like the right one, so that searching for the word fails.";
    "enc.html_entity" Medium Finding "HTML entity"
        "A web page’s notation for a character stands in the text instead of the character.";
    "enc.ligature" Low Finding "Ligature character"
        "Two letters are stored as one character, so that searching for the word fails.";
    "enc.math_alnum" Low Finding "Mathematical letters used as text"
        "Letters made for formulas stand in place of ordinary ones; screen readers and search cannot read them.";
    "enc.mojibake" High Finding "Mojibake"
        "Text was decoded with the wrong character set, so that one character became several wrong ones.";
    "enc.mojibake_lossy" High Finding "Mojibake with characters lost"
        "Text was decoded with the wrong character set, and part of a character was lost on the way.";
    "enc.nbsp" Low Finding "No-break space"
        "A no-break space stands where an ordinary space belongs.";
    "enc.private_use" Low Finding "Private-use character"
        "A character that only one font knows; everybody else sees an empty box.";
    "enc.replacement_char" High Finding "Lost character"
        "A character could not be decoded and was replaced by �.";
    "enc.soft_hyphen" Low Finding "Soft hyphen"
        "An invisible hyphen stands inside a word, so that searching for the word fails.";
    "enc.zero_width" Low Finding "Zero-width character"
        "An invisible character stands in the text, so that searching for the word fails.";
    "gap.dropped_document" High Finding "Hyphenated words removed throughout"
        "Wide gaps in many sentences show that every word with a hyphen was taken out.";
    "gap.dropped_token" High Finding "Words dropped"
        "A wide gap stands where a word was taken out.";
    "gap.number" High Finding "Number dropped"
        "A number was taken out: the words around the gap expect one.";
    "gram.agreement" Medium Finding "Number does not agree"
        "Subject and verb, or a quantifier and its noun, disagree in number.";
    "gram.article" Low Hint "Article that does not fit"
        "A word has an article that it does not take.";
    "gram.missing_word" Medium Finding "Word missing"
        "A small word that the sentence needs is missing.";
    "markup.anon_entity" High Finding "Placeholder instead of a name"
        "Names were replaced by placeholders to build a data set.";
    "markup.bbcode" Low Finding "Forum markup"
        "A forum’s markup was left in the text.";
    "markup.css" Medium Finding "Style sheet code"
        "Style sheet code of a web page was left in the text.";
    "markup.embed" Low Finding "Embedded post or picture link"
        "The link of an embedded post or picture was left in the text.";
    "markup.markdown" Low Finding "Markdown"
        "Markdown was left in the text.";
    "markup.placeholder" Medium Finding "Placeholder instead of a link"
        "Addresses were replaced by placeholders to build a data set.";
    "markup.ptb" Medium Finding "Treebank token"
        "A tokeniser’s notation for a bracket or quotation mark was left in the text.";
    "markup.script" Medium Finding "Script code"
        "Script code of a web page was left in the text.";
    "markup.tag" Medium Finding "HTML tag"
        "A tag of a web page was left in the text.";
    "markup.template" High Finding "Unfilled template"
        "A template was published without its values.";
    "markup.wiki" Low Finding "Wiki markup"
        "Wiki markup was left in the text.";
    "num.currency_lost" High Finding "Currency sign lost"
        "A currency sign was lost and became a question mark.";
    "num.date_garble" Low Finding "Weekday and date disagree"
        "The date did not fall on that weekday.";
    "num.fraction" Medium Finding "Fraction torn off"
        "A fraction was torn from its number by a run of blanks.";
    "num.locale" High Finding "Decimal comma"
        "A decimal comma stands in English text; it may be a decimal point or a lost digit group.";
    "punct.bracket_unbalanced" Low Finding "Bracket without partner"
        "A bracket is opened and never closed, or closed and never opened.";
    "punct.doubled" Low Finding "Punctuation doubled"
        "Two marks stand where one belongs.";
    "punct.ellipsis_split" Info Finding "Ellipsis torn apart"
        "The dots of an ellipsis were torn apart.";
    "punct.missing_terminal" Low Hint "Sentence without an end"
        "A paragraph ends without punctuation.";
    "punct.stray_comma" Low Hint "Comma between subject and verb"
        "A comma separates the subject from its verb.";
    "quote.backtick" Low Finding "Accent used as a quotation mark"
        "A grave or acute accent stands in place of a quotation mark or apostrophe.";
    "quote.boundary_fused" Low Finding "Two quotations run together"
        "A quotation ends and the next begins on the same line: the paragraph break between them was lost.";
    "quote.corrupted_content" Critical Finding "Quotation damaged"
        "Words inside this quotation were overwritten or lost: it must not be quoted.";
    "quote.mismatched_pair" Low Finding "Quotation marks that do not match"
        "A quotation opens with one style of mark and closes with another.";
    "quote.stray_inner_space" Low Finding "Blank inside a quotation mark"
        "A blank stands between a quotation mark and the words that it encloses.";
    "quote.style_mix" Info Finding "Straight and curly marks mixed"
        "The article mixes straight and curly marks.";
    "quote.unclosed" Medium Finding "Quotation never closed"
        "A quotation is opened and not closed, so that it is unclear where it ends.";
    "quote.unopened" Medium Finding "Quotation never opened"
        "A quotation is closed and was not opened, so that it is unclear where it begins.";
    "quote.wrong_direction" Low Finding "Quotation mark turned the wrong way"
        "An opening mark stands where a closing one belongs, or the other way round.";
    "space.before_punct" Low Finding "Blank before punctuation"
        "A blank stands before a mark that belongs to the word before it.";
    "space.double" Info Finding "Double blank"
        "Two blanks stand where one belongs.";
    "space.hard_wrap_document" Low Finding "Lines broken at a fixed width"
        "Every line is broken at the same width, in the middle of sentences.";
    "space.joined_words" Medium Finding "Words run together"
        "The blank between two words was lost.";
    "space.leading" Info Finding "Blanks at the start"
        "Blanks stand before the first word of the text.";
    "space.linebreak_hyphen" Low Finding "Word divided at a line’s end"
        "A hyphen from the end of a printed line was left inside a word.";
    "space.missing_comma" Low Finding "Blank missing after a comma"
        "The blank after a comma was lost.";
    "space.missing_sentence" Low Finding "Blank missing between sentences"
        "The blank, or the paragraph break, between two sentences was lost.";
    "space.run" Info Finding "Run of blanks"
        "Several blanks stand where one belongs.";
    "space.split_word" Medium Finding "Word torn apart"
        "A blank stands inside a word.";
    "space.tab" Info Finding "Tab inside a sentence"
        "A tab stands where a blank belongs.";
    "space.tokenised" Low Finding "Tokeniser’s blank"
        "A program set words and marks apart by blanks.";
    "space.tokenised_document" Medium Finding "Tokenised text"
        "A program set words and marks apart by blanks throughout.";
    "space.trailing" Info Finding "Blanks at the end of a line"
        "Blanks stand between the last word and the line’s end.";
    "splice.two_articles_document" High Finding "Two articles in one"
        "A second article begins inside this one.";
    "struct.ad" Info Finding "Advertisement notice"
        "A notice about an advertisement was left in the text.";
    "struct.bullet_debris" Low Finding "Bullet turned into a letter"
        "A bullet of a symbol font became a letter.";
    "struct.byline" Info Finding "Byline"
        "The author’s line is part of the body.";
    "struct.caption" Info Finding "Picture caption"
        "A picture’s caption or credit is part of the body.";
    "struct.content_gap" Medium Hint "Announced statement missing"
        "A statement is announced and never quoted: a paragraph may be lost.";
    "struct.copyright" Info Finding "Copyright notice"
        "A copyright notice is part of the body.";
    "struct.credit" Info Finding "Credit line"
        "A line that credits contributors is part of the body.";
    "struct.dateline" Info Finding "Dateline"
        "The place and agency that the report was filed from are part of the body.";
    "struct.editor_note" Info Hint "Editor’s note"
        "A note of the publisher is part of the body.";
    "struct.headline_in_body" Info Finding "Headline in the body"
        "The headline is the first line of the body.";
    "struct.media_placeholder" Info Finding "Media placeholder"
        "The notice of a missing video or sound player was left in the text.";
    "struct.nav" Info Finding "Navigation text"
        "Words of a web page’s menu, cookie notice or sign-up box were left in the text.";
    "struct.nexis" Info Finding "Database header"
        "A press database’s header line is part of the text.";
    "struct.orphan_tail" Medium Finding "Stray words at the end"
        "The last line is a name or phrase of the article without a sentence.";
    "struct.paragraphs_lost_document" Medium Finding "Paragraph breaks lost"
        "The whole article is one line: every paragraph break was lost.";
    "struct.related" Info Finding "Link to another story"
        "A link to another story was left in the text.";
    "struct.share" Info Finding "Sharing buttons"
        "The words of sharing buttons were left in the text.";
    "style.abbreviation" Info Finding "Two styles of one abbreviation"
        "The article writes one abbreviation in two ways.";
    "style.ascii_dash" Info Finding "Hyphens for a dash"
        "Two hyphens stand in place of a dash.";
    "trunc.marker" High Finding "Text cut off"
        "A notice says that the text goes on elsewhere.";
    "trunc.mid_sentence" High Finding "Text ends in the middle of a sentence"
        "The last sentence has no end: the article was cut off.";
    "trunc.read_more" High Finding "Text cut off at a link"
        "A “Read more” link stands where the text goes on elsewhere.";
    "trunc.start" Medium Finding "Text begins in the middle of a sentence"
        "The first sentence has no beginning.";
    "verbatim.drift" Low Hint "Quotation differs from its other copies"
        "The same quotation stands elsewhere with other words or marks.";
    "verbatim.gloss_error" Medium Hint "Explanation in brackets disagrees"
        "The words in brackets expand an abbreviation otherwise than the article does elsewhere.";
    "verbatim.regional" Low Hint "Spelling changed inside a quotation"
        "British spelling stands inside the words of an American.";
    "word.allcaps" Low Finding "Capitals throughout"
        "A whole line is set in capitals.";
    "word.allcaps_document" Medium Finding "Capitals throughout the text"
        "The whole text is in capitals: names cannot be told from words.";
    "word.case_loss_document" Medium Finding "Capitals lost"
        "The whole text is in small letters: names and sentence starts were lost.";
    "word.ocr" Medium Finding "Misread letters"
        "Letters were misread when a printed page was scanned.";
    "word.ocr_digit" Medium Finding "Digit inside a word"
        "A digit stands in place of a letter that looks like it.";
    "word.stemmed_document" High Finding "Word endings removed"
        "Words were cut down to their stems to build a data set.";
    "word.stopwords_removed" High Finding "Small words removed"
        "Words such as “the”, “of” and “was” were taken out.";
    "word.stopwords_removed_document" High Finding "Small words removed throughout"
        "Words such as “the”, “of” and “was” were taken out of the whole text.";
    "word.typo" Medium Finding "Misspelling"
        "The word is misspelt.";
    "word.typo_entity" Medium Finding "Misspelt name"
        "A name or title is misspelt.";
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted_and_belong_to_a_family() {
        assert!(CATEGORIES.windows(2).all(|w| w[0].label < w[1].label));
        for c in CATEGORIES {
            assert_ne!(family_title(c.family()), "Other", "{}", c.label);
            assert_eq!(category(c.label), Some(c));
        }
        assert_eq!(category("no.such"), None);
    }
}
