//! The command line as a person uses it: files that are not there, disks that are full, lines that are broken.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for a test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("galley-cli-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content).expect("room for a small file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn galley(arguments: &[&str], paths: &[&Path]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_galley"));
    command.args(arguments).args(paths).stdin(Stdio::null());
    command
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn convert(to: &str, output: &Path, inputs: &[&Path]) -> Output {
    galley(&["convert", "--to", to, "-o", output.to_str().expect("a plain path")], inputs).output().expect("the program starts")
}

const GOOD: &[u8] = b"{\"text\": \"Ana Reyes left.\", \"label\": [[0, 9, \"PERSON\"]]}\n";

#[test]
fn a_file_that_cannot_be_read_is_not_written_over() {
    let folder = Folder::new("over");
    let bad = folder.file("bad.jsonl", b"{\"text\": \xff}");
    let done = convert("native", &bad, &[&bad]);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(std::fs::read(&bad).unwrap(), b"{\"text\": \xff}");
    // Nor where another file could be read, nor where part of it could.
    let good = folder.file("good.jsonl", GOOD);
    assert_eq!(convert("native", &bad, &[&bad, &good]).status.code(), Some(2));
    assert_eq!(std::fs::read(&bad).unwrap(), b"{\"text\": \xff}");
    let half = [GOOD, b"{\"text\": nothing}\n"].concat();
    let mixed = folder.file("mixed.jsonl", &half);
    let done = convert("native", &mixed, &[&mixed]);
    assert!(told(&done).contains("name another file"), "{}", told(&done));
    assert_eq!(std::fs::read(&mixed).unwrap(), half);
}

#[test]
fn a_mistyped_input_writes_nothing() {
    let folder = Folder::new("mistyped");
    let kept = folder.file("kept.csv", b"good");
    let done = convert("csv", &kept, &[&folder.0.join("nowhere.txt")]);
    assert_eq!(done.status.code(), Some(2));
    assert!(done.stdout.is_empty() && told(&done).contains("nothing is written"), "{}", told(&done));
    assert_eq!(std::fs::read(&kept).unwrap(), b"good");
    let done = galley(&["convert", "--to", "csv"], &[&folder.0.join("nowhere.txt")]).output().unwrap();
    assert!(done.stdout.is_empty(), "no header of a table without rows");
}

#[test]
fn a_file_may_be_converted_in_its_place() {
    let folder = Folder::new("place");
    let file = folder.file("a.jsonl", GOOD);
    assert_eq!(convert("native", &file, &[&file]).status.code(), Some(0));
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"format\":\"galley\""));
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn what_could_be_read_is_written_and_the_rest_named() {
    let folder = Folder::new("rest");
    let mixed = folder.file("mixed.jsonl", &[GOOD, "{\"text\": \"é\", oh}\n".as_bytes(), GOOD].concat());
    let out = folder.0.join("out.jsonl");
    let done = convert("doccano", &out, &[&mixed]);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 2);
    assert!(told(&done).contains("mixed.jsonl: JSON, line 2, column 15: key must be a string"), "{}", told(&done));
    let done =
        galley(&["annotate"], &[&folder.file("b.jsonl", b"{\"id\":1,\"text\":\"Ana left.\"}\n{\"id\":2}\n{\"id\":3,\"text\":\"Yes.\"}\n")]).output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stdout).lines().count()), (Some(2), 2));
    assert!(told(&done).contains("b.jsonl:2:8: missing field `text`; expected"), "{}", told(&done));
}

