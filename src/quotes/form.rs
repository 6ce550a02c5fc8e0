//! The form in which a verb stands.

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "said", "has said", "is saying"
    Finite,
    /// "saying"
    Participle,
    /// "to say"
    Infinitive,
    /// "did not say", "has never said"
    Negated,
    /// "by saying", "after saying"
    Gerund,
    /// "is said"
    Passive,
    /// "is not said"
    NotPassive,
    /// "a letter released by"
    Reduced,
    /// "is sure", "seems likely"
    Adjective,
    /// "the plan is to leave"
    Predicate,
    /// "a claim"
    Noun,
    /// "her claim", "a claim by Ortiz"
    Owned,
    /// "Ortiz made a claim"
    Light,
}

impl Form {
    const ALL: &[(Form, &'static str)] = &[
        (Form::Finite, "finite"),
        (Form::Participle, "participle"),
        (Form::Infinitive, "infinitive"),
        (Form::Negated, "negated"),
        (Form::Gerund, "gerund"),
        (Form::Passive, "passive"),
        (Form::NotPassive, "not-passive"),
        (Form::Reduced, "reduced"),
        (Form::Adjective, "adjective"),
        (Form::Predicate, "predicate"),
        (Form::Noun, "noun"),
        (Form::Owned, "owned"),
        (Form::Light, "light"),
    ];

    /// The name in the table of frames.
    pub(super) fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(form, _)| *form == self).map_or("", |(_, name)| name)
    }

    /// The form with this name.
    pub(super) fn named(name: &str) -> Option<Form> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(form, _)| *form)
    }
}
