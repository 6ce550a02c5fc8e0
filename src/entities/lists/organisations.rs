//! Organisations, and the words of their names.

use crate::lexicon::{PhraseSet, WordClass, WordSet};

/// Organisations of one name.
pub(in crate::entities) const ORGANISATIONS: PhraseSet = PhraseSet::new(
    "ABC|ACLU|African Union|Al Jazeera|Al Qaeda|Amazon|Apple|Associated Press|BBC|Bloomberg|Boeing|Boko Haram|CBS|CIA|CNN|Central Bank|Congress|DOJ|\
     Democratic Party|EPA|European Union|FBI|FDA|Facebook|Fox News|GOP|Goldman Sachs|Google|Hamas|Hezbollah|House of Representatives|IMF|IRS|ISIS|\
     Interpol|Islamic State|Justice Department|Kremlin|Labour Party|MSNBC|Microsoft|NASA|NATO|NBC|NPR|NSA|Netflix|New York Times|OPEC|Parliament|\
     Pentagon|Politico|Red Cross|Republican Party|Reuters|SEC|Samsung|Scotland Yard|Security Council|Senate|State Department|Supreme Court|Taliban|\
     Tesla|Toyota|Twitter|U.N.|UN|UNESCO|UNICEF|Uber|United Nations|WHO|Wall Street Journal|Walmart|Washington Post|White House|World Bank",
);

/// Words that name a kind of organisation wherever they end a name.
pub(in crate::entities) const ORGANISATION_KINDS: WordSet = WordSet::new(
    "Agency Airlines Airways Alliance Association Authority Board Bureau Commission Committee Company Corp Corp. Corporation Council Court \
     Department Federation Foundation Guard Inc Inc. Industries Institute League Ltd Ltd. Ministry Movement Organisation Organization Parliament \
     Party Police Senate",
);

/// The last or first word of organisations' names.
/// The last or first word of organisations' names.
pub(in crate::entities) const ORGANISATION_WORDS: WordClass = WordClass::of(&[
    ORGANISATION_KINDS,
    WordSet::new(
        "Administration Bank Club College Confederation Congress Force Forum Front Fund Group Institution Journal Network News Office Partnership Post \
     Press School Service Services Society Systems Team Times Tribune Union United University",
    ),
]);

/// How names of companies end.
pub(in crate::entities) const COMPANY_ENDINGS: WordSet = WordSet::new("AG Co Co. Corp Corp. Corporation Inc Inc. LLC Limited Ltd Ltd. PLC Plc SA plc");
