//! What the page promises to find is found: one short text for every category of damage, in which the whole engine finds it.
//!
//! A category without a row here fails, and so does a row whose category is no longer found.

use std::collections::BTreeMap;

use galley::annotation::Layer;
use galley::artifacts::Category;
use galley::{Layers, Models, analyse};

/// An article with nothing wrong in it, in three paragraphs.
const ARTICLE: [&str; 3] = [
    "The harbour board of Ellery voted on Tuesday to close the old quay for repairs. The vote was five to two, and the mayor was not in the room.",
    "“We could not wait another winter,” said Dana Reyes, who chairs the board. She said that the wall had moved by a hand’s breadth in one year.",
    "The work will cost four million dollars and take eight months. Boats will land at the new pier until it is done, the board said in a statement.",
];

/// An article whose pronouns a program replaced by names, many of them at the wrong places.
const OVERWRITTEN: &str = include_str!("../samples/overwritten.txt");

/// The label of a category and a text that it is found in.
const TEXTS: &[(&str, &str)] = &[
    (
        "coref.entity_altered",
        "Mayor Lena Ortiz told reporters that Mayor Lena Ortiz Mayor Lena Ortiz not sign the contract . Ortiz Ortiz that she Lena Ortiz the plan , and Ortiz n't Ortiz \
         it . The board of the Lena Ortiz County Council met Ortiz Ortiz Monday . Paul Kwan said Paul Kwan Paul Kwan surprised . Kwan Kwan that Ortiz Ortiz praised the plan . \
         A source said Ortiz Ortiz left A source there , and Kwan Kwan her Ortiz would not . The Paul Kwan Hospital was closed . Ortiz Lena Ortiz her lawyer to write .",
    ),
    ("coref.lost_possessive", "~The county paid for Clara Hoffmann house , and Clara Hoffmann lawyer thanked Clara Hoffmann friends ."),
    ("coref.orphan_tail", "~"),
    ("coref.overwrite", "~"),
    ("coref.overwritten_document", "~"),
    (
        "coref.substitution",
        "~The deputy said that the Clara Hoffmann letter was lost and that Clara Hoffmann wrote of Clara Hoffmann work to Clara Hoffmann staff .",
    ),
    ("dup.headline", "Council puts off the bridge vote\n\nCouncil puts off the bridge vote\n\nThe council met on Friday."),
    ("dup.name", "They asked Marlowe Marlowe on Saturday, and nobody answered."),
    ("dup.paragraph", "The inspectors came to the mill twice in March.\n\nThe inspectors came to the mill twice in March.\n\nThey left a letter."),
    ("dup.phrase", "The clerks met in the in the hall behind the church."),
    ("dup.sentence", "The inspectors came to the mill twice in March. The inspectors came to the mill twice in March. They left a letter."),
    ("dup.word", "The storm took the the roof of the mill."),
    ("enc.bidi", "The post by \u{202A}@ellerymill was gone by noon."),
    ("enc.bom", "\u{FEFF}ELLERY — The mill is closed."),
    ("enc.c1_control", "The mill\u{92}s roof is gone."),
    ("enc.combining", "The cafe\u{301} by the mill was closed."),
    ("enc.control", "The mill\u{1} is closed."),
    ("enc.emoji_mojibake", "What a day ðŸ˜‚ it was at the mill."),
    ("enc.escape_literal", "The mill\\u2019s roof is gone,\\xa0she said."),
    ("enc.fullwidth", "The ＵＳ court ruled on the mill."),
    ("enc.homoglyph", "The county’s Аttorney General visited the mill."),
    ("enc.html_entity", "&#8220;The mill is closed,&#8221; she said."),
    ("enc.ligature", "The ofﬁcer went to the mill ﬁrst."),
    ("enc.math_alnum", "This mill is 𝗯𝗼𝗹𝗱 and new."),
    ("enc.mojibake", "The miller doesnâ€™t have a roof."),
    ("enc.mojibake_lossy", "The miller said â€œnoâ€� and left."),
    ("enc.nbsp", "The miller was\u{A0}solely to blame for it."),
    ("enc.private_use", "\u{F0B7} The first point is the roof."),
    ("enc.replacement_char", "It\u{FFFD}s over for the mill."),
    ("enc.soft_hyphen", "The har\u{AD}bour and the gov\u{AD}ernment."),
    ("enc.zero_width", "The pre\u{200B}sident visited the mill."),
    ("gap.dropped_token", "The miller was told that the    inspector had been there, and that a    plan for    and    voters was lost."),
    ("gap.number", "The storm hurt at least  people at the mill."),
    ("gram.agreement", "They was late at the mill, and nobody minded."),
    ("gram.article", "She ate a apple by the mill."),
    ("gram.missing_word", "Two sources who close to the mayor left the mill."),
    ("markup.anon_entity", "Then @entity12 told [PERSON] that the mill was closed."),
    ("markup.bbcode", "The mill is [b]closed[/b] for good."),
    ("markup.css", ".story p { margin: 0; }\nThe mill is closed."),
    ("markup.embed", "The mill is gone pic.twitter.com/a1b2c3 and so is the roof."),
    ("markup.markdown", "See [the report](http://mill.example/report) for the rest."),
    ("markup.placeholder", "Write to [EMAIL] or <URL> about the mill."),
    ("markup.ptb", "The mill -LRB- built in 1902 -RRB- is closed ."),
    ("markup.script", "The mill is closed.\ngoogletag.cmd.push(function() { });\nThe roof is gone."),
    ("markup.tag", "The mill is <b>closed</b>.<br />The roof is gone."),
    ("markup.template", "Hello {{ first_name }}, the mill is closed."),
    ("markup.wiki", "She was born in [[Ellery, Westmere|Ellery]] in 1950."),
    ("num.currency_lost", "They paid ?50 million for the mill."),
    ("num.date_garble", "It was on Friday, March 11, 2017 that the mill closed."),
    ("num.fraction", "The road to the mill is 3                 1/2 miles long."),
    ("num.locale", "It was a 5,2 percent rise for the mill."),
    ("punct.bracket_unbalanced", "The board voted on Friday (the council will follow next week."),
    ("punct.doubled", "The miller left,, then came back.. His wife stayed."),
    ("punct.ellipsis_split", "They fully support the mill. .. The miller left."),
    (
        "punct.missing_terminal",
        "The inspectors came to the mill twice in March, and wrote a letter.\n\nThe miller said that he had never seen it, or so he told us.\n\n\
         The board will meet on Friday to vote on what is left of the plan.\n\nThe roof is to be taken down before the winter storms come from the north of the island",
    ),
    ("quote.backtick", "The millers don`t know who took the roof."),
    ("quote.boundary_fused", "It is “the greatest honour of my life.” “One hallmark of justice is independence,” he said."),
    ("quote.corrupted_content", "~\" I asked Clara Hoffmann Clara Hoffmann stop and Clara Hoffmann Hoffmann no , \" Hoffmann said ."),
    ("quote.mismatched_pair", "“The roof will be sorely missed,\" said Lena Ortiz.\n\n\"We know,\" she said."),
    ("quote.stray_inner_space", "She said “ no” twice at the mill."),
    ("quote.style_mix", "\"Yes,\" he said. \"No,\" she said. “Maybe,” they said."),
    ("quote.unclosed", "“The river rose at night, said Lena Ortiz, a fisher.\n\n“Nobody came,” she said."),
    ("quote.unopened", "We will go on,” she said at the mill."),
    ("quote.wrong_direction", "He said ”no” twice at the mill."),
    ("space.around_dash", "They met in Ellery –more than two years later."),
    ("space.before_punct", "The mill , the quay and others were closed."),
    ("space.double", "The miller went  home early."),
    (
        "space.hard_wrap_document",
        "The inspectors came to the mill twice in March and wrote a long\nletter to the board about the roof, the wheel and the wall by\n\
         the river. The miller said that he had never seen the letter\nand that nobody had told him of it. The board will meet again on\n\
         Friday to vote on what is left of the plan for the old mill by\nthe bridge, and nobody knows how that vote will go this time.\n",
    ),
    ("space.inside_bracket", "She came ( from the old mill ) at noon."),
    ("space.joined_words", "She walked to the mill onVance again."),
    ("space.leading", "  The mill is closed."),
    ("space.linebreak_hyphen", "The adminis-\ntration of the mill said no."),
    ("space.missing_after_number", "It closed in 2017The mill burned."),
    ("space.missing_after_quote", "“It is over,” he said.”The mill is closed."),
    ("space.missing_before_paren", "She chairs the Harbour Committee(HBC), a body of nine."),
    ("space.missing_comma", "He left the mill,which had been closed."),
    ("space.missing_sentence", "It was the end.Next came the vote."),
    ("space.run", "The miller walked     home after the vote."),
    ("space.split_word", "She was found by her 13 -year- old sister at the mill."),
    ("space.tab", "The board met on\tFriday at the mill."),
    ("space.tokenised", "The miller left , she said ."),
    (
        "space.tokenised_document",
        "The inspectors came to the mill twice in March , and wrote a letter ( of two pages ) . The miller said that he had n't seen it . \
         The board 's lawyer , Dana Reyes , said : \" We sent it , and he knows it . \" The board will meet on Friday , the clerk said .",
    ),
    ("space.trailing", "That was the end.  \nNext came the vote."),
    (
        "splice.two_articles_document",
        "OSLO (AP) — The council met on Friday.\n\nIt was late.\n\nMara Lindt contributed to this report.\n\nBERGEN (AP) — The harbour was closed on Monday.\n\n\
         It was cold.\n\nShips waited.\n\nThey left.",
    ),
    ("struct.ad", "The mill is closed.\n\nStory continues below advertisement\n\nThe roof is gone."),
    ("struct.bio", "@\n\nAbout the author\n\nMara Lindt is a reporter based in Ellery. Follow her on Twitter @maralindt."),
    ("struct.bullet_debris", "l The situation here is different"),
    ("struct.byline", "By Mara Lindt and Jon Roe\n\nThe mill is closed."),
    (
        "struct.caption",
        "The vote was five to two.Dana Reyes speaks to the board on March 4, 2019, when she said that the wall would fall [Jon Roe/AP]By Mara Lindt\n\n@",
    ),
    ("struct.comments", "@\n\n12 Comments\n\nSort by newest\n\nReply\n\nLeave a comment"),
    ("struct.contact", "@\n\nGot a tip? Email tips@ellerypost.example"),
    ("struct.copyright", "The mill is closed.\n\nCopyright 2017 Northern Press. All rights reserved."),
    ("struct.correction", "@\n\nCorrection: An earlier version of this story misstated the cost of the repairs. It is four million dollars."),
    ("struct.credit", "The mill is closed.\n\n(Reporting by Mara Lindt; Editing by Jon Roe)"),
    ("struct.dateline", "OSLO (AP) — The board met on Friday at the mill."),
    (
        "struct.deck",
        "Ellery closes its old quay after the wall moves\n\nBoats will land at the new pier while the wall is mended; fishermen fear for the winter.\n\nBy Mara Lindt\n\nPublished 4 March 2019\n\n@",
    ),
    ("struct.editor_note", "Editor’s note: The mill has been closed since.\n\nThe mill is to be closed on Friday, the board said.\n\nThe roof is gone."),
    ("struct.furniture", "Skip to content\n\nEllery Post\n\n@\n\nEllery Post\n\nTop"),
    ("struct.headline_in_body", "Council puts off the bridge vote\n\nThe council met on Friday.\n\nIt was late."),
    ("struct.media_placeholder", "The mill is closed.\n\nMedia playback is unsupported on your device\n\nThe roof is gone."),
    ("struct.nav", "The mill is closed.\n\nHome News Sports Weather Contact Us"),
    ("struct.newsletter", "@\n\nSign up for our morning newsletter and get the day’s top stories in your inbox."),
    ("struct.nexis", "The mill is closed.\n\nLENGTH: 812 words"),
    ("struct.orphan_tail", "Mara Lindt met the board on Friday to talk about the new roof of the old mill by the river.\n\nMara Lindt"),
    ("struct.paragraphs_lost_document", ""),
    ("struct.paywall", "@\n\nSubscribe to continue reading. Already a subscriber? Log in"),
    ("struct.related", "The mill is closed.\n\nRELATED: Council puts off the vote"),
    ("struct.running_head", "@\n\nThe board will meet again on Friday to hear what\n\nPage 4\n\nthe engineers have to say."),
    ("struct.share", "The mill is closed.\n\nShare this with Email Facebook Messenger"),
    ("struct.social_embed", "@\n\nTweet by Dana Reyes ( @danareyes ) of March 4, 2019"),
    ("struct.subhead", "ELLERY POST\n\nEllery closes its old quay\n\n@\n\nThe board will meet again on Friday.\n\nKey points\n\nThe wall moves."),
    ("struct.tags", "@\n\nTags: harbour, Ellery, repairs, quay"),
    ("struct.timestamp", "Ellery board closes the old quay\n\nPublished 4 March 2019, 10:15 GMT\n\n@"),
    ("style.abbreviation", "U.S. law, U.S. courts and U.S. judges, a US plan for the mill"),
    ("style.ascii_dash", "The miller left -- at last -- for Oslo."),
    ("trunc.marker", "The board met at the mill on Friday… [+4072 chars]"),
    ("trunc.mid_sentence", "The mayor said on Friday that the committee would"),
    ("trunc.read_more", "The miller lost the vote. Read more"),
    ("trunc.start", "would not be the last time that they met. He left. She stayed. It rained."),
    ("verbatim.gloss_error", "She wrote: \"I led the NHB [North Harbour Board] well.\" The Northern Harbour Board met."),
    ("verbatim.regional", "The governor of Ohio said: \"It was an honour.\""),
    ("word.allcaps", "THE MAYOR SAID ON FRIDAY THAT HE WOULD NOT RESIGN OVER THE MILL"),
    ("word.allcaps_document", ""),
    ("word.case_loss_document", ""),
    ("word.ocr", "The mayor left tlie mill witli her."),
    ("word.ocr_digit", "The c0urt ruled on the mill in 2O17."),
    ("word.stemmed_document", "polic arrest three peopl fridai after the presid of the compani decid to leav the citi becaus of the issu"),
    ("word.stopwords_removed", "officers arrested three men Friday connection burglary harbour shop"),
    ("word.stopwords_removed_document", ""),
    ("word.typo", "The miller left teh house and waited untill noon."),
    ("word.typo_entity", "The US Attorney Lena Ortiz left the mill. US Attorny Paul Kwan stayed."),
];

