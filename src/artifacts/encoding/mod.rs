//! Damaged characters: mojibake, character references and escapes, invisible and foreign characters.

mod asked;
mod badness;
mod characters;
mod codepages;
mod compatibility;
mod entities;
mod escapes;
mod homoglyphs;
mod ligatures;
mod mojibake;
mod neighbours;
mod notation;
mod remnants;

use crate::artifacts::Category;
use std::ops::Range;

pub(super) use self::asked::stands_for_a_dash;
use self::badness::Classed;
use self::codepages::LOST;
pub(crate) use self::codepages::{MAC_ROMAN, WINDOWS_1251, WINDOWS_1252};
pub(super) use self::ligatures::find_lost as find_lost_ligatures;
use self::mojibake::Cell;
use super::{Finding, Page};
use crate::text::Span;

/// How deep an island may lie in another.
const DEPTH: usize = 3;

/// Finds damaged characters.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let mut repaired: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in page.text.split_inclusive('\n') {
        if may_be_damaged(line) {
            repair_line(line, start, findings, &mut repaired);
        }
        start += line.len();
    }
    remnants::find(page, &mut repaired, findings);
    notation::find(page, findings);
    asked::find(page, findings);
    escapes::find(page, findings);
    characters::find(page, &repaired, findings);
    homoglyphs::find(page, &repaired, findings);
}

/// A quick look: a reference of HTML, or a character beyond ASCII that is no typographic mark.
fn may_be_damaged(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.iter().enumerate().any(|(n, b)| match b {
        b'&' => bytes[n + 1..].iter().take(12).any(|b| *b == b';'),
        0x00..=0x7F => false,
        // U+2000 to U+203F; the later bytes of characters are below C0.
        0xE2 => bytes.get(n + 1) != Some(&0x80),
        0x80..=0xBF => false,
        _ => true,
    })
}

fn repair_line(line: &str, start: usize, findings: &mut Vec<Finding>, repaired: &mut Vec<Range<usize>>) {
    let cells = read(line, start);
    let referenced = cells.iter().any(|cell| line.as_bytes()[cell.source.start - start] == b'&' && cell.source.len() > 1);
    let bad = Classed::of(cells.iter().map(|c| c.c)).is_bad();
    if !referenced && !bad {
        return;
    }
    let cells = if bad { with_closing_marks(mojibake::repair(cells, DEPTH), line, start) } else { cells };
    // Runs of cells that are not what the source has.
    let unchanged = |cell: &Cell| {
        let mut buffer = [0; 4];
        line[cell.source.start - start..cell.source.end - start] == *cell.c.encode_utf8(&mut buffer)
    };
    for run in cells.chunk_by(|a, b| unchanged(a) == unchanged(b) && (unchanged(a) || !both_references(line, start, a, b))) {
        if unchanged(&run[0]) {
            continue;
        }
        let span = Span::new(run[0].source.start, run[run.len() - 1].source.end);
        let source = &line[span.start() - start..span.end() - start];
        // A "�" that is read as "�" is no repair.
        let mut new: String = run.iter().map(|c| c.c).collect();
        // "Â" and a no-break space: what is left must not need another repair.
        if new == "\u{A0}" && characters::is_idle(&line[..span.start() - start], &line[span.end() - start..]) {
            " ".clone_into(&mut new);
        }
        if new.trim_matches(LOST).is_empty() && source.trim_matches(LOST).is_empty() {
            continue;
        }
        let mut finding = describe(source, new, span);
        // “Ã©” alone between marks is spoken of, and not read.
        let (before, after) = (line[..span.start() - start].chars().next_back(), line[span.end() - start..].chars().next());
        if finding.category == Category::EncMojibake && before.is_some_and(is_mark) && after.is_some_and(is_mark) {
            finding.certain = false;
        }
        findings.push(finding);
        repaired.push(span.range());
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '"' | '‘' | '’' | '\'' | '«' | '»' | '`')
}

/// The third byte of ” has no character in Windows-1252 and was often dropped: an "â€" that is left over after a mark that
/// opens is the mark that closes.
fn with_closing_marks(mut cells: Vec<Cell>, line: &str, start: usize) -> Vec<Cell> {
    let (mut open, mut n) = (false, 0);
    while n < cells.len() {
        let at = cells[n].source.start - start;
        if line[at..].starts_with("â€?") {
            // The third byte became a question mark, or the mark is followed by one: before a stop it is no question.
            let rest = &line[at + "â€?".len()..];
            let apostrophe = neighbours::takes_ending(neighbours::word_before(line, at), rest);
            let cells_of_mark = if cells[n].c == LOST { 1 } else { 3 };
            if apostrophe || open && rest.starts_with(['.', ',', ';', ':', '!']) {
                let end = cells[n].source.start + "â€?".len();
                cells[n] = Cell { c: if apostrophe { '’' } else { '”' }, source: cells[n].source.start..end };
                cells.drain(n + 1..(n + cells_of_mark).min(cells.len()));
                open &= apostrophe;
                n += 1;
            } else {
                n += cells_of_mark;
            }
            continue;
        }
        match cells[n].c {
            '“' => open = true,
            '”' => open = false,
            'â' if open && cells.get(n + 1).is_some_and(|c| c.c == '€') && line[cells[n].source.start - start..].starts_with("â€") => {
                cells[n] = Cell { c: '”', source: cells[n].source.start..cells[n + 1].source.end };
                cells.remove(n + 1);
                open = false;
            }
            // A blank after it was read as its third byte.
            '†' if open && line[..cells[n].source.end - start].ends_with("â€ ") => {
                let source = cells[n].source.clone();
                cells[n] = Cell { c: '”', source: source.start..source.end - 1 };
                cells.insert(n + 1, Cell { c: ' ', source: source.end - 1..source.end });
                open = false;
            }
            _ => {}
        }
        n += 1;
    }
    cells
}

