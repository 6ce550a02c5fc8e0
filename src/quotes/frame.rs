//! The frames in which verbs report: what stands beside them.

/// The shape of what follows a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frame {
    /// "that the roof leaks"
    That,
    /// "the roof leaks"
    Bare,
    /// "to mend the roof"
    To,
    /// "the mayor to mend the roof"
    ObjectTo,
    /// "whether the roof leaks", "how it came about"
    Wh,
    /// "mending the roof"
    Gerund,
    /// "the mayor of neglect", "the mayor for mending it"
    ObjectWith,
    /// "the roof as a danger"
    ObjectAs,
    /// "the roof"
    Object,
    /// "him", "it"
    Pronoun,
    /// "for a new roof", by its preposition
    For,
    On,
    About,
    Of,
    With,
    Against,
    In,
    At,
    Into,
    Over,
    From,
    By,
    As,
    /// "to the plan"
    Toward,
    /// "out the plan", past a particle
    Particle,
    /// What the subject is said to be or do, with the subject: "the vote | is expected | to be close"
    Raised,
    /// The subject of a passive, with its agent after it: "the plan | was rejected | by the council"
    Agent,
    /// The subject of a passive alone: "the plan | was announced"
    Alone,
}

impl Frame {
    /// All frames, in order.
    const ALL: &[(Frame, &'static str)] = &[
        (Frame::That, "that"),
        (Frame::Bare, "bare"),
        (Frame::To, "to"),
        (Frame::ObjectTo, "object-to"),
        (Frame::Wh, "wh"),
        (Frame::Gerund, "gerund"),
        (Frame::ObjectWith, "object-with"),
        (Frame::ObjectAs, "object-as"),
        (Frame::Object, "object"),
        (Frame::Pronoun, "pronoun"),
        (Frame::For, "for"),
        (Frame::On, "on"),
        (Frame::About, "about"),
        (Frame::Of, "of"),
        (Frame::With, "with"),
        (Frame::Against, "against"),
        (Frame::In, "in"),
        (Frame::At, "at"),
        (Frame::Into, "into"),
        (Frame::Over, "over"),
        (Frame::From, "from"),
        (Frame::By, "by"),
        (Frame::As, "as"),
        (Frame::Toward, "toward"),
        (Frame::Particle, "particle"),
        (Frame::Raised, "raised"),
        (Frame::Agent, "agent"),
        (Frame::Alone, "alone"),
    ];

    /// The name in the table.
    pub(super) fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(frame, _)| *frame == self).map_or("", |(_, name)| name)
    }

    /// The frame with this name.
    pub(super) fn named(name: &str) -> Option<Frame> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(frame, _)| *frame)
    }

    /// The frame of a preposition.
    pub(super) fn of_preposition(word: &str) -> Option<Frame> {
        Some(match word {
            "for" => Frame::For,
            "on" | "upon" => Frame::On,
            "about" => Frame::About,
            "of" => Frame::Of,
            "with" => Frame::With,
            "against" => Frame::Against,
            "in" => Frame::In,
            "at" => Frame::At,
            "into" => Frame::Into,
            "over" => Frame::Over,
            "from" => Frame::From,
            "by" => Frame::By,
            "as" => Frame::As,
            "to" | "toward" | "towards" => Frame::Toward,
            _ => return None,
        })
    }
}
