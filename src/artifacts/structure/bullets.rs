//! Bullets of a symbol font that became letters.

use super::lines::Lines;
use crate::artifacts::{Category, Finding};
use crate::text::Span;

/// Wingdings has its bullets at these letters; an "l" before a capital is nothing else, the others need company.
pub(super) fn find(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let mut found = Vec::new();
    for (n, paragraph) in lines.paragraphs.iter().enumerate() {
        let line = lines.paragraph(n);
        let mut chars = line.chars();
        let bullet = chars.next().filter(|c| matches!(c, 'l' | 'n' | 'q' | 'o' | '§' | 'Ø' | 'v' | 'ü'));
        if let Some(bullet) = bullet
            && chars.next() == Some(' ')
            && chars.next().is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“'))
        {
            found.push((Span::new(paragraph.span.start(), paragraph.span.start() + bullet.len_utf8()), bullet));
        }
    }
    let alone = found.len() == 1;
    for (span, bullet) in found {
        if alone && bullet != 'l' {
            continue;
        }
        findings.push(
            lines.context.finding(Category::StructBulletDebris, span, format!("The letter “{bullet}” stands where a symbol font had a bullet")).propose("•"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn letters_for_bullets() {
        fires(Category::StructBulletDebris, "⟦l→•⟧ The situation here is different");
        fires(Category::StructBulletDebris, "⟦n→•⟧ First, the plan.\n⟦n→•⟧ Then the vote.");
        silent(Category::StructBulletDebris, "in room l the l. 4 line of the poem\n\nO Captain, my Captain");
    }
}
