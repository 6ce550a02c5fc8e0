//! Control characters that stand for a ligature: a font that knew "fi" as one character was lost on the way ("over\0ow").

use crate::artifacts::spelling::Dictionary;
use crate::artifacts::{Category, Context, Finding};

/// What such a character can have stood for, the common ones first.
const LIGATURES: &[&str] = &["fi", "fl", "ff", "ffi", "ffl"];

/// Looks again at the control characters between letters, with the dictionary as witness: one of the ligatures makes a word,
/// or the word was whole without it. Otherwise nothing is certain.
pub(in crate::artifacts) fn find_lost(context: &Context<'_>, findings: &mut [Finding]) {
    let Some(dictionary) = context.dictionary else { return };
    let text = context.document.text();
    for finding in findings.iter_mut().filter(|f| f.category == Category::EncControl && f.span.len() == 1 && f.parts.is_empty()) {
        let (left, right) = (letters_before(&text[..finding.span.start()]), letters_after(&text[finding.span.end()..]));
        if right.is_empty() || !right.starts_with(char::is_lowercase) {
            continue;
        }
        let known = |middle: &str| knows(dictionary, &format!("{left}{middle}{right}"));
        let mut fitting = LIGATURES.iter().filter(|l| known(l));
        let whole = if left.is_empty() { known("") } else { known("") && left.len() + right.len() > 3 };
        match (whole, fitting.next(), fitting.next()) {
            (false, Some(ligature), None) => {
                finding.message = format!("A control character stands where “{left}{ligature}{right}” has “{ligature}”");
                *finding = std::mem::replace(finding, Finding::new(Category::EncControl, finding.span, "")).repair(*ligature);
            }
            (true, None, _) => *finding = std::mem::replace(finding, Finding::new(Category::EncControl, finding.span, "")).repair(""),
            _ => finding.certain = false,
        }
    }
}

fn knows(dictionary: &Dictionary, word: &str) -> bool {
    word.len() > 3 && (dictionary.knows(word) || dictionary.knows(&word.to_lowercase()))
}

fn letters_before(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(text.len(), |(n, _)| n);
    &text[start..]
}

fn letters_after(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifacts;
    use crate::artifacts::{mechanical, spelling};
    use crate::text::Document;

    #[test]
    fn the_dictionary_says_what_was_there() {
        let text = "The o\u{b}ice of the over\0ow dam; the \u{c}nal co\u{1}urt, an Or\u{1}telz.";
        let dictionary = spelling::small();
        let document = Document::new(text);
        let mut findings = mechanical(&document);
        let (view, overwriting) = artifacts::read(&document, None, &mut findings, Vec::new());
        let entities = crate::entities::recognise(&view, None);
        let context = Context {
            document: &document,
            view: &view,
            entities: &entities,
            quotations: &[],
            overwriting: overwriting.as_ref(),
            dictionary: Some(&dictionary),
            furniture: &artifacts::Furniture::default(),
        };
        find_lost(&context, &mut findings);
        let fixes: Vec<_> = findings.iter().map(|f| (f.certain, f.edits[0].text.as_str())).collect();
        assert_eq!(fixes, [(true, "ff"), (true, "fl"), (true, "fi"), (true, ""), (false, "")]);
    }
}
