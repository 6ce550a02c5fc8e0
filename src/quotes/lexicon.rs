//! What single words can be: the closed classes of English, nouns that name sources, and the verbs of [`super::cues`].

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use super::cues::{ADJECTIVES, BASE, CUE_ADJECTIVE, CUE_NOUN, Flags, ING, NOUNISH, NOUNS, OTHER_VERBS, PAST, THIRD, VERB, VERBS};
use crate::fnv::Fnv;
use crate::lexicon::WordSet;

/// "the", "a", "his", "some".
pub(super) const DETERMINER: Flags = Flags::only(16);
/// "he", "they", "it": may be a subject.
pub(super) const PRONOUN: Flags = Flags::only(17);
/// "of", "in", "to".
pub(super) const PREPOSITION: Flags = Flags::only(18);
/// "and", "or", "but".
pub(super) const CONJUNCTION: Flags = Flags::only(19);
/// Opens a subordinate clause: "that", "because", "while".
pub(super) const SUBORDINATOR: Flags = Flags::only(20);
/// "who", "which", "what", "how", "why", "where", "when", "whether".
pub(super) const WH: Flags = Flags::only(21);
/// A finite auxiliary: "is", "has", "would", "didn't" without its clitic.
pub(super) const AUXILIARY: Flags = Flags::only(22);
/// A form of "be".
pub(super) const BE: Flags = Flags::only(23);
/// "would", "may", "will".
pub(super) const MODAL: Flags = Flags::only(24);
/// "also", "later", "however"; words in -ly are recognised by their ending.
pub(super) const ADVERB: Flags = Flags::only(25);
/// "Monday", "yesterday", "week", "May".
pub(super) const TIME: Flags = Flags::only(26);
/// "not", "n't", "never".
pub(super) const NEGATION: Flags = Flags::only(27);
/// A person without a name: "official", "source", "spokeswoman".
pub(super) const PERSON_NOUN: Flags = Flags::only(28);
/// Several people without names: "officials", "critics", "people".
pub(super) const PEOPLE_NOUN: Flags = Flags::only(29);
/// "statement", "report", "poll".
pub(super) const DOCUMENT_NOUN: Flags = Flags::only(30);
/// "department", "agency", "campaign".
pub(super) const BODY_NOUN: Flags = Flags::only(31);
/// Says that what follows in marks is a word: "word", "term", "phrase".
pub(super) const WORD_NOUN: Flags = Flags::only(32);
/// Says that what follows in marks is a work: "film", "book", "series".
pub(super) const WORK_NOUN: Flags = Flags::only(33);
/// Stands before a name: "Sen.", "President", "Mr.".
pub(super) const TITLE: Flags = Flags::only(34);
/// A woman: "she", "Mrs.", "spokeswoman".
pub(super) const FEMALE: Flags = Flags::only(35);
/// A man: "he", "Mr.", "spokesman".
pub(super) const MALE: Flags = Flags::only(36);
/// Seems to say so: "reportedly", "allegedly", "so-called".
pub(super) const DISTANCING: Flags = Flags::only(37);

