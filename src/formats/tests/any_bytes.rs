//! Whatever a file may be: articles come of it, or a message.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn any_bytes_give_articles_or_a_message(bytes in prop::collection::vec(any::<u8>(), 0..200), start in START) {
        let bytes = [start.as_bytes(), &bytes].concat();
        let _ = import("x", &bytes).map_err(|e| e.to_string());
    }

    #[test]
    fn any_words_of_the_formats_give_articles_or_a_message(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), start in START) {
        let text = start + &words.concat();
        if let Ok(read) = import("x", text.as_bytes()) {
            for article in read.articles.iter().map(|i| &i.article) {
                for a in &article.annotations {
                    prop_assert!(a.pieces().iter().chain([&a.span]).all(|p| !p.is_empty() && article.text.get(p.range()).is_some()), "{:?}", a);
                    prop_assert!((0.0..=1.0).contains(&a.score));
                }
            }
        }
    }
}

const START: &str = "(\\{\"|\\[\\{|<TEI>|<xmi:XMI xmlns:xmi='http://www.omg.org/XMI'>|#FORMAT=WebAnno TSV 3.3\n|PK\u{3}\u{4}|# columns = FORM NER QUOTE ARTIFACT\n|T1\tA 0 1\ta\n|-DOCSTART-\n|)";

/// What files of the formats are made of.
const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"text\":\"a 🚢\"",
    "\"label\":[[0,2,\"A\"]]",
    "\"entities\":[",
    "\"start_offset\":1,",
    "\"end_offset\":3,",
    "\"id\":1,",
    "\"relations\":[",
    "\"from_id\":1,",
    "\"%FEATURE_STRUCTURES\":",
    "\"%TYPE\":\"uima.cas.Sofa\",",
    "\"sofaString\":\"a b\"",
    "\"begin\":1,",
    "\"end\":18446744073709551615,",
    "\"annotation_sets\":{",
    "\"annotations\":[",
    "\"features\":{",
    "\"format\":\"galley\",",
    "\"version\":1,",
    "\"offsets\":\"utf16\",",
    "\"document\":{",
    "\"data\":{",
    "\"result\":[",
    "\"value\":{",
    "\"labels\":[\"A\",\"B\"]",
    "\"spans\":[",
    "\"tokens\":[",
    "\"token_start\":9,",
    "\"type\":\"Annotation\",",
    "\"target\":",
    "\"selector\":",
    "\"exact\":\"a\",",
    "1e999",
    "-1",
    "null",
    "\n",
    "\t",
    "\\ud83d",
    "<p>",
    "</p>",
    "<name xml:id='a.1' next='#b'>",
    "</name>",
    "<body>",
    "</body>",
    "<text>",
    "</text>",
    "</TEI>",
    "<cas:Sofa sofaString='a'/>",
    "<note type='galley'>",
    "&#0;",
    "&#55296;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "#T_SP=webanno.custom.Quote|kind|ROLE_x:speaker_y|webanno.custom.Speaker\n",
    "#Text=a \\u00EB b\n",
    "1-1\t0-1\ta\t",
    "1-2\t18446744073709551615-3\tb\t",
    "direct[1]|x[2]\t",
    "speaker[1]\t",
    "1-1[2];1-2\t",
    "_\t",
    "a\tB-A\tO\tO\n",
    "1\ta\t_\t_\t_\t_\t_\t_\t_\tNER=B-A\n",
    "PK\u{1}\u{2}",
    "PK\u{5}\u{6}",
    "T2\tPERSON 5 9;0 3\tx\n",
    "R1\tSPEAKER Arg1:T1 Arg2:T2\n",
    "A1\tStatus T1 rejected\n",
    "🚢",
    "\u{FEFF}",
];