/// The text of a row: one that starts with `~` stands before [`OVERWRITTEN`], and a paragraph `@` is the article. Where the row has
/// none, it is made of the article.
fn text_of(label: &str, text: &str) -> String {
    let article = ARTICLE.join("\n\n");
    let longer = [ARTICLE.join(" ").as_str(); 8].join(" ");
    match label {
        "struct.paragraphs_lost_document" => longer,
        "word.allcaps_document" => article.to_uppercase(),
        "word.case_loss_document" => article.to_lowercase(),
        "word.stopwords_removed_document" => {
            const SMALL: &[&str] =
                &["the", "of", "on", "to", "for", "was", "and", "not", "in", "who", "she", "that", "had", "by", "a", "will", "at", "it", "is", "we"];
            longer.to_lowercase().split_whitespace().filter(|word| !SMALL.contains(word)).collect::<Vec<_>>().join(" ")
        }
        _ => match text.strip_prefix('~') {
            Some(before) => format!("{before} {OVERWRITTEN}"),
            None => text.split("\n\n").map(|part| if part == "@" { article.as_str() } else { part }).collect::<Vec<_>>().join("\n\n"),
        },
    }
}

#[test]
fn every_category_is_found_somewhere() {
    let texts: BTreeMap<&str, &str> = TEXTS.iter().copied().collect();
    assert_eq!(texts.len(), TEXTS.len(), "a category has two rows");
    let promised: Vec<&str> = Category::ALL.iter().map(|category| category.label()).collect();
    assert_eq!(texts.keys().copied().collect::<Vec<_>>(), promised, "the rows are not those of the catalogue");
    let models = Models::shipped(|name, error| panic!("{name}: {error}"));
    let mut missed = Vec::new();
    for (label, text) in texts {
        let text = text_of(label, text);
        let found: Vec<String> = analyse(&text, &models, Layers::ALL).annotations.into_iter().filter(|a| a.layer == Layer::Artifact).map(|a| a.label).collect();
        if !found.iter().any(|found| found == label) {
            missed.push(format!("{label}: found only {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{} of {} categories are not found:\n{}", missed.len(), promised.len(), missed.join("\n"));
}