/// The classes that tell one way of writing a source from another, each with its words in lower case. They stand apart so that
/// whoever needs them alone has nothing else to load.
#[rustfmt::skip]
const SOURCES: &[(Flags, &str)] = &[
    (DETERMINER, "the a an his her its their our my your this that these those some any every each no another several many most both all few one two three four five \
                  six seven eight nine ten dozens hundreds thousands other more other such what whose either neither"),
    (PERSON_NOUN, "official officer source person spokesperson aide adviser advisor analyst expert lawyer attorney prosecutor judge senator congressman governor mayor \
                   president minister secretary director manager chairman chair chief leader member lawmaker legislator candidate nominee rival opponent supporter \
                   voter resident neighbor neighbour witness victim friend relative father doctor professor scientist \
                   researcher economist historian strategist pollster consultant operative activist advocate author writer reporter journalist columnist \
                   editor producer executive employee worker teacher student pastor reverend bishop priest sheriff detective investigator agent soldier veteran general \
                   captain commander diplomat ambassador envoy delegate insider businessman billionaire mogul tycoon star democrat republican \
                   conservative liberal independent moderator host anchor commissioner councilman superintendent clerk owner founder guest coach player \
                   lobbyist scholar academic engineer hacker blogger investor caller attendee protester demonstrator passer-by bystander customer critic representative staffer deputy counsel successor predecessor \
                   man boy guy husband brother son uncle nephew grandfather spokesman king prince actor singer rapper comedian frontrunner front-runner ex-wife"),
    (PERSON_NOUN.and(FEMALE), "spokeswoman woman girl mother wife sister daughter aunt niece grandmother congresswoman chairwoman businesswoman councilwoman actress queen princess first-lady"),
    (PEOPLE_NOUN, "officials officers sources people persons spokespeople spokesmen spokeswomen aides advisers advisors analysts experts lawyers attorneys prosecutors judges senators \
                   congressmen governors mayors ministers directors managers leaders members lawmakers legislators candidates rivals opponents supporters voters residents neighbors neighbours \
                   witnesses victims friends relatives parents doctors professors scientists researchers economists historians strategists pollsters consultants operatives \
                   activists advocates authors writers reporters journalists columnists editors executives employees workers teachers students democrats republicans conservatives liberals independents \
                   critics observers insiders allies organizers organisers protesters demonstrators police investigators authorities diplomats delegates staffers representatives \
                   backers donors fans americans men women others some many most few critics opponents proponents skeptics sceptics pundits respondents participants \
                   christians muslims jews evangelicals groups veterans families crowd crowds audience majority scholars academics engineers nurses farmers drivers owners celebrities bishops \
                   priests generals commanders soldiers troops players coaches singers actors producers hosts moderators bloggers commenters users customers consumers investors traders bankers \
                   landlords tenants passengers tourists kids children folks individuals adults youths millennials retirees citizens taxpayers lobbyists hackers militants rebels jurors \
                   defendants plaintiffs campaigners astronomers physicians paramedics firefighters rescuers volunteers pilots detectives inspectors regulators forecasters meteorologists \
                   climatologists epidemiologists biologists chemists physicists psychologists archaeologists conservationists environmentalists shareholders creditors villagers fishermen miners \
                   builders developers planners brokers councillors councilors commissioners trustees backbenchers envoys negotiators mediators peacekeepers exiles dissidents pensioners commuters \
                   cyclists motorists pedestrians locals clients immigrants refugees migrants neighbourhoods companies businesses agencies firms unions governments countries nations newspapers outlets"),
];

/// The other classes.
#[rustfmt::skip]
const CLASSES: &[(Flags, &str)] = &[
    (PRONOUN.and(MALE), "he"),
    (PRONOUN.and(FEMALE), "she"),
    (PRONOUN, "it they we i you who there everyone everybody someone somebody nobody anyone everything something anything nothing others many some most both one none those these this that"),
    (PREPOSITION, "of in on at to for from by with about into onto over under after before between among amid against during through throughout without within \
                   toward towards upon via near behind beyond beside besides despite except outside inside around across along above below off out since until till \
                   like unlike per as than alongside aboard regarding concerning following up down"),
    (CONJUNCTION, "and or but nor yet so & plus"),
    (SUBORDINATOR, "that because while although though when whenever if unless since until after before as once whereas where whether lest even"),
    (WH, "who whom whose which what how why where when whether if whoever whatever"),
    (AUXILIARY.and(BE).and(VERB), "is are was were am 's 're"),
    (BE.and(VERB), "be been being"),
    (AUXILIARY.and(VERB), "has have had do does did 've 'd"),
    (MODAL.and(AUXILIARY).and(VERB), "will would can could may might must shall should cannot wo ca 'll"),
    (VERB, "having doing done"),
    (ADVERB, "also later then still again now however though meanwhile even just only ever soon once twice first next already too instead rather quite very often always \
              sometimes earlier afterward afterwards further thus therefore moreover nonetheless nevertheless otherwise perhaps maybe here there today yesterday tomorrow tonight \
              ago back away together aloud outright indeed long once else almost about yet so ahead well further online onstage jokingly early late elsewhere overnight"),
    (TIME, "monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun. today yesterday tomorrow tonight january february march april may june july august \
            september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. morning afternoon evening night summer autumn winter week month year weekend day \
            weeks months years days hours minutes hour minute early late earlier later last next ago recently midday noon midnight a.m. p.m. am pm year's"),
    (NEGATION, "not n't never hardly cannot"),
    (MALE, "spokesman man boy father husband brother son uncle nephew grandfather congressman chairman businessman councilman king prince actor"),
    (DOCUMENT_NOUN, "statement report poll letter memo memorandum email e-mail document documents filing complaint lawsuit indictment affidavit study survey book article editorial \
                     story column post tweet message note notice release headline transcript text script ad advertisement commercial website page bill law order ruling decision \
                     opinion petition caption sign placard banner subject inscription analysis review data findings figures records emails polls studies surveys reports documents letters \
                     messages tweets disclosure disclosures summary resolution platform pamphlet brochure flier flyer essay op-ed paper"),
    (BODY_NOUN, "department agency campaign administration government ministry office committee commission company firm group organization organisation party union court police \
                 university network newspaper paper magazine outlet bureau board council house senate congress parliament team club bank foundation association coalition \
                 institute center centre corporation hospital school church military army navy embassy task force publication super pac pac site channel press media"),
    (WORD_NOUN, "word words term terms phrase phrases expression label slogan motto moniker nickname adjective noun verb epithet hashtag slur buzzword catchphrase acronym mantra"),
    (WORK_NOUN, "film movie book novel series show song album play musical sitcom documentary drama memoir poem painting single program programme podcast essay episode opera ballet \
                 game comedy thriller autobiography biography track blog column magazine titled entitled"),
    (TITLE, "mr. mrs. ms. miss dr. prof. sen. rep. gov. gen. col. sgt. lt. capt. maj. adm. rev. sir dame lord lady president vice senator representative congressman congresswoman governor mayor \
             secretary attorney general judge justice chief minister chancellor prime king queen prince princess pope father sister professor doctor officer sheriff detective director \
             chairman chairwoman spokesman spokeswoman spokesperson ambassador commissioner speaker leader candidate nominee former acting deputy senior assistant mr mrs ms dr sen rep gov ex-president"),
    (FEMALE, "mrs. ms. miss mrs ms dame lady queen princess sister"),
    (MALE, "mr. mr sir lord king prince pope"),
    (DISTANCING, "so-called self-described self-proclaimed self-styled supposed alleged purported ostensible quote-unquote aka"),
];

