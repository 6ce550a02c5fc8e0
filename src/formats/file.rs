//! The files that an export writes, and their names.

use std::collections::{BTreeMap, BTreeSet};

use super::article::Article;

/// A file that an export writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    pub(super) fn text(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), bytes: text.into_bytes() }
    }
}

/// Names for the files of `articles`: their ids without an extension or anything that a file system minds, no two alike.
pub(super) fn names(articles: &[Article]) -> Vec<String> {
    let mut used = BTreeSet::new();
    // The last number that a name was given: thousands of articles of one name do not count from 1 each.
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let name = |article: &Article| {
        let stem = [".txt", ".html", ".htm", ".md", ".json"].into_iter().find_map(|e| article.id.strip_suffix(e)).unwrap_or(&article.id);
        let clean: String = stem.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ') { c } else { '_' }).take(80).collect();
        let clean = clean.trim_matches(['.', ' ']).to_owned();
        let clean = if clean.is_empty() { "article".to_owned() } else { clean };
        // File systems that fold case would write one over the other.
        let n = last.entry(clean.to_lowercase()).or_insert(0);
        loop {
            *n += 1;
            let free = if *n == 1 { clean.clone() } else { format!("{clean}-{n}") };
            if used.insert(free.to_lowercase()) {
                return free;
            }
        }
    };
    articles.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_are_alike() {
        let of = |ids: &[&str]| names(&ids.iter().map(|id| Article::of_text(id, "")).collect::<Vec<_>>());
        assert_eq!(of(&["d", "D.txt", "d-2", "d", "../e", ""]), ["d", "D-2", "d-2-2", "d-3", "_e", "article"]);
        let many = vec![Article::of_text("same", ""); 20_000];
        assert_eq!(names(&many).into_iter().collect::<BTreeSet<_>>().len(), 20_000);
    }
}
