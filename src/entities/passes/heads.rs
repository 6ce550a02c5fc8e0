//! What the words of a name say of its label, whatever stands around it.

use crate::entities::label::{EntityLabel, PlaceKind};
use crate::entities::lists::organisations::ORGANISATION_KINDS;
use crate::entities::lists::people::GROUPS;
use crate::entities::model::lexicon::Lists;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::{WordClass, WordSet};
use crate::text::TokenKind;

/// Names that end in these, or start with them and "of", are organisations, with hardly an exception in the training corpora.
/// Left out are those that corpora call places as often: schools, hospitals, museums, stations, clubs.
const ORGANISATION_HEADS: WordClass =
    WordClass::of(&[ORGANISATION_KINDS, WordSet::new("Assembly Cabinet Co. Directorate GmbH LLC Limited PLC Securities Tribunal Trust")]);

/// Newspapers end in these.
const NEWSPAPERS: WordSet = WordSet::new("Chronicle Courier Dispatch Examiner Gazette Herald Inquirer Sentinel Tribune");

/// Heads of organisations that are also something else after one of [`SIDES`]: "West Bank", "Western Front".
const SIDED_HEADS: WordSet = WordSet::new("Army Bank Front");

const SIDES: WordSet = WordSet::new("Eastern Home Left Northern Outer Right South Southern West Western");

/// Codes of countries as tables of results give them (IOC and ISO 3166 alpha-3).
const COUNTRY_CODES: WordSet = WordSet::new(
    "AFG ALB ALG ANG ARG ARM AUS AUT AZE BAH BAN BAR BEL BEN BIH BLR BOL BOT BRA BRN BUL BUR CAM CAN CHE CHI CHN CIV CMR COD COL CRC CRO CUB CYP CZE \
     DEN DEU DNK DOM ECU EGY ERI ESA ESP EST ETH FIJ FIN FRA GAB GAM GBR GEO GER GHA GRE GUA GUI HAI HKG HON HUN INA IND IRI IRL IRN IRQ ISL ISR ITA \
     JAM JOR JPN KAZ KEN KGZ KOR KOS KSA KUW LAO LAT LBA LBN LIE LTU LUX LVA MAD MAR MAS MDA MEX MGL MKD MLI MLT MNE MON MOZ MRI MYA NAM NED NEP NGR \
     NIG NLD NOR NZL OMA PAK PAN PAR PER PHI PLE POL POR PRK PRT PUR QAT ROU RSA RUS RWA SAU SEN SGP SLE SLO SOM SRB SRI SUD SUI SVK SVN SWE SYR TAN \
     THA TJK TKM TOG TPE TTO TUN TUR TWN UAE UGA UKR URU USA UZB VEN VIE YEM ZAF ZAM ZIM",
);

/// Trades at the end of a firm's name that has a place's before it: "Selby Marine". Left out are those that places end in: water, power.
const TRADES: WordSet = WordSet::new(
    "Airlines Airways Analytics Aviation Bancorp Brewing Broadcasting Chemicals Electric Electronics Energy Foods Insurance Logistics Marine Media \
     Minerals Mining Motors Oil Petroleum Pharma Pharmaceuticals Rail Railways Robotics Securities Shipping Software Steel Systems Technologies \
     Telecom Telegraph Tobacco",
);

/// What a group's name begins with that is joined to another's: "Anglo-Irish".
const JOINED_GROUPS: WordSet = WordSet::new("Afro Anglo Austro Euro Franco Greco Indo Italo Pan Russo Sino Turco");

/// True for "Anglo-Irish", "Polish-Lithuanian".
fn is_joined_group(r: &Reading<'_>, start: usize, last: usize) -> bool {
    let first = r.word(start);
    last == start + 2 && r.word(start + 1) == "-" && GROUPS.has(r.word(last)) && (JOINED_GROUPS.has(first) || GROUPS.has(first))
}