/// Two references beside each other are two findings.
fn both_references(line: &str, start: usize, a: &Cell, b: &Cell) -> bool {
    let is_reference = |cell: &Cell| line[cell.source.start - start..cell.source.end - start].starts_with('&') && cell.source.len() > 1;
    is_reference(a) && is_reference(b)
}

/// The characters of `line`, references resolved; `start` is where the line stands in the source.
fn read(line: &str, start: usize) -> Vec<Cell> {
    // A text about HTML means its references as they stand.
    let about_html = entities::is_about_html(line);
    let mut cells = Vec::with_capacity(line.len());
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        if c == '&'
            && !about_html
            && let Some((length, meaning)) = entities::reference(&line[at..])
        {
            let source = start + at..start + at + length;
            let mut chars = meaning.chars();
            match chars.next() {
                Some(first) => cells.push(Cell { c: first, source }),
                // An invisible character: it goes with what comes before it.
                None => cells.push(Cell { c: '\u{200B}', source }),
            }
            at += length;
            continue;
        }
        // An accent apart from its letter: text was decomposed after it had been decoded wrongly.
        if ('\u{300}'..='\u{36F}').contains(&c)
            && let Some(last) = cells.last_mut()
            && let Some(whole) = compatibility::composed(last.c, c)
        {
            *last = Cell { c: whole, source: last.source.start..start + at + c.len_utf8() };
            at += c.len_utf8();
            continue;
        }
        cells.push(Cell { c, source: start + at..start + at + c.len_utf8() });
        at += c.len_utf8();
    }
    cells
}

fn describe(source: &str, new: String, span: Span) -> Finding {
    let new = new.replace('\u{200B}', "");
    if source.starts_with('&') && source.ends_with(';') && source.is_ascii() {
        let meaning = if new.trim().is_empty() { "a blank".to_owned() } else { format!("“{new}”") };
        return Finding::new(Category::EncHtmlEntity, span, format!("“{source}” is a web page’s notation for {meaning}")).repair(new);
    }
    if source.chars().count() == 2
        && source.is_char_boundary(1)
        && source[1..].starts_with(|c| ('\u{300}'..='\u{36F}').contains(&c))
        && new.chars().count() == 1
    {
        return Finding::new(Category::EncCombining, span, format!("“{new}” is stored as a letter and an accent apart")).repair(new);
    }
    if source.chars().all(|c| ('\u{80}'..='\u{9F}').contains(&c)) {
        let code = source.chars().next().map_or(0, u32::from);
        return Finding::new(Category::EncC1Control, span, format!("The control character U+{code:04X} is what Windows has “{new}” for")).repair(new);
    }
    if new.contains(LOST) {
        let message = format!("“{}” was decoded with the wrong character set, and part of it is lost", visible(source));
        return Finding::new(Category::EncMojibakeLossy, span, message).propose(new);
    }
    let emoji = !new.is_empty() && new.chars().all(|c| matches!(u32::from(c), 0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0xFE0F | 0x200D));
    let category = if emoji { Category::EncEmojiMojibake } else { Category::EncMojibake };
    let message = format!("“{}” is “{}” decoded with the wrong character set", visible(source), new);
    Finding::new(category, span, message).repair(new).with_score(0.97)
}

/// Control characters by their number, so that a message can be read.
fn visible(text: &str) -> String {
    text.chars().flat_map(|c| if c.is_control() { format!("\\u{{{:X}}}", u32::from(c)).chars().collect::<Vec<_>>() } else { vec![c] }).collect()
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, repairs, silent};

    #[test]
    fn mojibake() {
        fires(Category::EncMojibake, "The choir doesn⟦â€™→’⟧t have a hall.");
        repairs("The sign read “Ã©” where “é” belonged.", "The sign read “Ã©” where “é” belonged.");
        fires(Category::EncMojibake, "The base at Guant⟦Ã¡→á⟧namo Bay");
        fires(Category::EncMojibake, "Juli⟦Ã\u{83}Â¡→á⟧n left.");
        repairs("She said â€œno.â€\u{9d} He left.", "She said “no.” He left.");
        repairs("“Yes,” said JosÃ© of PoznaÅ„.", "“Yes,” said José of Poznań.");
        fires(Category::EncMojibake, "the proteg⟦A\u{303}©→é⟧ left");
        repairs("She said â€œnoâ€ and left.", "She said “no” and left.");
        repairs("The clerkâ€?s aide said â€œnothing newâ€?. He left.", "The clerk’s aide said “nothing new”. He left.");
        repairs("Did he say â€œnoâ€? She did.", "Did he say “noâ€? She did.");
        fires(Category::EncEmojiMojibake, "So funny ⟦ðŸ˜‚→😂⟧ indeed");
        fires(Category::EncMojibakeLossy, "He said â€œno⟦â€�⟧ and left");
        for text in ["São Paulo, Ångström, naïve, façade, Übermensch, İstanbul", "NESTLÉ® pays 5×£35", "L’épisode 8", "C O N C L U S Ã O", "Brontë…”"]
        {
            silent(Category::EncMojibake, text);
        }
    }

    #[test]
    fn references() {
        fires(Category::EncHtmlEntity, "Marlowe ⟦&amp;amp;→&⟧ Sons");
        fires(Category::EncHtmlEntity, "⟦&#8220;→“⟧Yes,⟦&rdquo;→”⟧ she said.");
        fires(Category::EncHtmlEntity, "five⟦&nbsp;→ ⟧people");
        silent(Category::EncHtmlEntity, "AT&T; R&D; Q&A; \"Law & Order\"; use &amp; in HTML to write an ampersand");
    }
}
