//! The categories of damage, in plain words: one table, from which everything that names a category is made.

use super::grade::{Severity, Tier};

/// What a category is part of: the first half of its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Names written over other words.
    Coref,
    /// Words, sentences or paragraphs that stand twice.
    Dup,
    /// Characters that were decoded or stored wrongly.
    Enc,
    /// Words that were taken out.
    Gap,
    /// Words that do not fit together.
    Gram,
    /// Notation of a web page or a program.
    Markup,
    /// Figures, currencies and dates.
    Num,
    /// Stops, commas, brackets.
    Punct,
    /// Quotation marks and what they enclose.
    Quote,
    /// Blanks and line ends.
    Space,
    /// Two articles in one.
    Splice,
    /// Parts of a page that are not its article.
    Struct,
    /// Two styles of one thing.
    Style,
    /// Text that was cut off.
    Trunc,
    /// Quoted words that may not be those that were said.
    Verbatim,
    /// Words that are spelt or written wrongly.
    Word,
}

impl Family {
    /// All families, in order of their labels.
    pub const ALL: &[Family] = &[
        Family::Coref,
        Family::Dup,
        Family::Enc,
        Family::Gap,
        Family::Gram,
        Family::Markup,
        Family::Num,
        Family::Punct,
        Family::Quote,
        Family::Space,
        Family::Splice,
        Family::Struct,
        Family::Style,
        Family::Trunc,
        Family::Verbatim,
        Family::Word,
    ];

    /// As it stands in labels: "space".
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Family::Coref => "coref",
            Family::Dup => "dup",
            Family::Enc => "enc",
            Family::Gap => "gap",
            Family::Gram => "gram",
            Family::Markup => "markup",
            Family::Num => "num",
            Family::Punct => "punct",
            Family::Quote => "quote",
            Family::Space => "space",
            Family::Splice => "splice",
            Family::Struct => "struct",
            Family::Style => "style",
            Family::Trunc => "trunc",
            Family::Verbatim => "verbatim",
            Family::Word => "word",
        }
    }

    /// A heading: "Spacing".
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Family::Coref => "Coreference damage",
            Family::Dup => "Duplicates",
            Family::Enc => "Characters",
            Family::Gap => "Gaps",
            Family::Gram => "Grammar",
            Family::Markup => "Markup",
            Family::Num => "Numbers",
            Family::Punct => "Punctuation",
            Family::Quote => "Quotation marks",
            Family::Space => "Spacing",
            Family::Splice => "Splicing",
            Family::Struct => "Boilerplate and structure",
            Family::Style => "Style",
            Family::Trunc => "Truncation",
            Family::Verbatim => "Quoted words",
            Family::Word => "Words",
        }
    }

    /// The family whose label is `label`, or that of a whole category's: of "space" and of "space.double".
    #[must_use]
    pub fn from_label(label: &str) -> Option<Family> {
        let family = label.split('.').next().unwrap_or(label);
        Family::ALL.iter().copied().find(|f| f.label() == family)
    }
}

/// What one row of the table says.
#[derive(Debug)]
struct Row {
    label: &'static str,
    rule: &'static str,
    family: Family,
    severity: Severity,
    tier: Tier,
    loses_words: bool,
    title: &'static str,
    why: &'static str,
}

impl Category {
    /// `family.code`, as in files; a verdict on the whole document ends in `_document`.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// The category whose label is `label`.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Category> {
        ROWS.binary_search_by_key(&label, |row| row.label).ok().map(|n| Category::ALL[n])
    }

    /// The rule's name in annotations: `artifacts.family.code`.
    #[must_use]
    pub fn rule(self) -> &'static str {
        self.row().rule
    }

    /// What it is part of.
    #[must_use]
    pub fn family(self) -> Family {
        self.row().family
    }

    /// How much a finding of it matters unless it says otherwise.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// How far to rely on a finding of it unless it says otherwise.
    #[must_use]
    pub fn tier(self) -> Tier {
        self.row().tier
    }

    /// True for a verdict on the whole document.
    #[must_use]
    pub fn is_verdict(self) -> bool {
        self.label().ends_with("_document")
    }

    /// True where the words at its place are no longer those that were written.
    #[must_use]
    pub fn loses_words(self) -> bool {
        self.row().loses_words
    }

    /// A heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// What it is and why it matters, in one or two sentences.
    #[must_use]
    pub fn why(self) -> &'static str {
        self.row().why
    }

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

