//! How the name behind a source was found.

/// How the name behind a source was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// The source says it.
    Named,
    /// A pronoun, read as the person named before.
    Pronoun,
    /// "the Florida senator", read as a person described so or quoted just before.
    Description,
    /// "the department", read as the organisation whose name has the word.
    Organisation,
    /// A document, read as its issuer's.
    Issuer,
    /// Nothing: the source has no name.
    None,
}