/// What a word can be, and which verb it is a form of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub flags: Flags,
    /// The number of the verb, or noun of speech, for [`verb`]; 0 for any other word.
    pub verb: u16,
}

/// What `word` can be. Any case; clitics with either apostrophe.
#[must_use]
pub(super) fn flags(word: &str) -> Flags {
    entry(word).flags
}

/// True where `word`, in lower case, is of `class`: one of those of [`SOURCES`].
#[must_use]
pub(super) fn is_of_source(word: &str, class: Flags) -> bool {
    SOURCES.iter().filter(|(flags, _)| flags.has(class)).any(|(_, words)| words.split_ascii_whitespace().any(|w| w == word))
}

/// What `word` can be, and of which verb it is a form.
#[must_use]
pub(super) fn entry(word: &str) -> Entry {
    const LONGEST: usize = 24;
    if word.len() > LONGEST {
        return Entry::default();
    }
    let mut buffer = [0u8; LONGEST];
    let mut length = 0;
    for c in word.chars() {
        let c = match c {
            '’' | 'ʼ' => '\'',
            c if c.is_ascii() => c.to_ascii_lowercase(),
            _ => return Entry::default(),
        };
        buffer[length] = c as u8;
        length += 1;
    }
    std::str::from_utf8(&buffer[..length]).ok().and_then(|w| lexicon().words.get(w).copied()).unwrap_or_default()
}

/// The lemma of the verb with this number; empty for 0.
#[must_use]
pub(super) fn verb(number: u16) -> &'static str {
    lexicon().verbs.get(usize::from(number)).copied().unwrap_or_default()
}

/// The number of the verb with this lemma, if the tables have it.
#[must_use]
pub(super) fn verb_number(lemma: &str) -> Option<u16> {
    lexicon().words.get(lemma).map(|e| e.verb).filter(|n| *n > 0)
}

/// The keys are short words of our own, so that no input can make them collide.
type Table = HashMap<String, Entry, BuildHasherDefault<Fnv>>;

struct Lexicon {
    words: Table,
    /// Lemmas by number.
    verbs: Vec<&'static str>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon { words: Table::with_capacity_and_hasher(7000, BuildHasherDefault::default()), verbs: vec![""] };
        for (flags, words) in SOURCES.iter().chain(CLASSES) {
            for word in words.split_ascii_whitespace() {
                lexicon.words.entry(word.to_owned()).or_default().flags |= *flags;
            }
        }
        for (flags, lemmas) in VERBS {
            for lemma in lemmas.split_ascii_whitespace() {
                inflect(lemma, *flags, &mut lexicon);
            }
        }
        for lemma in OTHER_VERBS.split_ascii_whitespace() {
            inflect(lemma, Flags::NONE, &mut lexicon);
        }
        for noun in NOUNS.split_ascii_whitespace() {
            pluralise(noun, &mut lexicon);
        }
        for word in ADJECTIVES.split_ascii_whitespace() {
            adjective(word, &mut lexicon);
        }
        lexicon
    })
}

/// The number of `lemma`, which it gets here where it has none.
fn number(lemma: &'static str, lexicon: &mut Lexicon) -> u16 {
    let known = lexicon.words.get(lemma).map_or(0, |e| e.verb);
    if known > 0 {
        return known;
    }
    lexicon.verbs.push(lemma);
    u16::try_from(lexicon.verbs.len() - 1).unwrap_or(0)
}