macro_rules! loses_words {
    (lost) => {
        true
    };
    (kept) => {
        false
    };
}

macro_rules! categories {
    ($($name:ident $family:ident $label:literal $severity:ident $tier:ident $words:ident $title:literal $why:literal;)*) => {
        /// One category of damage. In order of their labels.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Category {
            $(#[doc = $why] $name,)*
        }

        impl Category {
            /// All categories, in order of their labels.
            pub const ALL: &[Category] = &[$(Category::$name),*];
        }

        #[rustfmt::skip]
        static ROWS: &[Row] = &[$(Row {
            label: $label, rule: concat!("artifacts.", $label), family: Family::$family, severity: Severity::$severity, tier: Tier::$tier,
            loses_words: loses_words!($words), title: $title, why: $why,
        }),*];
    };
}

// Name, family, label, severity, tier, whether the words at the place are kept or lost, heading, explanation. Sorted by label.
categories! {
    CorefEntityAltered Coref "coref.entity_altered" Critical Finding lost "Name altered"
        "A name was replaced by another one inside a longer name, so that the sentence states a different fact.";
    CorefLostPossessive Coref "coref.lost_possessive" High Finding lost "Possessive ending lost"
        "A name was put in the place of its own possessive, and the ’s was lost.";
    CorefOrphanTail Coref "coref.orphan_tail" High Finding lost "Name left over at the end"
        "A name stands alone after the last sentence: a replacement whose place lay past the end.";
    CorefOverwrite Coref "coref.overwrite" High Finding lost "Words overwritten by a name"
        "A program that replaces pronouns by names wrote a name over words that stood here. The words below it are gone.";
    CorefOverwrittenDocument Coref "coref.overwritten_document" Critical Finding kept "Article overwritten by coreference"
        "A program replaced pronouns by names and wrote many of them over other words. Facts and quotations in this article cannot be relied on.";
    CorefSubstitution Coref "coref.substitution" High Finding lost "Pronoun replaced by a name"
        "A program put a name where a pronoun stood.";
    DupHeadline Dup "dup.headline" Medium Finding kept "Headline repeated"
        "The headline stands twice, once as part of the body.";
    DupName Dup "dup.name" High Finding kept "Name doubled"
        "A name stands twice in a row. Deleting one copy may be wrong: it may have been written over another word.";
    DupParagraph Dup "dup.paragraph" Medium Finding kept "Paragraph repeated"
        "The same paragraph stands twice.";
    DupPhrase Dup "dup.phrase" Low Finding kept "Words doubled"
        "The same words stand twice in a row.";
    DupSentence Dup "dup.sentence" Medium Finding kept "Sentence repeated"
        "The same sentence stands twice.";
    DupWord Dup "dup.word" Low Finding kept "Word doubled"
        "The same word stands twice in a row.";
    EncBidi Enc "enc.bidi" Low Finding kept "Invisible direction mark"
        "An invisible character that turns the direction of writing; it has no use in this text.";
    EncBom Enc "enc.bom" Low Finding kept "Byte-order mark"
        "An invisible mark that belongs at the start of a file, left in the text.";
    EncC1Control Enc "enc.c1_control" Medium Finding kept "Windows character read as a control code"
        "A byte of a Windows encoding was read as Latin-1, so that a mark became an invisible control character.";
    EncCombining Enc "enc.combining" Low Finding kept "Letter and accent stored apart"
        "An accent is stored as a character of its own, so that searching for the word fails.";
    EncControl Enc "enc.control" Low Finding kept "Control character"
        "An invisible control character that means nothing in text.";
    EncEmojiMojibake Enc "enc.emoji_mojibake" Medium Finding kept "Broken emoji"
        "An emoji was decoded with the wrong character set.";
    EncEscapeLiteral Enc "enc.escape_literal" Medium Finding kept "Escape sequence left in the text"
        "A program’s notation for a character stands in the text instead of the character.";
    EncFullwidth Enc "enc.fullwidth" Low Finding kept "Full-width letters"
        "Letters made for Chinese and Japanese layout stand in place of ordinary ones.";
    EncHomoglyph Enc "enc.homoglyph" High Finding kept "Look-alike letter of another script"
        "A letter of another script looks like the right one, so that searching for the word fails.";
    EncHtmlEntity Enc "enc.html_entity" Medium Finding kept "HTML entity"
        "A web page’s notation for a character stands in the text instead of the character.";
    EncLigature Enc "enc.ligature" Low Finding kept "Ligature character"
        "Two letters are stored as one character, so that searching for the word fails.";
    EncMathAlnum Enc "enc.math_alnum" Low Finding kept "Mathematical letters used as text"
        "Letters made for formulas stand in place of ordinary ones; screen readers and search cannot read them.";
    EncMojibake Enc "enc.mojibake" High Finding kept "Mojibake"
        "Text was decoded with the wrong character set, so that one character became several wrong ones.";
    EncMojibakeLossy Enc "enc.mojibake_lossy" High Finding lost "Mojibake with characters lost"
        "Text was decoded with the wrong character set, and part of a character was lost on the way.";
    EncNbsp Enc "enc.nbsp" Low Finding kept "No-break space"
        "A no-break space stands where an ordinary space belongs.";
    EncPrivateUse Enc "enc.private_use" Low Finding kept "Private-use character"
        "A character that only one font knows; everybody else sees an empty box.";
    EncReplacementChar Enc "enc.replacement_char" High Finding kept "Lost character"
        "A character could not be decoded or stored and was replaced by � or a question mark.";
    EncSoftHyphen Enc "enc.soft_hyphen" Low Finding kept "Soft hyphen"
        "An invisible hyphen stands inside a word, so that searching for the word fails.";
    EncZeroWidth Enc "enc.zero_width" Low Finding kept "Zero-width character"
        "An invisible character stands in the text, so that searching for the word fails.";
    GapDroppedToken Gap "gap.dropped_token" High Finding lost "Words dropped"
        "A wide gap stands where a word was taken out.";
    GapNumber Gap "gap.number" High Finding lost "Number dropped"
        "A number was taken out: the words around the gap expect one.";
    GramAgreement Gram "gram.agreement" Medium Finding kept "Number does not agree"
        "Subject and verb, or a quantifier and its noun, disagree in number.";
    GramArticle Gram "gram.article" Low Hint kept "Article that does not fit"
        "A word has an article that it does not take.";
    GramMissingWord Gram "gram.missing_word" Medium Finding kept "Word missing"
        "A small word that the sentence needs is missing.";
    MarkupAnonEntity Markup "markup.anon_entity" High Finding lost "Placeholder instead of a name"
        "Names were replaced by placeholders to build a data set.";
    MarkupBbcode Markup "markup.bbcode" Low Finding kept "Forum markup"
        "A forum’s markup was left in the text.";
    MarkupCss Markup "markup.css" Medium Finding kept "Style sheet code"
        "Style sheet code of a web page was left in the text.";
    MarkupEmbed Markup "markup.embed" Low Finding kept "Embedded post or picture link"
        "The link of an embedded post or picture was left in the text.";
    MarkupMarkdown Markup "markup.markdown" Low Finding kept "Markdown"
        "Markdown was left in the text.";
    MarkupPlaceholder Markup "markup.placeholder" Medium Finding kept "Placeholder instead of a link"
        "Addresses were replaced by placeholders to build a data set.";
    MarkupPtb Markup "markup.ptb" Medium Finding kept "Treebank token"
        "A tokeniser’s notation for a bracket or quotation mark was left in the text.";
    MarkupScript Markup "markup.script" Medium Finding kept "Script code"
        "Script code of a web page was left in the text.";
    MarkupTag Markup "markup.tag" Medium Finding kept "HTML tag"
        "A tag of a web page was left in the text.";
    MarkupTemplate Markup "markup.template" High Finding kept "Unfilled template"
        "A template was published without its values.";
    MarkupWiki Markup "markup.wiki" Low Finding kept "Wiki markup"
        "Wiki markup was left in the text.";
    NumCurrencyLost Num "num.currency_lost" High Finding kept "Currency sign lost"
        "A currency sign was lost and became a question mark.";
    NumDateGarble Num "num.date_garble" Low Finding kept "Weekday and date disagree"
        "The date did not fall on that weekday.";
    NumFraction Num "num.fraction" Medium Finding kept "Fraction torn off"
        "A fraction was torn from its number by a run of blanks.";
    NumLocale Num "num.locale" High Finding kept "Decimal comma"
        "A decimal comma stands in English text; it may be a decimal point or a lost digit group.";
    PunctBracketUnbalanced Punct "punct.bracket_unbalanced" Low Finding kept "Bracket without partner"
        "A bracket is opened and never closed, or closed and never opened.";
    PunctDoubled Punct "punct.doubled" Low Finding kept "Punctuation doubled"
        "Two marks stand where one belongs.";
    PunctEllipsisSplit Punct "punct.ellipsis_split" Info Finding kept "Ellipsis torn apart"
        "The dots of an ellipsis were torn apart.";
    PunctMissingTerminal Punct "punct.missing_terminal" Low Hint kept "Sentence without an end"
        "A paragraph ends without punctuation.";
    QuoteBacktick Quote "quote.backtick" Low Finding kept "Accent used as a quotation mark"
        "A grave or acute accent stands in place of a quotation mark or apostrophe.";
    QuoteBoundaryFused Quote "quote.boundary_fused" Low Finding kept "Two quotations run together"
        "A quotation ends and the next begins on the same line: the paragraph break between them was lost.";
    QuoteCorruptedContent Quote "quote.corrupted_content" Critical Finding kept "Quotation damaged"
        "Words inside this quotation were overwritten or lost: it must not be quoted.";
    QuoteMismatchedPair Quote "quote.mismatched_pair" Low Finding kept "Quotation marks that do not match"
        "A quotation opens with one style of mark and closes with another.";
    QuoteStrayInnerSpace Quote "quote.stray_inner_space" Low Finding kept "Blank inside a quotation mark"
        "A blank stands between a quotation mark and the words that it encloses.";
    QuoteStyleMix Quote "quote.style_mix" Info Finding kept "Straight and curly marks mixed"
        "The article mixes straight and curly marks.";
    QuoteUnclosed Quote "quote.unclosed" Medium Finding kept "Quotation never closed"
        "A quotation is opened and not closed, so that it is unclear where it ends.";
    QuoteUnopened Quote "quote.unopened" Medium Finding kept "Quotation never opened"
        "A quotation is closed and was not opened, so that it is unclear where it begins.";
    QuoteWrongDirection Quote "quote.wrong_direction" Low Finding kept "Quotation mark turned the wrong way"
        "An opening mark stands where a closing one belongs, or the other way round.";
    SpaceAroundDash Space "space.around_dash" Low Finding kept "Blank missing beside a dash"
        "A dash has a blank on one side and none on the other.";
    SpaceBeforePunct Space "space.before_punct" Low Finding kept "Blank before punctuation"
        "A blank stands before a mark that belongs to the word before it.";
    SpaceDouble Space "space.double" Info Finding kept "Double blank"
        "Two blanks stand where one belongs.";
    SpaceHardWrapDocument Space "space.hard_wrap_document" Low Finding kept "Lines broken at a fixed width"
        "Every line is broken at the same width, in the middle of sentences.";
    SpaceInsideBracket Space "space.inside_bracket" Low Finding kept "Blank inside a bracket"
        "A blank stands between a bracket and what it holds.";
    SpaceJoinedWords Space "space.joined_words" Medium Finding kept "Words run together"
        "The blank between two words was lost.";
    SpaceLeading Space "space.leading" Info Finding kept "Blanks at the start"
        "Blanks stand before the first word of the text.";
    SpaceLinebreakHyphen Space "space.linebreak_hyphen" Low Finding kept "Word divided at a line’s end"
        "A hyphen from the end of a printed line was left inside a word.";
    SpaceMissingAfterNumber Space "space.missing_after_number" Low Finding kept "Blank missing after a number"
        "The blank, or the paragraph break, between a number and what follows was lost.";
    SpaceMissingAfterQuote Space "space.missing_after_quote" Low Finding kept "Blank missing beside a quotation mark"
        "The blank, or the paragraph break, beside a quotation mark was lost.";
    SpaceMissingBeforeParen Space "space.missing_before_paren" Low Finding kept "Blank missing before a bracket"
        "The blank before a bracket was lost.";
    SpaceMissingComma Space "space.missing_comma" Low Finding kept "Blank missing after a comma"
        "The blank after a comma was lost.";
    SpaceMissingSentence Space "space.missing_sentence" Low Finding kept "Blank missing between sentences"
        "The blank, or the paragraph break, between two sentences was lost.";
    SpaceRun Space "space.run" Info Finding kept "Run of blanks"
        "Several blanks stand where one belongs.";
    SpaceSplitWord Space "space.split_word" Medium Finding kept "Word torn apart"
        "A blank stands inside a word.";
    SpaceTab Space "space.tab" Info Finding kept "Tab inside a sentence"
        "A tab stands where a blank belongs.";
    SpaceTokenised Space "space.tokenised" Low Finding kept "Tokeniser’s blank"
        "A program set words and marks apart by blanks.";
    SpaceTokenisedDocument Space "space.tokenised_document" Medium Finding kept "Tokenised text"
        "A program set words and marks apart by blanks throughout.";
    SpaceTrailing Space "space.trailing" Info Finding kept "Blanks at the end of a line"
        "Blanks stand between the last word and the line’s end.";
    SpliceTwoArticlesDocument Splice "splice.two_articles_document" High Finding kept "Two articles in one"
        "A second article begins inside this one.";
    StructAd Struct "struct.ad" Info Finding kept "Advertisement notice"
        "A notice about an advertisement was left in the text.";
    StructBio Struct "struct.bio" Info Finding kept "About the author"
        "The lines about the author are part of the body.";
    StructBulletDebris Struct "struct.bullet_debris" Low Finding kept "Bullet turned into a letter"
        "A bullet of a symbol font became a letter.";
    StructByline Struct "struct.byline" Info Structure kept "Byline"
        "Who wrote the article.";
    StructCaption Struct "struct.caption" Info Finding kept "Picture caption"
        "A picture’s caption or credit is part of the body.";
    StructComments Struct "struct.comments" Info Finding kept "Readers’ comments"
        "Readers’ comments, or their form, were left in the text.";
    StructContact Struct "struct.contact" Info Finding kept "How to reach the publisher"
        "An address for readers is part of the body.";
    StructCopyright Struct "struct.copyright" Info Finding kept "Copyright notice"
        "A copyright notice is part of the body.";
    StructCorrection Struct "struct.correction" Info Hint kept "Correction"
        "A correction by the publisher is part of the body.";
    StructCredit Struct "struct.credit" Info Finding kept "Credit line"
        "A line that credits contributors is part of the body.";
    StructDateline Struct "struct.dateline" Info Structure kept "Dateline"
        "The place and agency that the report was filed from.";
    StructDeck Struct "struct.deck" Info Structure kept "Deck"
        "The lines under the headline that sum the article up.";
    StructEditorNote Struct "struct.editor_note" Info Hint kept "Editor’s note"
        "A note of the publisher is part of the body.";
    StructFurniture Struct "struct.furniture" Info Finding kept "Piece of the page"
        "A piece of the web page around the article was left in the text.";
    StructHeadlineInBody Struct "struct.headline_in_body" Info Structure kept "Headline"
        "The article’s headline, as the first line of its text.";
    StructMediaPlaceholder Struct "struct.media_placeholder" Info Finding kept "Media placeholder"
        "The notice of a missing video or sound player was left in the text.";
    StructNav Struct "struct.nav" Info Finding kept "Navigation text"
        "Words of a web page’s menu, cookie notice or sign-up box were left in the text.";
    StructNewsletter Struct "struct.newsletter" Info Finding kept "Newsletter"
        "The invitation to a newsletter was left in the text.";
    StructNexis Struct "struct.nexis" Info Finding kept "Database header"
        "A press database’s header line is part of the text.";
    StructOrphanTail Struct "struct.orphan_tail" Medium Finding kept "Stray words at the end"
        "The last line is a name or phrase of the article without a sentence.";
    StructParagraphsLostDocument Struct "struct.paragraphs_lost_document" Medium Finding kept "Paragraph breaks lost"
        "The whole article is one line: every paragraph break was lost.";
    StructPaywall Struct "struct.paywall" Info Finding kept "Paywall notice"
        "A notice for those who have not subscribed was left in the text.";
    StructRelated Struct "struct.related" Info Finding kept "Link to another story"
        "A link to another story was left in the text.";
    StructRunningHead Struct "struct.running_head" Low Finding kept "Running head or page number"
        "A line from the top or foot of a printed page stands in the text.";
    StructShare Struct "struct.share" Info Finding kept "Sharing buttons"
        "The words of sharing buttons were left in the text.";
    StructSocialEmbed Struct "struct.social_embed" Info Finding kept "Embedded post"
        "A post of a social network stands in the text without its frame.";
    StructSubhead Struct "struct.subhead" Info Structure kept "Subhead"
        "A heading inside the article.";
    StructTags Struct "struct.tags" Info Finding kept "Tags"
        "The words that the article is filed under were left in the text.";
    StructTimestamp Struct "struct.timestamp" Info Structure kept "Time of publication"
        "When the article was published or changed.";
    StyleAbbreviation Style "style.abbreviation" Info Finding kept "Two styles of one abbreviation"
        "The article writes one abbreviation in two ways.";
    StyleAsciiDash Style "style.ascii_dash" Info Finding kept "Hyphens for a dash"
        "Two hyphens stand in place of a dash.";
    TruncMarker Trunc "trunc.marker" High Finding kept "Text cut off"
        "A notice says that the text goes on elsewhere.";
    TruncMidSentence Trunc "trunc.mid_sentence" High Finding kept "Text ends in the middle of a sentence"
        "The last sentence has no end: the article was cut off.";
    TruncReadMore Trunc "trunc.read_more" High Finding kept "Text cut off at a link"
        "A “Read more” link stands where the text goes on elsewhere.";
    TruncStart Trunc "trunc.start" Medium Finding kept "Text begins in the middle of a sentence"
        "The first sentence has no beginning.";
    VerbatimGlossError Verbatim "verbatim.gloss_error" Medium Hint kept "Explanation in brackets disagrees"
        "The words in brackets expand an abbreviation otherwise than the article does elsewhere.";
    VerbatimRegional Verbatim "verbatim.regional" Low Hint kept "Spelling changed inside a quotation"
        "British spelling stands inside the words of an American.";
    WordAllcaps Word "word.allcaps" Low Finding kept "Capitals throughout"
        "A whole line is set in capitals.";
    WordAllcapsDocument Word "word.allcaps_document" Medium Finding kept "Capitals throughout the text"
        "The whole text is in capitals: names cannot be told from words.";
    WordCaseLossDocument Word "word.case_loss_document" Medium Finding kept "Capitals lost"
        "The whole text is in small letters: names and sentence starts were lost.";
    WordOcr Word "word.ocr" Medium Finding kept "Misread letters"
        "Letters were misread when a printed page was scanned.";
    WordOcrDigit Word "word.ocr_digit" Medium Finding kept "Digit inside a word"
        "A digit stands in place of a letter that looks like it.";
    WordStemmedDocument Word "word.stemmed_document" High Finding kept "Word endings removed"
        "Words were cut down to their stems to build a data set.";
    WordStopwordsRemoved Word "word.stopwords_removed" High Finding kept "Small words removed"
        "Words such as “the”, “of” and “was” were taken out.";
    WordStopwordsRemovedDocument Word "word.stopwords_removed_document" High Finding kept "Small words removed throughout"
        "Words such as “the”, “of” and “was” were taken out of the whole text.";
    WordTypo Word "word.typo" Medium Finding kept "Misspelling"
        "The word is misspelt.";
    WordTypoEntity Word "word.typo_entity" Medium Finding kept "Misspelt name"
        "A name or title is misspelt.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted_and_begin_with_their_family() {
        assert!(ROWS.windows(2).all(|w| w[0].label < w[1].label));
        for category in Category::ALL {
            assert_eq!(Category::from_label(category.label()), Some(*category));
            assert_eq!(Family::from_label(category.label()), Some(category.family()));
        }
        assert_eq!(Category::from_label("no.such"), None);
        assert_eq!(Family::from_label("no.such"), None);
    }
}
