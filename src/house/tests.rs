//! The window as a person uses it: what is pressed, and what it shows and keeps then.

use super::*;
use crate::text::Span;

const HERE: &str = "Ferry late\n\nThe MV Quibble was late, docket 12/34.\n\nSign up for the Harbour Letter!\n";

fn article(id: &str, text: &str) -> Article {
    Article { id: id.into(), title: format!("About {id}"), text: text.into() }
}

/// A window over an article, with three kept ones; the words that are selected, if any.
fn open(file: &str, words: &str) -> Room {
    let mut room = Room::default();
    let at = HERE.find(words).unwrap();
    room.open(file.into(), Some(article("here", HERE)), Some(Span::new(at, at + words.len())), 4);
    for (id, text) in
        [("here", HERE), ("b", "Docket 1/2.\n\nSign up for the Harbour Letter!\n"), ("c", "MV Teasel, docket 77/88, docket 99/11.\n"), ("d", "Nothing.")]
    {
        room.add(Some(article(id, text)));
    }
    while room.count() {}
    room
}

fn counted(room: &mut Room) -> Shown {
    while room.count() {}
    room.shown()
}

fn words(shown: &Shown) -> String {
    shown.tree.iter().map(|k| if let Kid::Node(n) = k { n.words() + "\n" } else { String::new() }).collect()
}

fn find(shown: &Shown, fits: impl Fn(&Node) -> bool) -> Option<&Node> {
    shown.tree.iter().find_map(|k| if let Kid::Node(n) = k { n.all().into_iter().find(|n| fits(n)) } else { None })
}

/// The file as it is to be kept, after a rule was typed in.
fn save(room: &mut Room, fields: &[(Field, &str)]) -> Option<String> {
    for (field, value) in fields {
        room.act(Act::Typed(*field), value);
    }
    room.act(Act::Save, "");
    room.shown().save
}

#[test]
fn words_that_are_selected_become_a_rule() {
    let mut room = open("", "docket 12/34");
    let shown = room.shown();
    assert_eq!(shown.title, "Mark everywhere");
    let told = words(&shown);
    assert!(told.contains("1 place in this article, none in the kept ones."), "{told}");
    assert!(told.contains("with any number or date") && told.contains(r"docket\s+\d+/\d+"), "{told}");
    room.act(Act::Pick(2), "");
    let shown = counted(&mut room);
    assert!(words(&shown).contains("1 place in this article, 2 places in 1 kept article."), "{}", words(&shown));
    assert!(words(&shown).contains("About c"), "a few places in context");
    room.act(Act::Typed(Field::IgnoreCase), "true");
    let shown = counted(&mut room);
    assert!(words(&shown).contains("3 places in 2 kept articles"), "{}", words(&shown));
    let file = save(&mut room, &[(Field::Name, "Dockets"), (Field::Severity, "info")]).unwrap();
    assert_eq!(file, "[[rule]]\nname = \"Dockets\"\npattern = 'docket\\s+\\d+/\\d+'\nignore-case = true\nseverity = \"info\"\n");
    let shown = counted(&mut room);
    assert_eq!((shown.title.as_str(), shown.save), ("House rules", None), "what is to be kept is told once");
    assert!(words(&room.shown()).contains("1 place in this article, 3 places in 2 kept articles"));
}

#[test]
fn a_line_is_removed_and_a_name_marked() {
    let mut room = open("", "Sign up for the Harbour Letter!");
    let file = save(&mut room, &[(Field::Replacing, "remove")]).unwrap();
    assert_eq!(file, "[[rule]]\nname = \"Sign up for the\"\ntext = \"Sign up for the Harbour Letter!\"\nwhere = \"lines\"\nreplace = \"\"\n");
    let mut room = open(&file, "MV Quibble");
    room.act(Act::Pick(1), "");
    assert_eq!(save(&mut room, &[(Field::Mark, "entity")]), None, "a label is missing");
    assert!(words(&room.shown()).contains("Give the names that it finds a label."));
    let file = save(&mut room, &[(Field::Label, "ship"), (Field::Name, "Ships")]).unwrap();
    assert!(file.contains("mark = \"entity\"\nlabel = \"SHIP\"\n"), "{file}");
    let file = {
        let mut room = open(&file, "docket 12/34");
        save(&mut room, &[(Field::Mark, "never"), (Field::Of, "word, num.unit"), (Field::Name, "Spelt so")]).unwrap()
    };
    assert_eq!(crate::rules::RuleFile::read(&file).rules.len(), 3);
    assert!(file.ends_with("mark = \"never\"\nof = [\"word\", \"num.unit\"]\n"), "{file}");
}

