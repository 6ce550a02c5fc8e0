use super::*;

fn page(html: &str) -> Page {
    read(html, |name| (name == "&eacute;").then(|| "é".to_owned()))
}

fn text(html: &str) -> String {
    page(html).text
}

#[test]
fn paragraphs_lines_and_cells() {
    assert_eq!(
        text("<h1>Ferry\n late</h1><p>One <b>two</b>,<br> three.<p>Four</p> five <ul><li>a<li>b</ul>"),
        "Ferry late\n\nOne two,\nthree.\n\nFour\n\nfive\n\na\n\nb"
    );
    assert_eq!(text("<table><tr><td>1<td>2<tr><th>3</th><th>4</th></table>"), "1 2\n\n3 4");
    assert_eq!(text("<p>a</p><pre>\n  b\n c </pre><p>d  e"), "a\n\n  b\n c\n\nd e");
    assert_eq!(text("no\u{a0}break  <span>x</span>"), "no\u{a0}break x");
}

#[test]
fn what_is_no_text_is_left_out() {
    assert_eq!(text("a<!-- <p>b --><script>if (a < b) '<p>'</script><style>p{}</style><iframe><p>c</iframe>d<?php x > ?><!doctype html>e"), "ad ?>e");
    assert_eq!(text("<svg><text>x</text></svg>a<svg/>b<template><p>c</template><noscript>d</noscript>"), "ab");
    assert_eq!(text("a<!-->b<!--->c<!--x--!>d<!-- - -- --->e<!-- f"), "abcde");
    assert_eq!(text("<p hidden>a<p>b<span hidden>c<span>d</span>e</span>f<div hidden><div>g</div></div>h<input hidden>i"), "bf\n\nhi");
}

#[test]
fn what_stands_beside_an_article_is_counted() {
    let read = page("<nav><a>Home</a><div>More</div></nav><p>One.</p><nav> </nav><aside><nav>x</nav></aside><footer>f<form>g</form></footer>");
    assert_eq!((read.text.as_str(), read.aside), ("One.", 3));
    assert_eq!(read.kinds, ["nav", "aside", "footer"]);
    let form = page("<form action=x><p>All of it.</p><form><p>And this.</p></form>");
    assert_eq!((form.text.as_str(), form.aside), ("All of it.\n\nAnd this.", 0));
    assert_eq!(text("<div><nav>Home</div><p>One."), "One.", "a block ends what is open in it");
    assert_eq!(text("<nav><table><td></nav>x</table></nav>y"), "y", "but an end tag in a cell does not end what is around the table");
}

#[test]
fn titles() {
    assert_eq!(page("<head><title>\n Ferry &amp; pier\n late </title></head><p>One<svg><title>x</title></svg>").title.as_deref(), Some("Ferry & pier late"));
    assert_eq!(page("<svg><title>x</title></svg><title> </title><p>One").title, None);
}

#[test]
fn references() {
    assert_eq!(
        text("&amp;lt; &#8220;a&#x201D; &#146;b caf&eacute; &nope; & &; &#; &#xZ &#0 &#1114112;"),
        "&lt; “a” ’b café &nope; & &; &#; &#xZ \u{fffd} \u{fffd}"
    );
    let mut asked = Vec::new();
    let html = "&notit; &lt &notit; &amp;";
    let read = read(html, |name| {
        asked.push(name.to_owned());
        name.strip_prefix("&not").map(|rest| format!("¬{rest}"))
    });
    assert_eq!(read.text, "¬it; &lt ¬it; &");
    assert_eq!(asked, ["&notit;", "&lt"], "each is asked for once, the common ones never");
}

#[test]
fn markup_is_known_by_its_first_tag() {
    for text in ["<?xml version='1.0'?><nitf>", " \n<!DOCTYPE html>", "<HTML lang=en>"] {
        assert!(begins(text), "{text}");
    }
    for text in ["", "<", "<p>One.", "“<html>” is a tag.", "<?xm"] {
        assert!(!begins(text), "{text}");
    }
    assert_eq!(text("<?xml version='1.0'?><nitf><body><hl1>Late</hl1><p>One.</p><p>Two.</p></body></nitf>"), "Late\n\nOne.\n\nTwo.");
}

