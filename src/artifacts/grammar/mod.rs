//! A few frames of grammar so tight that they are damage where they fail: a word lost, a plural lost.

mod agreement;
mod articles;

use super::{Context, Finding};
use crate::artifacts::Category;
use crate::lexicon::WordSet;
use crate::text::{Replacement, Span, TokenKind};

/// Looks at every frame.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    for (n, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Word {
            continue;
        }
        match token.of(text) {
            "who" => who_without_verb(context, n, findings),
            "a" | "A" | "an" | "An" => articles::find(context, n, findings),
            "They" | "they" | "We" | "we" | "He" | "he" | "She" | "she" => agreement::pronoun(context, n, findings),
            "Many" | "many" | "Several" | "several" | "Two" | "two" | "Three" | "three" | "Four" | "four" | "Five" | "five" | "Six" | "six" | "Seven"
            | "seven" | "Eight" | "eight" | "Nine" | "nine" | "Ten" | "ten" => agreement::count(context, n, findings),
            "of" => plural_lost(context, n, findings),
            "Washington" | "New" | "Associated" | "Wall" | "United" | "European" | "White" | "Los" | "Supreme" => article_lost(context, n, findings),
            _ => {}
        }
    }
}

/// Adjectives that "who" cannot meet without a verb, with the word that follows them.
const STATES: &[(&str, &str)] = &[
    ("able", "to"),
    ("aware", "of"),
    ("close", "to"),
    ("eligible", "for"),
    ("familiar", "with"),
    ("likely", "to"),
    ("loyal", "to"),
    ("opposed", "to"),
    ("ready", "to"),
    ("responsible", "for"),
    ("supportive", "of"),
    ("unable", "to"),
    ("unaware", "of"),
    ("unlikely", "to"),
    ("unwilling", "to"),
    ("willing", "to"),
];

/// "sources who close to"
fn who_without_verb(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let word = |m: usize| tokens.get(m).map_or("", |t| t.of(text));
    let (adjective, after) = (word(n + 1), word(n + 2));
    if n == 0 || !STATES.contains(&(adjective, after)) {
        return;
    }
    let before = word(n - 1);
    let plural = before.ends_with('s') && !before.ends_with("ss") || matches!(before, "people" | "men" | "women" | "those" | "Those" | "children");
    if tokens[n - 1].kind != TokenKind::Word || !plural {
        return;
    }
    let span = tokens[n].span.cover(tokens[n + 1].span);
    let message = format!("A verb is missing in “{before} who {adjective} {after}”");
    findings.push(context.finding(Category::GramMissingWord, span, message).propose(format!("who are {adjective}")));
}

/// "all of the … attorney were"
fn plural_lost(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    const QUANTIFIERS: WordSet = WordSet::new("All Both Many Several all both dozens few five four hundreds many several six three two");
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let word = |m: usize| tokens.get(m).map_or("", |t| t.of(text));
    if n == 0 || !QUANTIFIERS.has(word(n - 1)) || !matches!(word(n + 1), "the" | "these" | "those" | "his" | "her" | "their") {
        return;
    }
    let Some(verb) = (n + 3..(n + 10).min(tokens.len())).find(|m| matches!(word(*m), "were" | "are" | "have")) else { return };
    // Nothing but adjectives and nouns between.
    let simple = (n + 2..verb).all(|m| (tokens[m].kind == TokenKind::Word && !STOPS.has(word(m))) || word(m) == "-");
    let noun = word(verb - 1);
    let small = noun.len() >= 4 && noun.bytes().all(|b| b.is_ascii_lowercase());
    if !simple
        || !small
        || noun.ends_with('s')
        || COLLECTIVES.has(noun)
        || noun.ends_with("ly")
        || noun.ends_with("people")
        || noun.ends_with("men")
        || noun.ends_with("ren")
        || noun.ends_with("ia")
        || noun.ends_with("ed")
    {
        return;
    }
    // "the officials here were": the plural stands just before.
    let earlier = word(verb - 2);
    if earlier.ends_with('s') && !earlier.ends_with("ss") && earlier.starts_with(|c: char| c.is_ascii_lowercase()) {
        return;
    }
    let plural = match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with(['x', 'h']) => format!("{noun}es"),
        _ => format!("{noun}s"),
    };
    let first =
        if verb >= n + 4 && tokens[verb - 2].kind == TokenKind::Word && !word(verb - 2).starts_with(|c: char| c.is_lowercase()) { verb - 2 } else { verb - 1 };
    let span = tokens[first].span.cover(tokens[verb].span);
    let message = format!("“{} of {} … {noun} {}”: the noun is singular", word(n - 1), word(n + 1), word(verb));
    let edit = context.replacement(tokens[verb - 1].span, plural);
    findings.push(context.finding(Category::GramAgreement, span, message).propose_edits(vec![edit]).with_score(0.8));
}

