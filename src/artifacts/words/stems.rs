//! Words cut down to their stems, as old search programs did.

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::WordSet;
use crate::text::{Span, TokenKind};

/// So many different stems that are no words make a stemmed text.
const DIFFERENT: usize = 4;

/// What Porter's stemmer leaves of common words, where that is no word.
const STEMS: WordSet = WordSet::new(
    "alreadi ani announc anoth arriv attornei becam becaus becom befor believ bodi caus challeng chang charg chenc citi committe compani continu \
     countri daili decid decis declin defens describ earli econom economi educ emerg employe enemi everi evid famili financi forc hous howev includ \
     increas industri insid investig involv issu leav manag mani militari minut mondai offic offici onc onli peac peopl polic polici polit possibl \
     presid previou privat produc promis provid realli receiv reduc releas religi remov requir resid respons sai secretari secur seriou servic \
     simpli sinc singl situat societi sourc statu stori studi sundai themselv thi todai togeth univers veri violenc voic wa",
);

/// Counts stems that are no words.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let text = context.view.text();
    let mut seen: Vec<&str> = Vec::new();
    let (mut stems, mut words) = (0usize, 0usize);
    for token in context.view.layout().tokens.iter().filter(|t| t.kind == TokenKind::Word).take(3000) {
        words += 1;
        let word = token.of(text);
        if STEMS.has(word) {
            stems += 1;
            if !seen.contains(&word) {
                seen.push(word);
            }
        }
    }
    if seen.len() >= DIFFERENT && stems * 25 >= words {
        let message = format!("{stems} of {words} words are cut to stems, such as “{}” and “{}”", seen[0], seen[1]);
        findings.push(context.finding(Category::WordStemmedDocument, Span::new(0, text.len()), message));
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{findings, silent};

    #[test]
    fn stemmed_text() {
        let text = "polic arrest three peopl fridai after the presid of the compani decid to leav the citi becaus of the issu";
        assert!(findings(text).iter().any(|f| f.category == Category::WordStemmedDocument));
        silent(
            Category::WordStemmedDocument,
            "police arrested three people on Friday after the president of the company decided to leave the city because of the issue",
        );
    }
}
