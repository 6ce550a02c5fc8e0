//! The sentence that stands beside each named rule is read by it, and as it says.

use super::{find, render, strip};
use crate::entities::recognise;
use crate::quotes::report::examples::{TABLES, take_decided};
use crate::text::{Document, View};

#[test]
fn every_rule_decides_its_example() {
    let mut wrong = Vec::new();
    for (table, rules) in TABLES {
        for (row, (rule, example)) in rules.iter().enumerate() {
            let text = strip(example);
            let document = Document::new(&text);
            let view = View::plain(&document);
            take_decided();
            let read = render(&text, &find(&view, &recognise(&view, None)));
            let decided = take_decided();
            if !decided.contains(&(table, row)) {
                wrong.push(format!("{rule} ({table}) does not decide {example}; what does: {decided:?}"));
            }
            if read != *example {
                wrong.push(format!("{rule} ({table}):\n  {example}\n  {read}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
