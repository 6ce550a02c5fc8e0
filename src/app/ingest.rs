//! Text taken in: from the clipboard, from files, from whatever bytes there are.

use crate::annotation::{Status, Workspace};
use crate::app::charset::Charset;
use crate::text::{border_before, split_paragraphs};

/// Text as the page keeps it, and what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingested {
    /// Lines end in "\n", and no byte-order mark stands at the front.
    pub text: String,
    /// What was changed on the way, each a sentence.
    pub notes: Vec<String>,
}

/// Why bytes cannot be read as an article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// Nothing in it.
    #[error("{name} is empty.")]
    Empty {
        /// The file.
        name: String,
    },
    /// An image, a PDF, a program.
    #[error("{name} is {kind}, not text: open it in its own program, and copy the article from there.")]
    Binary {
        /// The file.
        name: String,
        /// "a PDF document", "an image".
        kind: &'static str,
    },
    /// More than the page can show.
    #[error("{name} has {megabytes} MB. Galley reads texts of up to {limit} MB; split it first.")]
    TooLong {
        /// The file.
        name: String,
        /// Its size.
        megabytes: usize,
        /// The limit.
        limit: usize,
    },
}

/// The longest text that is taken, in bytes.
pub const LONGEST: usize = 32_000_000;

/// Takes in text, as from the clipboard.
#[must_use]
pub fn text(text: &str) -> Ingested {
    let mut notes = Vec::new();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    if body.len() < text.len() {
        notes.push("A byte-order mark at the start was removed.".to_owned());
    }
    let returns = body.matches('\r').count();
    if returns == 0 {
        return Ingested { text: body.to_owned(), notes };
    }
    notes.push("Line ends of another system were changed to plain ones.".to_owned());
    Ingested { text: body.replace("\r\n", "\n").replace('\r', "\n"), notes }
}

/// Takes in the bytes of the file `name`, in whichever [`Charset`] they are most likely in.
///
/// # Errors
/// If there is nothing in it, if it is not text, or if it is longer than [`LONGEST`].
pub fn bytes(name: &str, bytes: &[u8]) -> Result<Ingested, IngestError> {
    if bytes.is_empty() {
        return Err(IngestError::Empty { name: name.to_owned() });
    }
    if bytes.len() > LONGEST {
        return Err(IngestError::TooLong { name: name.to_owned(), megabytes: bytes.len().div_ceil(1_000_000), limit: LONGEST / 1_000_000 });
    }
    let charset = Charset::guess(bytes);
    let wide = matches!(charset, Charset::Utf16Le | Charset::Utf16Be);
    if let Some(kind) = binary(bytes).filter(|_| !wide) {
        return Err(IngestError::Binary { name: name.to_owned(), kind });
    }
    let mut read = text(&charset.decode(bytes));
    match charset {
        Charset::Utf8 if std::str::from_utf8(bytes).is_ok() => {}
        Charset::Utf8 => read.notes.insert(0, "Some bytes are not valid UTF-8; each shows as �.".to_owned()),
        _ if wide => read.notes.insert(0, "Read as UTF-16.".to_owned()),
        _ => read.notes.insert(0, format!("Not UTF-8: read as {}, as its letters and marks have it.", charset.name())),
    }
    Ok(read)
}

/// What a file that is no text is, by its first bytes; NUL bytes and many controls give the rest away.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"GIF8", "an image"),
        (b"II*\0", "an image"),
        (b"MM\0*", "an image"),
        (b"RIFF", "an image, sound or film"),
        (b"\0\0\0", "an image, sound or film"),
        (b"OggS", "sound or film"),
        (b"ID3", "sound"),
        (b"fLaC", "sound"),
        (b"\x1aE\xdf\xa3", "a film"),
        (b"wOF", "a font"),
        (b"SQLite format 3\0", "a database"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x1f\x8b", "a compressed file"),
        (b"BZh", "a compressed file"),
        (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
        (b"\xfd7zXZ\0", "a compressed file"),
        (b"Rar!\x1a\x07", "a compressed file"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"\0asm", "a program"),
        (b"\x7fELF", "a program"),
        (b"MZ", "a program"),
        (b"{\\rtf", "a rich text document"),
    ];
    if let Some((head, kind)) = KINDS.iter().find(|(head, _)| bytes.starts_with(head)) {
        // Letters alone ("MZ", "RIFF") may begin an article; what is none has NUL bytes soon after.
        if !head.iter().all(u8::is_ascii_alphanumeric) || head_of(bytes, 512).contains(&0) {
            return Some(kind);
        }
    }
    let sample = head_of(bytes, 8192);
    let odd = sample.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    let high = sample.iter().filter(|b| **b >= 0x80).count();
    let garbled =
        high * 3 > sample.len() && std::str::from_utf8(head_of(bytes, sample.len().saturating_sub(4))).is_err_and(|e| e.valid_up_to() + 8 < sample.len());
    (odd * 50 > sample.len() || (garbled && odd > 0)).then_some("binary data")
}

fn head_of(bytes: &[u8], length: usize) -> &[u8] {
    &bytes[..bytes.len().min(length)]
}

/// A title for an article: its first paragraph, however its lines are wrapped, cut at a word.
#[must_use]
pub fn title(text: &str) -> String {
    // Enough to see how the text is wrapped.
    let head = &text[..border_before(text, 4_000)];
    let first = split_paragraphs(head).first().map_or("", |p| p.of(head));
    shortened(first)
}

