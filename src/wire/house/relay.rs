//! What stands between the page and the engine's worker where a person has rules.

use crate::annotation::Edits;
use crate::rules::Rules;
use crate::session::{Mirror, Retold, Update};
use crate::wire::whole::Parts;
use crate::wire::{Pass, ToWorker};

/// What goes to the page: an update, with what the text was read, and how long the engine took.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What changed for the page.
    pub update: Update,
    /// As the engine said.
    pub pass: Pass,
    /// As the engine said, in microseconds.
    pub micros: u32,
}

/// Listens to both, and adds what the rules find to what the engine says.
#[derive(Debug, Default)]
pub struct Relay {
    rules: Rules,
    /// The text that the page sent last.
    text: String,
    revision: u32,
    /// The edits that were sent last, until the first answer to them, and the text before them.
    unanswered: Option<(u32, String, Edits)>,
    /// What the engine knows.
    heard: Mirror,
    /// What the page was told.
    retold: Retold,
    parts: Parts,
    /// What was said of the text as it is.
    last: Option<(bool, Pass, u32)>,
}

impl Relay {
    /// With these rules.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        Self { rules, ..Self::default() }
    }

    /// What the page asks of the engine, which is asked the same.
    pub fn ask(&mut self, message: &ToWorker) {
        self.last = None;
        match message {
            ToWorker::Open { revision, text, edits } => {
                self.text = edits.iter().fold(text.clone(), |before, edits| edits.apply(&before));
                self.revision = *revision;
                self.unanswered = None;
                self.heard = Mirror::new();
                self.retold = Retold::new();
                self.parts.clear();
            }
            ToWorker::Edit { revision, edits } => {
                let after = edits.apply(&self.text);
                let before = std::mem::replace(&mut self.text, after);
                self.revision = *revision;
                self.unanswered = Some((*revision, before, edits.clone()));
            }
        }
    }

    /// What the engine answers, part by part; what is told of it where it is the last part, and of the text as it is.
    pub fn answer(&mut self, update: Update, last: bool, pass: Pass, micros: u32) -> Option<Told> {
        let whole = self.parts.take(update, last)?;
        if let Some((_, before, edits)) = self.unanswered.take_if(|(asked, ..)| *asked == whole.revision) {
            self.heard.edit(&before, &edits);
            self.retold.edit(&before, &edits);
        }
        let (revision, settled) = (whole.revision, whole.settled);
        self.heard.update(whole);
        // Of a text that changed meanwhile the page hears nothing: it would carry over what is not there for it any more.
        if revision != self.revision {
            return None;
        }
        self.last = Some((settled, pass, micros));
        self.tell()
    }

    /// Other rules; what is told of them, where there is something to tell it of.
    pub fn change(&mut self, rules: Rules) -> Option<Told> {
        self.rules = rules;
        self.tell()
    }

    fn tell(&mut self) -> Option<Told> {
        let (settled, pass, micros) = self.last?;
        let mut analysis = self.heard.analysis().clone();
        self.rules.apply(&self.text, &mut analysis);
        Some(Told { update: self.retold.tell(self.revision, settled, analysis), pass, micros })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::between;
    use crate::rules::RuleFile;
    use crate::session::Session;
    use crate::{Analysis, Layers, Models, analyse};

    const RULES: &str = "[[rule]]\nname = \"ships\"\npattern = 'MV [A-Z]\\w+'\nmark = \"entity\"\nlabel = \"SHIP\"\n[[rule]]\nname = \"quoted\"\ntext = \"late\"\nwhere = \"quotations\"\n[[rule]]\nname = \"typo\"\ntext = \"teh\"\nmark = \"never\"\n";

    fn rules(toml: &str) -> Rules {
        RuleFile::read(toml).into_rules()
    }

    /// Page, relay and engine; the page hears what the relay tells.
    struct Talk {
        session: Session,
        relay: Relay,
        page: Mirror,
        text: String,
    }

    impl Talk {
        fn open(text: &str) -> Self {
            let mut relay = Relay::new(rules(RULES));
            relay.ask(&ToWorker::Open { revision: 1, text: text.into(), edits: Vec::new() });
            let mut talk = Self { session: Session::open(1, text.into(), Models::default(), Layers::ALL), relay, page: Mirror::new(), text: text.into() };
            talk.settle();
            talk
        }

        fn hear(&mut self, told: Option<Told>) {
            if let Some(told) = told {
                self.page.update(told.update);
            }
        }

        fn settle(&mut self) {
            while !self.session.is_settled() {
                if let Some(update) = self.session.settle() {
                    let told = self.relay.answer(update, true, Pass::Full, 1);
                    self.hear(told);
                }
            }
        }

        fn edit(&mut self, revision: u32, after: &str) {
            let edits = between(&self.text, after);
            self.relay.ask(&ToWorker::Edit { revision, edits: edits.clone() });
            let update = self.session.edit(revision, &edits).unwrap();
            self.page.edit(&self.text, &edits);
            self.text = after.into();
            let told = self.relay.answer(update, true, Pass::Full, 1);
            self.hear(told);
        }

        fn is_right(&self, rules: &Rules) {
            let mut wanted = analyse(&self.text, &Models::default(), Layers::ALL);
            rules.apply(&self.text, &mut wanted);
            let say = |a: &Analysis| a.annotations.iter().map(|a| (a.span, a.label.clone(), a.rule.clone(), a.edits.clone())).collect::<Vec<_>>();
            assert_eq!(say(self.page.analysis()), say(&wanted));
            assert_eq!(self.page.analysis().relations.len(), wanted.relations.len());
        }
    }

    #[test]
    fn the_page_has_what_analysis_and_rules_say_natively() {
        let mut talk = Talk::open("“The MV Quibble is late,” said Lena Ortiz. teh ferry is late.\n\nTom Hale saw the MV Quibble.");
        talk.is_right(&rules(RULES));
        talk.edit(2, "Then “the MV Quibble is late,” said Lena Ortiz. teh ferry is late.\n\nTom Hale saw the MV Quibble.");
        talk.settle();
        talk.is_right(&rules(RULES));
        talk.edit(3, "Then the MV Quibble came. teh ferry is late.\n\nTom Hale saw the MV Quibble.");
        talk.settle();
        talk.is_right(&rules(RULES));
        let told = talk.relay.change(Rules::default());
        talk.hear(told);
        talk.is_right(&Rules::default());
        let told = talk.relay.change(rules(RULES));
        talk.hear(told);
        talk.is_right(&rules(RULES));
    }

    #[test]
    fn a_late_answer_is_taken_in_and_not_told() {
        let mut relay = Relay::new(rules(RULES));
        let (first, second) = ("The MV Quibble.", "The old MV Quibble.");
        relay.ask(&ToWorker::Open { revision: 1, text: first.into(), edits: Vec::new() });
        relay.ask(&ToWorker::Edit { revision: 2, edits: between(first, second) });
        let empty = |revision| Update { revision, settled: true, ..Update::default() };
        assert_eq!(relay.answer(empty(1), true, Pass::Full, 1), None);
        assert_eq!(relay.change(rules(RULES)), None, "of a text that nobody has read nothing is told");
        assert_eq!(relay.answer(empty(2), false, Pass::Full, 1), None);
        let told = relay.answer(empty(2), true, Pass::Full, 1).unwrap();
        assert_eq!(told.update.annotations[0].insert[0].span.of(second), "MV Quibble");
    }
}
