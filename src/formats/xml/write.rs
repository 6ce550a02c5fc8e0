//! The writer of XML: elements are opened, given attributes, filled and closed; what closes is what was opened last.

use super::escape::{escape, escape_content};

/// An XML document under construction.
#[derive(Debug, Default)]
pub(in super::super) struct Writer {
    out: String,
    open: Vec<String>,
    /// True while the start tag of the last element may take attributes.
    in_tag: bool,
}

impl Writer {
    /// A document with its declaration.
    pub(in super::super) fn document() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), ..Self::default() }
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }

    /// Opens an element in the last one.
    pub(in super::super) fn open(&mut self, name: &str) -> &mut Self {
        self.end_tag();
        self.out.push('<');
        self.out += name;
        self.open.push(name.to_owned());
        self.in_tag = true;
        self
    }

    /// Gives the element that was just opened an attribute.
    pub(in super::super) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        debug_assert!(self.in_tag, "the start tag has been ended");
        self.out.push(' ');
        self.out += name;
        self.out += "=\"";
        self.out += &escape(value);
        self.out.push('"');
        self
    }

    /// Text in the last element.
    pub(in super::super) fn text(&mut self, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.end_tag();
            self.out += &escape_content(text);
        }
        self
    }

    /// A new line, indented by two blanks for each open element.
    pub(in super::super) fn line(&mut self) -> &mut Self {
        self.end_tag();
        self.out.push('\n');
        self.out += &"  ".repeat(self.open.len());
        self
    }

    /// Closes the last element.
    pub(in super::super) fn close(&mut self) -> &mut Self {
        let Some(name) = self.open.pop() else { return self };
        if std::mem::take(&mut self.in_tag) {
            self.out += "/>";
        } else {
            self.out += &format!("</{name}>");
        }
        self
    }

    /// Closes the last element on a line of its own.
    pub(in super::super) fn close_on_line(&mut self) -> &mut Self {
        self.end_tag();
        self.out.push('\n');
        self.out += &"  ".repeat(self.open.len().saturating_sub(1));
        self.close()
    }

    /// An element with text alone, on a line of its own.
    pub(in super::super) fn leaf(&mut self, name: &str, text: &str) -> &mut Self {
        self.line().open(name).text(text).close()
    }

    /// The document, with a line feed at its end; what is open is closed.
    pub(in super::super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close_on_line();
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_lie_in_one_another() {
        let mut out = Writer::default();
        out.open("a").attribute("b", "\"<\n").line().open("c").text("x & y\u{0}\n").close();
        out.leaf("d", "").line().open("e");
        assert_eq!(out.finish(), "<a b=\"&quot;&lt;&#10;\">\n  <c>x &amp; y\u{FFFD}\n</c>\n  <d/>\n  <e>\n  </e>\n</a>\n");
    }
}
