//! How safe a person's work is, in words.

/// How safe the work on the article on the desk is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Safety {
    /// Nothing to keep yet.
    #[default]
    Nothing,
    /// Being written, or typed.
    Writing,
    /// All of it is on this device, since when (milliseconds since 1970).
    Kept(u64),
    /// Some of it is in this tab alone.
    Unkept(Unkept),
}

/// Why work is in this tab alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// The browser keeps nothing for this page; its reason.
    Missing(String),
    /// The space is full.
    Full,
    /// Writing fails, and is tried again; the browser's reason.
    Failing(String),
    /// This article cannot be written; the browser's reason.
    Parked(String),
    /// It was deleted for good in another tab.
    Deleted,
}

impl Unkept {
    /// Why, to follow "Not saved: ".
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Unkept::Missing(reason) | Unkept::Failing(reason) => reason.clone(),
            Unkept::Full => "there is no space left for this page".into(),
            Unkept::Parked(_) => "this article cannot be saved".into(),
            Unkept::Deleted => "this article was deleted for good in another tab".into(),
        }
    }

    /// The same as a sentence of its own.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        match self {
            Unkept::Missing(_) => "This browser keeps no articles for this page.",
            Unkept::Full => "The space that the browser gives this page is full.",
            Unkept::Failing(_) => "Saving does not work just now.",
            Unkept::Parked(_) => "This article cannot be saved.",
            Unkept::Deleted => "Deleted for good in another tab.",
        }
    }

    /// What it means, and what helps.
    #[must_use]
    pub fn advice(&self) -> String {
        match self {
            Unkept::Missing(_) => {
                "Everything works, but what you do is gone when the tab is closed: download it before. A private window or blocked site data \
                                   may be the reason."
                    .into()
            }
            Unkept::Full => {
                "What you do now is in this tab alone. Free some space: on the start page, delete articles in the bin for good; outside this page, \
                             remove files or what other sites keep. Saving goes on by itself once there is space. Until then leave this tab open, or download \
                             the article."
                    .into()
            }
            Unkept::Failing(_) => "It is tried again every few seconds. Leave this tab open, or download the article.".into(),
            Unkept::Parked(reason) => format!(
                "The browser refuses to keep it ({reason}). What you do to it is in this tab alone: download it, or split a very long text into several articles. \
                 Everything else goes on being saved."
            ),
            Unkept::Deleted => "What you see is in this tab alone, and nothing more of it is saved.".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_says_what_to_do() {
        let all = [Unkept::Missing("no".into()), Unkept::Full, Unkept::Failing("no".into()), Unkept::Parked("no".into()), Unkept::Deleted];
        for why in all {
            assert!(!why.reason().is_empty() && why.advice().ends_with('.'), "{why:?}");
            assert!(!why.advice().contains("  "), "{why:?}");
        }
        assert!(Unkept::Full.advice().contains("delete articles"));
    }
}