/// Adds a noun of speech and its plural.
fn pluralise(noun: &'static str, lexicon: &mut Lexicon) {
    let plural = match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    };
    let number = number(noun, lexicon);
    for form in [noun.to_owned(), plural] {
        let entry = lexicon.words.entry(form).or_default();
        entry.flags |= CUE_NOUN;
        if entry.verb == 0 {
            entry.verb = number;
        }
    }
}

/// Adds an adjective of thought; where it is a participle too, it counts as a form of that verb.
fn adjective(word: &'static str, lexicon: &mut Lexicon) {
    let number = number(word, lexicon);
    let entry = lexicon.words.entry(word.to_owned()).or_default();
    entry.flags |= CUE_ADJECTIVE;
    if entry.verb == 0 {
        entry.verb = number;
    }
}

/// Adds the forms of `entry` (see [`VERBS`] for its notation).
fn inflect(entry: &'static str, flags: Flags, lexicon: &mut Lexicon) {
    const DOUBLED: WordSet = WordSet::new("begin cut forget get hit let put quit run set shut sit split win");
    let noun = if entry.contains('+') { NOUNISH } else { Flags::NONE };
    let entry = entry.trim_end_matches('+');
    let mut pieces = entry.split('/');
    let lemma = pieces.next().unwrap_or_default();
    let doubles = lemma.ends_with('~');
    let lemma = lemma.trim_end_matches(['~', '+']);
    let known = lexicon.words.get(lemma).map_or(0, |e| e.verb);
    let number = if known > 0 && lexicon.verbs.get(usize::from(known)) == Some(&lemma) {
        known
    } else {
        lexicon.verbs.push(lemma);
        u16::try_from(lexicon.verbs.len() - 1).unwrap_or(0)
    };
    let table = &mut lexicon.words;
    let mut add = |form: String, which: Flags| {
        // Of two verbs with a form in common, "found" and "lay", the lemma itself keeps its own; else the first has it.
        let own = form == lemma;
        let entry = table.entry(form).or_default();
        entry.flags |= flags | which | VERB;
        if entry.verb == 0 || own {
            entry.verb = number;
        }
    };
    let last = lemma.chars().next_back().unwrap_or('e');
    let vowel_before_y = last == 'y' && lemma[..lemma.len() - 1].ends_with(['a', 'e', 'o', 'u']);
    add(lemma.to_owned(), BASE | noun);
    let third = match last {
        'y' if !vowel_before_y => format!("{}ies", &lemma[..lemma.len() - 1]),
        's' | 'x' | 'z' | 'o' => format!("{lemma}es"),
        'h' if lemma.ends_with("ch") || lemma.ends_with("sh") => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    };
    add(third, THIRD | noun);
    let doubled = if doubles { format!("{lemma}{last}") } else { lemma.to_owned() };
    let stem_ing = if last == 'e' && !lemma.ends_with("ee") && !lemma.ends_with("ye") { lemma[..lemma.len() - 1].to_owned() } else { doubled.clone() };
    let irregular: Vec<&str> = pieces.collect();
    if irregular.is_empty() {
        let past = match last {
            'e' => format!("{lemma}d"),
            'y' if !vowel_before_y => format!("{}ied", &lemma[..lemma.len() - 1]),
            _ => format!("{doubled}ed"),
        };
        add(past, PAST);
    }
    let mut written_ing = false;
    for form in irregular {
        if form.ends_with("ing") && form != "bring" {
            add(form.to_owned(), ING);
            written_ing = true;
        } else {
            add(form.to_owned(), PAST);
        }
    }
    if !written_ing {
        let short_vowel = DOUBLED.has(lemma);
        add(if short_vowel { format!("{lemma}{last}ing") } else { format!("{stem_ing}ing") }, ING);
    }
}

#[cfg(test)]
mod tests {
    use super::super::cues::{BARE, NAMING, SPEECH, TELLING, WRITING};
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        for (word, want) in [
            ("said", SPEECH | BARE | PAST),
            ("says", SPEECH | THIRD),
            ("admitted", SPEECH | PAST),
            ("arguing", SPEECH | ING),
            ("replied", SPEECH | PAST),
            ("wrote", WRITING | PAST),
            ("writing", WRITING | ING),
            ("told", SPEECH | TELLING | PAST),
            ("dubbed", NAMING | PAST),
            ("swearing", ING),
            ("agreeing", ING),
            ("stresses", THIRD),
        ] {
            assert!(flags(word).has_all(want), "{word}");
        }
        assert!(!flags("table").has(VERB));
    }

    #[test]
    fn clitics_and_case_are_read() {
        assert!(flags("n’t").has(NEGATION));
        assert!(flags("THE").has(DETERMINER));
        assert!(flags("Sen.").has(TITLE));
    }
}