/// The title of a document that nobody gave one: the headline that was found in it, in place of its first words.
pub fn entitle(desk: &mut Workspace) {
    let found = desk.annotations().iter().find(|a| a.label == HEADLINE && a.status != Status::Rejected);
    if let Some(headline) = found.map(|a| shortened(a.span.of(desk.text())))
        && headline != desk.title()
        && desk.title() == title(desk.original())
    {
        desk.entitle(headline);
    }
}

/// The category of what the engine takes for a headline.
const HEADLINE: &str = "struct.headline_in_body";

/// Words as a title: in one line, and cut at a word.
fn shortened(words: &str) -> String {
    const MOST: usize = 70;
    let line = &words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return "Untitled article".to_owned();
    }
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let end = line.char_indices().nth(MOST).map_or(line.len(), |(at, _)| at);
    let cut = line[..end].rfind(' ').filter(|at| *at > MOST / 2).unwrap_or(end);
    format!("{}…", line[..cut].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8]) -> (String, usize) {
        let read = bytes("a.txt", input).unwrap();
        (read.text, read.notes.len())
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        assert_eq!(read("“Yes,” said Óscar. 🚢\n".as_bytes()), ("“Yes,” said Óscar. 🚢\n".into(), 0));
        assert_eq!(read(b"MZ stands for many things."), ("MZ stands for many things.".into(), 0));
    }

    #[test]
    fn line_ends_and_marks_are_changed_and_said() {
        assert_eq!(read("\u{feff}a\r\nb\rc".as_bytes()), ("a\nb\nc".into(), 2));
    }

    #[test]
    fn other_encodings() {
        assert_eq!(read(b"\xff\xfeA\0\x1c\x20"), ("A“".into(), 1));
        assert_eq!(read(b"\xfe\xff\0A\x20\x1c"), ("A“".into(), 1));
        assert_eq!(read(b"\x93Yes,\x94 said \xd3scar."), ("“Yes,” said Óscar.".into(), 1));
        let mut broken = "“Yes,” said Óscar. ".repeat(3).into_bytes();
        broken.push(0xff);
        assert!(read(&broken).0.ends_with('\u{fffd}'));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let kind = |input: &[u8]| match bytes("x", input) {
            Err(IngestError::Binary { kind, .. }) => kind,
            other => panic!("{other:?}"),
        };
        assert_eq!(kind(b"%PDF-1.7 ..."), "a PDF document");
        assert_eq!(kind(b"\0\x01\x02abc\0\0\0"), "binary data");
        assert_eq!(kind(b"RIFF\x10\0\0\0WEBPVP8 "), "an image, sound or film");
        assert_eq!(kind(b"\0\0\0 ftypheic\0\0\0\0"), "an image, sound or film");
        for text in ["GIF89a is a file format, said Ann Pell.", "RIFF raff.", "ID3 tags are useful.", "BZhang said so.", "%PDF is how such a file begins."] {
            assert_eq!(bytes("x", text.as_bytes()).is_ok(), !text.starts_with('%'), "{text}");
        }
        let noise: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(kind(&noise), "binary data");
        assert_eq!(bytes("x", b""), Err(IngestError::Empty { name: "x".into() }));
    }

    #[test]
    fn a_title_is_the_first_paragraph_however_it_is_wrapped() {
        assert_eq!(title("\n Harbour chief leaves \nBody"), "Harbour chief leaves");
        let wrapped = "Harbour chief leaves after nine years at the\nhead of the port\n\nThe chief of the harbour left on Monday, and nobody\nknows who will come after her. The council met in\nthe evening and went on until the lamps were lit.\n";
        assert_eq!(title(wrapped), "Harbour chief leaves after nine years at the head of the port");
        assert_eq!(title("word ".repeat(40).as_str()).chars().count(), 70);
        assert_eq!(title(" \n"), "Untitled article");
    }

    #[test]
    fn a_headline_that_is_found_is_the_title_where_nobody_gave_one() {
        let text = "HARBOUR\n\nChief leaves\n\nThe chief left.";
        let found = |desk: &Workspace| {
            let at = text.find("Chief leaves").unwrap();
            let mut a = crate::annotation::Annotation::clone(&crate::app::groups::tests::annotation(
                "a1",
                crate::annotation::Layer::Artifact,
                HEADLINE,
                (at, at + 12),
                &[],
            ));
            a.attributes.set("tier", "structure");
            (desk.text_revision(), crate::Analysis { annotations: vec![a], relations: Vec::new() })
        };
        let seed = |title: &str| crate::annotation::Seed { title: title.to_owned(), ..crate::annotation::Seed::of_text("d", text) };
        let titled = |seed: crate::annotation::Seed, named: Option<&str>| {
            let mut desk = Workspace::new(seed);
            if let Some(name) = named {
                desk.set_title(name);
            }
            let (revision, analysis) = found(&desk);
            desk.set_analysis(revision, analysis);
            entitle(&mut desk);
            (desk.title().to_owned(), desk.snapshot())
        };
        let (title, snapshot) = titled(seed("HARBOUR"), None);
        assert_eq!((title.as_str(), snapshot.title.as_str()), ("Chief leaves", "Chief leaves"));
        assert_eq!(titled(snapshot, None).0, "Chief leaves", "the same after a round trip");
        assert_eq!(titled(seed("From the page"), None).0, "From the page");
        assert_eq!(titled(seed("x"), Some("HARBOUR")).0, "HARBOUR", "a person’s own title stays");
    }
}