const FILE: &str =
    "# Ours.\n\n[[rule]]\nname = \"a\" # first\ntext = \"MV Quibble\"\n\n[[rule]]\nname = \"b\"\npattern = 'docket \\d+/\\d+'\nreplace = \"$1\"\n";

#[test]
fn the_list_switches_orders_deletes_and_takes_back() {
    let mut room = open(FILE, "");
    assert!(find(&room.shown(), |n| n.attribute("aria-label") == Some("Use the rule: a") && n.attribute("checked").is_some()).is_some());
    room.act(Act::Toggle(0), "false");
    let off = room.shown().save.unwrap();
    assert!(off.contains("name = \"a\" # first\ntext = \"MV Quibble\"\non = false\n"), "{off}");
    room.act(Act::Down(0), "");
    assert!(room.shown().save.unwrap().find("\"b\"").unwrap() < 30);
    room.act(Act::Delete(1), "");
    let shown = room.shown();
    assert!(words(&shown).contains("“a” deleted.") && !shown.save.unwrap().contains("\"a\""));
    for _ in 0..3 {
        room.act(Act::Undo, "");
    }
    assert_eq!(room.shown().save.unwrap(), FILE);
    assert!(find(&room.shown(), |n| n.words() == "Undo").is_none());
    room.act(Act::Edit(1), "");
    let shown = room.shown();
    assert_eq!(shown.title, "Rule “b”");
    assert_eq!(find(&shown, |n| n.tag == "textarea").unwrap().attribute("value"), Some(r"docket \d+/\d+"));
    assert_eq!(save(&mut room, &[(Field::Name, "A")]), None, "the name is another's");
    assert!(words(&room.shown()).contains("There is a rule “A” already"));
    room.act(Act::Leave, "");
    assert_eq!(room.shown().title, "House rules");
    room.act(Act::Leave, "");
    assert!(room.shown().close);
}

#[test]
fn a_bad_pattern_is_told_with_its_place() {
    let mut room = open("", "");
    room.act(Act::New, "");
    for (field, value) in [(Field::Kind, "pattern"), (Field::What, "é(b"), (Field::Name, "x")] {
        room.act(Act::Typed(field), value);
    }
    assert!(words(&room.shown()).contains("Not a pattern: unclosed group, at its character 2."), "{}", words(&room.shown()));
    assert_eq!(save(&mut room, &[]), None);
    room.act(Act::Typed(Field::What), "a(?=b)");
    assert!(words(&room.shown()).contains("look-around is not known here"));
    room.act(Act::Typed(Field::What), "(a+)+$");
    assert!(!words(&room.shown()).contains("Not a pattern"));
}

#[test]
fn a_file_comes_in_with_its_mistakes() {
    let mut room = open(FILE, "");
    room.act(Act::Read, "# nothing\n");
    assert!(words(&room.shown()).contains("There is no rule in that file."));
    let other = "[[rule]]\nname = \"c\"\ntext = \"x\"\n\n[[rule]]\nname = \"d\"\npattern = '('\n";
    room.act(Act::Read, other);
    assert!(words(&room.shown()).contains("The file has 1 rule and 1 mistake."));
    room.act(Act::Add, "");
    let shown = room.shown();
    assert!(words(&shown).contains("Line 18, column 12: unclosed group."), "{}", words(&shown));
    assert!(shown.save.unwrap().starts_with("# Ours."));
    room.act(Act::AsText, "");
    room.act(Act::Text, "[[rule]]\nname = \"c\"\ntext = \"x\"\n");
    assert!(words(&room.shown()).contains("1 rule, no mistake."));
    room.act(Act::KeepText, "");
    assert_eq!(room.shown().save.unwrap(), "[[rule]]\nname = \"c\"\ntext = \"x\"\n");
    room.act(Act::Give, "");
    assert_eq!(room.shown().give.unwrap().0, "house-rules.toml");
    room.act(Act::Read, other);
    room.act(Act::Replace, "");
    assert_eq!(room.shown().save.unwrap(), other);
}

#[test]
fn no_press_is_too_much() {
    for file in ["", "[[rule\nname = 1", FILE, "\u{feff}[[rule]]\nname = \"é\"\ntext = \"😀\"\n"] {
        let mut room = open(file, "MV Quibble");
        for n in [0, 1, 7] {
            let acts = [
                Act::Edit(n),
                Act::Toggle(n),
                Act::Up(n),
                Act::Down(n),
                Act::Delete(n),
                Act::Pick(n),
                Act::Undo,
                Act::Add,
                Act::Save,
                Act::Take(n),
                Act::KeepText,
                Act::AsText,
                Act::Back,
                Act::New,
                Act::Typed(Field::First),
            ];
            for act in acts {
                room.act(act, "-1");
                let _ = counted(&mut room);
            }
        }
    }
    assert_eq!(count(1_234_567, "place", "places"), "1,234,567 places");
}