/// Gives names the label that their own words show.
pub(super) fn relabel(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &mut [Name]) {
    for at in 0..names.len() {
        let name = &names[at];
        let tokens = name.tokens(r);
        let (start, last) = (tokens.start, tokens.end - 1);
        let label = if tokens.len() > 1 {
            let organisation = name.label != EntityLabel::Org
                && (name.label != EntityLabel::Person || !page.lists(start).has(Lists::FIRST))
                && (is_head(r, start, last) || ORGANISATION_HEADS.has(r.word(start)) && r.word(start + 1) == "of");
            // "Republic of Iraq", "State of Kuwait".
            let country = name.label == EntityLabel::Org
                && r.is_one(start, &["republic", "kingdom", "state", "sultanate", "commonwealth"])
                && r.word(start + 1) == "of"
                && model.lists_of(page, start + 2, last + 1).has(Lists::COUNTRY);
            match (organisation, country) {
                _ if name.label != EntityLabel::Norp && is_joined_group(r, start, last) => Some(EntityLabel::Norp),
                (true, _) => Some(EntityLabel::Org),
                (_, true) => Some(EntityLabel::Loc),
                _ if name.label == EntityLabel::Loc && (speaks(r, start, last) || TRADES.has(r.word(last))) => Some(EntityLabel::Org),
                _ => None,
            }
        } else {
            // "Pedro Carvalho (PRT)".
            let coded = name.label != EntityLabel::Loc && name.span.len() == 3 && COUNTRY_CODES.has(name.span.of(r.text));
            let after_person = at > 0 && names[at - 1].label == EntityLabel::Person && r.text[names[at - 1].span.end()..name.span.start()].trim() == "(";
            (coded && after_person && r.word(last + 1) == ")").then_some(EntityLabel::Loc)
        };
        if let Some(label) = label {
            let name = &mut names[at];
            name.label = label;
            name.rule = "entities.own_words";
            name.place_kind = (label == EntityLabel::Loc).then_some(PlaceKind::Country);
        }
    }
}

/// "The White House has not answered": at the head of a sentence the building stands for who works in it.
fn speaks(r: &Reading<'_>, start: usize, last: usize) -> bool {
    let house = last == start + 1 && r.word(start) == "White" && r.word(last) == "House";
    let the = r.before(start).filter(|b| r.word(*b) == "The");
    house && the.is_some_and(|t| r.before(t).is_none_or(|b| r.kind(b) == Some(TokenKind::QuoteMark)))
}

/// True for a word that names of organisations end in, or start with before "of".
pub(super) fn is_organisation_head(word: &str) -> bool {
    ORGANISATION_HEADS.has(word) || SIDED_HEADS.has(word)
}

/// The name `start..=last` ends as organisations do.
fn is_head(r: &Reading<'_>, start: usize, last: usize) -> bool {
    let word = r.word(last);
    ORGANISATION_HEADS.has(word) || NEWSPAPERS.has(word) || SIDED_HEADS.has(word) && !(last == start + 1 && SIDES.has(r.word(start)))
}

/// What the last or first word of a place's name says of its kind.
pub(super) fn kind_of_place(name: &str) -> Option<PlaceKind> {
    const NATURAL: WordSet = WordSet::new(
        "Bay Beach Canyon Creek Delta Desert Falls Forest Glacier Gulf Hills Island Islands Lake Mount Mountain Mountains Mt. Ocean Peninsula River \
         Sea Strait Valley Volcano",
    );
    const FACILITY: WordSet = WordSet::new(
        "Airport Avenue Boulevard Bridge Cathedral Center Centre Church Dam Drive Hall Highway Hospital Hotel Lane Mall Mosque Museum Palace Park \
         Plaza Prison Road School Square Stadium Station Street Temple Theatre Tower University",
    );
    const REGION: WordSet = WordSet::new("County District Governorate Oblast Prefecture Province Region State Territory");
    let mut words = name.split_whitespace();
    let (first, last) = (words.next()?, words.next_back()?);
    let is = |list: WordSet| list.has(last) || list.has(first);
    if is(FACILITY) {
        return Some(PlaceKind::Facility);
    }
    if is(NATURAL) {
        return Some(PlaceKind::Natural);
    }
    if is(REGION) || name.contains("District of") {
        return Some(PlaceKind::Region);
    }
    (last == "City").then_some(PlaceKind::City)
}
