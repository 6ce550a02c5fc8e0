//! Hostile files, each given to the reader and what comes of it to every writer: nothing ends the program, and what is made of
//! a file stays in proportion to it.
//!
//! `cargo test --release --test hostile -- --ignored --nocapture` gives them in full size to the command line and prints a table
//! of time and memory.

mod make;

use galley::formats::{FORMATS, import};

/// Bytes of text and annotations that may come of a file, for each of its bytes.
const GROWTH: usize = 40;
/// What an honest archive may hold beside.
const ARCHIVE: usize = 256 << 20;

#[test]
fn no_file_ends_the_program_or_outgrows_itself() {
    for (name, bytes) in make::files(600) {
        let read = match import("hostile", &bytes) {
            Ok(read) => read,
            Err(error) => {
                assert!(error.to_string().len() < 400, "{name}: the message is long");
                continue;
            }
        };
        let articles: Vec<_> = read.articles.into_iter().map(|i| i.article).collect();
        let text: usize = articles.iter().map(|a| a.text.len()).sum();
        let annotations: usize = articles.iter().map(|a| a.annotations.len()).sum();
        let most = if name.starts_with("zip") { ARCHIVE } else { GROWTH * bytes.len() };
        assert!(text + annotations <= most, "{name}: {text} bytes of text, {annotations} annotations of {} bytes", bytes.len());
        for article in &articles {
            for a in &article.annotations {
                assert!(a.pieces().iter().all(|p| article.text.get(p.range()).is_some()), "{name}: {a:?}");
            }
        }
        let spans: usize = articles.iter().flat_map(|a| &a.annotations).map(|a| a.span.len() + 1_000).sum();
        for format in FORMATS.iter().filter(|_| text < 1 << 20) {
            articles.iter().take(20).for_each(|a| drop(format.losses(a)));
            let written = format.write(&articles).bytes.len();
            let most = 100_000 + 400 * text + 40 * spans + 10_000 * articles.len();
            assert!(written <= most, "{name} in {}: {written} bytes, at most {most}", format.name);
        }
    }
}

#[test]
fn the_good_part_of_a_file_is_read() {
    let files: std::collections::BTreeMap<_, _> = make::files(200).into_iter().collect();
    let read = |name: &str| import("hostile", &files[name]).unwrap_or_else(|e| panic!("{name}: {e}"));
    let half = read("jsonl: every second line is bad");
    assert_eq!((half.articles.len(), half.refused.len()), (100, 100));
    assert_eq!(half.refused[0].to_string(), "JSON, line 2, column 11: expected ident");
    assert_eq!(read("jsonl: a byte order mark").articles.len(), 2);
    assert_eq!(read("zip: many small files").articles.len(), 200);
    assert_eq!(read("zip: texts with annotations").articles.iter().filter(|i| i.article.annotations.len() == 1).count(), 50);
    assert_eq!(read("json: half a character").articles.len(), 1);
    assert_eq!(read("label studio: regions").articles[0].article.annotations.len(), 400);
    let fragments = read("brat: fragments in any order");
    assert_eq!(fragments.articles[0].article.annotations.len(), 200);
    for refused in ["zip: eight bombs that declare little", "zip: files that share bytes", "xml: levels", "webanno: a column of 10^9"] {
        let articles = import("hostile", &files[refused]).map(|r| r.articles.len());
        assert!(articles.as_ref().is_err() || articles == Ok(0), "{refused}: {articles:?}");
    }
}

/// One run of the command line: seconds of processor time, and the greatest memory in MB.
#[cfg(target_os = "linux")]
fn run(path: &std::path::Path, to: &str) -> (String, f64, usize) {
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(["convert", "--to", to])
        .arg(path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let id = child.id();
    let of = |file: &str| std::fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
    let (mut memory, mut ticks) = (0, 0.0);
    let status = loop {
        let peak = of("status").lines().find_map(|l| l.strip_prefix("VmHWM:").and_then(|l| l.trim().split(' ').next()?.parse::<usize>().ok()));
        memory = memory.max(peak.unwrap_or(0));
        let stat = of("stat");
        let fields: Vec<f64> = stat.rsplit_once(')').map_or_else(Vec::new, |(_, f)| f.split_whitespace().map(|n| n.parse().unwrap_or(0.0)).collect());
        ticks = f64::max(ticks, fields.get(11).zip(fields.get(12)).map_or(0.0, |(user, system)| user + system));
        if let Some(status) = child.try_wait().expect("a program that runs") {
            break status;
        }
        if ticks > 6_000.0 {
            let _ = child.kill();
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    };
    (status.code().map_or("ended".to_owned(), |c| c.to_string()), ticks / 100.0, memory / 1024)
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a table of time and memory, in full size"]
fn table() {
    let path = std::env::temp_dir().join(format!("galley-hostile-{}", std::process::id()));
    println!("{:45} {:>9}  status, seconds, MB for native | tei | webanno", "file", "KB");
    for (name, bytes) in make::files(60_000) {
        std::fs::write(&path, &bytes).unwrap();
        let runs: Vec<String> = ["native", "tei", "webanno"]
            .iter()
            .map(|to| run(&path, to))
            .map(|(status, seconds, memory)| {
                assert_ne!(status, "ended", "{name} ends the program");
                format!("{status} {seconds:6.2} {memory:5}")
            })
            .collect();
        println!("{name:45} {:9}  {}", bytes.len() / 1024, runs.join(" | "));
    }
    std::fs::remove_file(&path).unwrap();
}