#[test]
fn lines_come_from_standard_input_whatever_stands_before_them() {
    let folder = Folder::new("input");
    for before in ["", "\n \n", "\u{feff}", "\u{feff}\r\n"] {
        let input = folder.file("in", format!("{before}{{\"id\":\"a\",\"text\":\"Ana left.\"}}\n").as_bytes());
        let mut command = galley(&["annotate", "-"], &[]);
        let done = command.stdin(std::fs::File::open(&input).unwrap()).output().unwrap();
        let line = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(line.contains("\"id\":\"a\""), "{before:?}: {line}{}", told(&done));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_no_command() {
    let folder = Folder::new("full");
    let text = folder.file("a.txt", b"Ana Reyes left .");
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for arguments in [["repair", "--"], ["annotate", "--"]] {
        let done = galley(&arguments, &[&text, &folder.0.join("nowhere.txt")]).stderr(full()).output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(!done.stdout.is_empty());
    }
    let done = galley(&["convert", "--to", "csv"], &[&text]).stderr(full()).output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    let done = galley(&["repair"], &[&text]).stdout(full()).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(told(&done).contains("standard output"), "{}", told(&done));
}

#[test]
fn a_text_past_all_bounds_is_refused_in_one_line() {
    let folder = Folder::new("long");
    let long = folder.file("long.txt", &vec![b'a'; 33_000_000]);
    for command in ["annotate", "repair"] {
        let done = galley(&[command], &[&long]).output().unwrap();
        assert_eq!((done.status.code(), told(&done).lines().count()), (Some(2), 1), "{}", told(&done));
        assert!(told(&done).contains("longer than 32 MB"));
    }
    let done = galley(&["convert", "--to", "text"], &[&long]).output().unwrap();
    assert!(done.stdout.is_empty() && told(&done).contains("split it first"), "{}", told(&done));
}

/// A person's own rules: mistakes are told with their place, the other rules work, and what they find can be counted first.
#[test]
fn a_file_of_rules_is_used_and_tried() {
    let folder = Folder::new("rules");
    let article = folder.file("a.txt", b"Port Avelle council meets\n\nSign up for the Harbour Letter!\n\nThe ferry was late.\n");
    let other = folder.file("b.txt", b"The ferry was early.\n");
    let good = "[[rule]]\nname = \"prompt\"\ntext = \"Sign up for the Harbour Letter!\"\nwhere = \"lines\"\nreplace = \"\"\n";
    let rules = folder.file("good.toml", good.as_bytes());
    let spoilt = folder.file("spoilt.toml", format!("{good}\n[[rule]]\nname = \"bad\"\npattern = '(ferry'\n").as_bytes());
    let run = |command: &str, rules: &Path, paths: &[&Path]| {
        galley(&[command, "--rules", rules.to_str().expect("a plain path")], paths).output().expect("the program starts")
    };

    let annotated = run("annotate", &rules, &[&article]);
    assert!(annotated.status.success(), "{}", told(&annotated));
    assert!(String::from_utf8_lossy(&annotated.stdout).contains("\"house.prompt\""));
    let repaired = run("repair", &spoilt, &[&article]);
    assert_eq!(repaired.status.code(), Some(2));
    assert!(told(&repaired).contains("spoilt.toml:9:12: unclosed group"), "{}", told(&repaired));
    assert_eq!(String::from_utf8_lossy(&repaired.stdout), "Port Avelle council meets\n\nThe ferry was late.\n");
    let missing = run("annotate", Path::new("/nowhere/rules.toml"), &[&article]);
    assert_eq!((missing.status.code(), missing.stdout.is_empty()), (Some(2), true));

    let check = galley(&["rules", "check"], &[&rules, &article, &other]).output().expect("the program starts");
    assert!(check.status.success());
    assert_eq!(String::from_utf8_lossy(&check.stdout), "a.txt: prompt 1\nb.txt: nothing\n");
    assert!(told(&check).contains("prompt: 1 place in 1 of 2 articles"), "{}", told(&check));
    let alone = galley(&["rules", "check"], &[&spoilt]).output().expect("the program starts");
    assert_eq!(alone.status.code(), Some(2));
}

/// A folder speaks for itself: a line that three articles share is the page's.
#[test]
fn what_articles_say_together_is_marked() {
    let folder = Folder::new("together");
    let body = ["The ferry was late on Monday.", "Nobody at the school knew of it.", "The tower was painted green."];
    let files: Vec<PathBuf> =
        body.iter().enumerate().map(|(n, b)| folder.file(&format!("{n}.txt"), format!("{b}\n\nFollow us wherever the harbour goes\n").as_bytes())).collect();
    let copy = folder.file("copy.txt", format!("{}\n\nFollow us wherever the harbour goes\n", body[0]).as_bytes());
    let paths: Vec<&Path> = files.iter().chain([&copy]).map(PathBuf::as_path).collect();
    let annotated = galley(&["annotate", "--together"], &paths).output().expect("the program starts");
    assert!(annotated.status.success(), "{}", told(&annotated));
    assert!(told(&annotated).contains("copy.txt: the same words as 0.txt"), "{}", told(&annotated));
    let out = String::from_utf8_lossy(&annotated.stdout);
    assert_eq!(out.matches("tands in 3 of 4 articles: 0.txt, 1.txt, 2.txt").count(), 4, "{out}");
    let alone = galley(&["annotate", "--together", "-"], &[]).output().expect("the program starts");
    assert_eq!(alone.status.code(), Some(2));
}