#[test]
fn attributes_are_no_text() {
    assert_eq!(text("<p title='a > b' data-x=\"</p>\" class = x hidden='' >a</p>b"), "b");
    assert_eq!(text("<p =hidden title=hidden/>a < b <3 c</>d</ e>f<a href=x"), "a < b <3 cdf");
    assert_eq!(text("<A HIDDEN>x</A>y<P>z"), "y\n\nz");
    assert_eq!(text("é<é<"), "é<é<");
}

/// Names that hide what a browser's elements are asked for change nothing here.
#[test]
fn names_of_fields_shadow_nothing() {
    for name in ["tagName", "textContent", "hasAttribute", "childNodes", "attributes", "nodeType", "firstChild", "nextSibling", "body", "title"] {
        let html = format!("<title>Late</title><p>One.</p><form><input name={name}><button name={name}>x</button></form><img name={name}><p>Two.</p>");
        let read = page(&html);
        assert_eq!((read.text.as_str(), read.title.as_deref()), ("One.\n\nTwo.", Some("Late")), "{name}");
    }
}

/// Each of these takes a browser's parser, or a search without end, time that grows like a square.
#[test]
fn no_nesting_is_too_deep() {
    const MANY: usize = 10_000;
    for (unit, closing) in [
        ("<div>", ""),
        ("<div>", "</div>"),
        ("<table><tr><td>", ""),
        ("<table>", "</table>"),
        ("<b><p>", "</b>"),
        ("<font><nobr>", ""),
        ("<ul><li>", "</li>"),
        ("<li><section>", "</li>"),
        ("<nav><span hidden>", "</span>"),
        ("<span hidden>", "</span>"),
        ("<form><button>", "</button>"),
        ("<svg><foreignobject><p>", "</p>"),
        ("<!--", ""),
        ("<p title='", ""),
        ("</", ""),
        ("<", ""),
        ("&x", ""),
    ] {
        let html = format!("<p>First.</p><div><table><td>{}{}</table></div><p>Last.", unit.repeat(MANY), closing.repeat(MANY));
        assert!(page(&html).text.starts_with("First."), "{unit}");
    }
    let unmatched = format!("<div><td>{}{}Last.", "<section>".repeat(MANY), "</div>".repeat(MANY));
    assert_eq!(text(&unmatched), "Last.");
    let names: String = (0..MANY).map(|n| format!("&n{n};<x{n} hidden>")).collect();
    assert!(text(&format!("First.<p>{names}")).starts_with("First."));
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    fn piece() -> impl Strategy<Value = String> {
        let name = prop::sample::select(vec![
            "p", "div", "b", "span", "li", "ul", "td", "tr", "table", "nav", "form", "svg", "pre", "br", "title", "script", "x-y", "button", "template",
        ]);
        prop_oneof![
            (name.clone(), prop::sample::select(vec!["", " hidden", " a='<'", "/", " =", " x=\""])).prop_map(|(n, a)| format!("<{n}{a}>")),
            name.prop_map(|n| format!("</{n}>")),
            prop::sample::select(vec!["<!--", "-->", "<", "&amp;", "&#", "\r\n", "é“", " ", "word ", "\0", "<?", "]]>"]).prop_map(str::to_owned),
        ]
    }

    proptest! {
        /// Any bytes give a text that is trimmed, whose blank lines are single outside preformatted text, without NUL.
        #[test]
        fn any_markup_is_read(pieces in prop::collection::vec(piece(), 0..60)) {
            let html = pieces.concat();
            let read = page(&html);
            prop_assert_eq!(read.text.trim(), &read.text);
            prop_assert!(!read.text.contains('\0'));
            prop_assert!(read.text.len() <= html.len() * 3 + 2);
        }

        /// Text without markup comes as it is, but for its white space.
        #[test]
        fn plain_words_stay(words in prop::collection::vec("[a-zé”’0-9.,;!?()]{1,9}", 0..30)) {
            prop_assert_eq!(text(&words.join("\n ")), words.join(" "));
        }
    }
}