const STOPS: WordSet = WordSet::new(
    "I about and as at but by for from had has he in is it not of on or said she than that they to was we what when where which who whom with you",
);

/// Singular in form, plural in sense, or without a plural. Sorted by no order that matters.
const COLLECTIVES: WordSet = WordSet::new(
    "above administration aircraft alone also alumni audience bacteria band best blind board brave cast cattle clergy committee community company \
     council crew criteria crowd data dead deaf deer elderly evidence faithful family first fish folk former government group guilty here homeless \
     information injured innocent involved jury last latter leadership least livestock majority media military money more most news now offspring \
     opposition other party personnel phenomena police poor poultry press public rest rich salmon same sheep sick staff still talk team then there \
     time today trout unemployed vermin work wounded young youth",
);

/// True for a paper or agency; headlines leave the article of other names out.
fn is_paper(name: &[&str]) -> bool {
    matches!(name.last(), Some(&("Post" | "Times" | "Press" | "Journal")))
}

/// Names that take "the" in running text.
const WITH_ARTICLE: &[&[&str]] = &[
    &["Washington", "Post"],
    &["New", "York", "Times"],
    &["New", "York", "Post"],
    &["Associated", "Press"],
    &["Wall", "Street", "Journal"],
    &["Los", "Angeles", "Times"],
    &["United", "States"],
    &["United", "Nations"],
    &["European", "Union"],
    &["White", "House"],
    &["Supreme", "Court"],
];

/// "According to Washington Post,": the article is missing before a name that always has it.
fn article_lost(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let word = |m: usize| tokens.get(m).map_or("", |t| t.of(text));
    let Some(name) = WITH_ARTICLE.iter().find(|name| name.iter().enumerate().all(|(m, w)| word(n + m) == *w)) else { return };
    let end = n + name.len();
    if n == 0
        || !matches!(word(n - 1), "to" | "by" | "from" | "with" | "told" | "in" | "at")
        || !(word(end) == "," || matches!(word(end), "." | ";" | ":") && is_paper(name))
        || tokens[n - 1].kind != TokenKind::Word
    {
        return;
    }
    // A headline or caption leaves articles out.
    let layout = context.view.layout();
    let finished = layout
        .paragraph_at(tokens[n].span.start())
        .is_some_and(|p| layout.paragraphs[p].span.of(text).trim_end_matches(['"', '”', '’']).ends_with(['.', '!', '?', ':']));
    if !finished {
        return;
    }
    let span = tokens[n - 1].span.cover(tokens[end - 1].span);
    let name = Span::new(tokens[n].span.start(), tokens[end - 1].span.end()).of(text);
    let message = format!("“the” is missing before “{name}”");
    let edit = Replacement { span: Span::empty(context.view.to_source(tokens[n].span).start()), text: "the ".into() };
    let fixed = format!("{} the {name}", word(n - 1));
    let finding = context.finding(Category::GramMissingWord, span, message);
    let plain = finding.span.len() == span.len();
    findings.push(if plain { finding.propose(fixed) } else { finding.propose_edits(vec![edit]) });
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn words_lost() {
        fires(Category::GramMissingWord, "Two sources ⟦who close→who are close⟧ to the mayor left");
        fires(Category::GramMissingWord, "According ⟦to Washington Post→to the Washington Post⟧, two aides left.");
        silent(
            Category::GramMissingWord,
            "Two sources who are close to her left. She asked who close to him knew. He wrote to Washington Post reporters. According to New York Times, a short headline",
        );
    }

    #[test]
    fn plurals_lost() {
        fires(
            Category::GramAgreement,
            "meaning that all of the Lindt-appointed US⟦ attorney were→ attorneys were⟧ asked to step down"
                .replace("US⟦ attorney were→ attorneys were⟧", "⟦US attorney were→US attorneys were⟧")
                .as_str(),
        );
        silent(
            Category::GramAgreement,
            "The team were delighted; the number of cases is rising; none were hurt. All of the police were there. All of the evidence we have is here. Many of the children were ill.",
        );
    }
}
