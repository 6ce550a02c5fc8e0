//! The lexicon, from public word lists, our own, and the table of words that `galley train words` makes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use galley::entities::model::lexicon::{Entry, LONGEST_PHRASE, Lexicon, Likely, Lists, phrase_key, word_key};
use galley::tagger::hash;
use galley::text::tokenise;

use super::error::TrainError;

/// Reads every list under `data` and `own`, and the table of `words`, and makes the lexicon of them.
pub(crate) fn build(data: &Path, own: &Path, words: &Path) -> Result<Lexicon, TrainError> {
    let mut builder = Builder::default();
    let gazetteers = data.join("gazetteers");
    for line in load(&gazetteers.join("merged.tsv"))?.lines() {
        let Some((list, phrase)) = line.split_once('\t') else { continue };
        let list = match list {
            "fn" => Lists::FIRST,
            "ln" => Lists::FAMILY,
            "city" => Lists::CITY,
            "region" => Lists::REGION,
            "org" => Lists::ORGANISATION,
            _ => continue,
        };
        builder.add(phrase, list);
        if list == Lists::ORGANISATION
            && let Some(short) = without_ending(phrase)
        {
            builder.add(short, list);
        }
    }
    builder.genders(&gazetteers.join("us-census-1990"))?;
    for line in load(&gazetteers.join("nltk/names/female.txt"))?.lines() {
        builder.add(line.trim(), Lists::FIRST);
    }
    for line in load(&gazetteers.join("nltk/names/male.txt"))?.lines() {
        builder.add(line.trim(), Lists::FIRST);
    }
    let corpora = gazetteers.join("dariusk-corpora/data");
    for (file, list) in [
        ("geography/countries.json", Lists::COUNTRY),
        ("geography/nationalities.json", Lists::GROUP),
        ("geography/rivers.json", Lists::REGION),
        ("geography/us_counties.json", Lists::REGION),
        ("governments/us_federal_agencies.json", Lists::ORGANISATION),
        ("corporations/newspapers.json", Lists::ORGANISATION),
        ("corporations/charities.json", Lists::ORGANISATION),
        ("corporations/fortune500.json", Lists::ORGANISATION),
        ("corporations/nasdaq.json", Lists::ORGANISATION),
        ("humans/occupations.json", Lists::OCCUPATION),
    ] {
        let json: serde_json::Value =
            serde_json::from_str(&load(&corpora.join(file))?).map_err(|e| TrainError::NotAList { path: file.to_owned(), reason: e.to_string() })?;
        strings(&json, 0, &mut |s| builder.add(s, list));
    }
    for (file, list) in [
        ("titles.txt", Lists::TITLE),
        ("organisation-words.txt", Lists::ORGANISATION_WORD),
        ("place-words.txt", Lists::PLACE_WORD),
        ("organisations.txt", Lists::ORGANISATION),
        ("countries.txt", Lists::COUNTRY),
        ("regions.txt", Lists::REGION),
        ("groups.txt", Lists::GROUP),
        ("works-and-events.txt", Lists::MISC),
    ] {
        for line in load(&own.join(file))?.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            for name in line.split(';').map(str::trim).filter(|n| !n.is_empty()) {
                builder.add(name, list);
            }
        }
    }
    builder.words(words)
}

fn load(path: &Path) -> Result<String, TrainError> {
    fs::read_to_string(path).map_err(|reason| TrainError::Unreadable { path: path.display().to_string(), reason })
}

/// Every string in lists of `json`; descriptions at the top are passed over.
fn strings(json: &serde_json::Value, depth: usize, see: &mut dyn FnMut(&str)) {
    match json {
        serde_json::Value::String(s) if depth > 1 && s.len() < 60 => see(s),
        serde_json::Value::Array(items) => items.iter().for_each(|i| strings(i, depth + 1, see)),
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let told =
                    matches!(name.as_str(), "description" | "source" | "license" | "symbol" | "abbreviation" | "website" | "url" | "city" | "state" | "code");
                if !told {
                    strings(value, depth + 1, see);
                }
            }
        }
        _ => {}
    }
}

/// "harley-davidson" of "harley-davidson, inc.": what newspapers leave of a company's name. In small letters.
fn without_ending(name: &str) -> Option<&str> {
    const ENDINGS: &[&str] =
        &[", inc.", " inc.", " incorporated", " corporation", " corp.", " companies", " company", ", ltd.", " & co.", " co.", " plc", " llc", ", l.p."];
    let short = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))?;
    let short = short.strip_prefix("the ").unwrap_or(short).trim_end_matches(',');
    (short.len() > 3).then_some(short)
}

#[derive(Default)]
struct Builder {
    entries: BTreeMap<u64, Entry>,
}

impl Builder {
    /// Adds a name of one word or several; with and without accents, as newspapers write it.
    fn add(&mut self, name: &str, list: Lists) {
        let plain = without_accents(name);
        self.add_form(name, list);
        if plain != name {
            self.add_form(&plain, list);
        }
    }

    fn add_form(&mut self, name: &str, list: Lists) {
        let lower = name.to_lowercase();
        let tokens: Vec<u64> = tokenise(&lower).iter().map(|t| hash::word(&folded(t.of(&lower)))).collect();
        match tokens.as_slice() {
            [] => {}
            [word] => self.entries.entry(word_key(*word)).or_default().lists |= list,
            [first, rest @ ..] if tokens.len() <= LONGEST_PHRASE => {
                let key = rest.iter().fold(word_key(*first), |key, word| phrase_key(key, *word));
                self.entries.entry(word_key(*first)).or_default().lists |= Lists::STARTS_PHRASE;
                self.entries.entry(key).or_default().lists |= list;
            }
            _ => {}
        }
    }

    /// Names that four in five of their bearers share a sex with.
    fn genders(&mut self, folder: &Path) -> Result<(), TrainError> {
        let mut shares: BTreeMap<String, [f64; 2]> = BTreeMap::new();
        for (n, file) in ["dist.female.first", "dist.male.first"].iter().enumerate() {
            for line in load(&folder.join(file))?.lines() {
                let mut columns = line.split_whitespace();
                if let (Some(name), Some(share)) = (columns.next(), columns.next().and_then(|s| s.parse::<f64>().ok())) {
                    shares.entry(name.to_lowercase()).or_default()[n] += share.max(0.0005);
                }
            }
        }
        for (name, [female, male]) in shares {
            if female > 4.0 * male {
                self.add(&name, Lists::FEMALE);
            } else if male > 4.0 * female {
                self.add(&name, Lists::MALE);
            }
        }
        Ok(())
    }

    /// Adds the clusters and leanings of the table at `path`.
    fn words(mut self, path: &Path) -> Result<Lexicon, TrainError> {
        let mut likely: Vec<Likely> = Vec::new();
        let mut wider = Vec::new();
        for (n, line) in load(path)?.lines().enumerate() {
            let wrong = || TrainError::NoTable { path: path.display().to_string(), line: n + 1 };
            let (word, numbers) = line.split_once('\t').ok_or_else(wrong)?;
            let numbers = numbers.split('\t').map(str::parse).collect::<Result<Vec<u16>, _>>().map_err(|_| wrong())?;
            if word.is_empty() {
                let shares: [u16; 6] = numbers.try_into().map_err(|_| wrong())?;
                likely.push(shares.map(|s| s.min(255) as u8));
                continue;
            }
            let [wide, fine, leaning] = numbers[..] else { return Err(wrong()) };
            if fine >= 1023 || usize::from(leaning) >= likely.len().min(63) || wide > 255 {
                return Err(wrong());
            }
            wider.resize(wider.len().max(usize::from(fine) + 1), 0);
            wider[usize::from(fine)] = wide as u8;
            let entry = self.entries.entry(word_key(hash::word(&folded(word)))).or_default();
            // Numbers fall together; the most frequent speaks for all.
            if entry.cluster == 0 {
                (entry.cluster, entry.leaning) = (fine + 1, leaning as u8 + 1);
            }
        }
        let entries: Vec<(u64, Entry)> = self.entries.into_iter().collect();
        Ok(Lexicon::new(&entries, wider, likely))
    }
}

/// As the recogniser folds words: digits are 0.
fn folded(lower: &str) -> String {
    lower.chars().map(|c| if c.is_numeric() { '0' } else { c }).collect()
}

/// Latin letters without their marks.
fn without_accents(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
            'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' | 'Ā' => 'A',
            'ç' | 'ć' | 'č' => 'c',
            'Ç' | 'Ć' | 'Č' => 'C',
            'ḏ' | 'ḍ' | 'đ' => 'd',
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
            'É' | 'È' | 'Ê' | 'Ë' => 'E',
            'ğ' | 'ģ' => 'g',
            'ḩ' | 'ḥ' | 'ħ' => 'h',
            'Ḩ' | 'Ḥ' => 'H',
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
            'Í' | 'Ì' | 'Î' | 'Ï' | 'Ī' | 'İ' => 'I',
            'ł' | 'ļ' => 'l',
            'Ł' => 'L',
            'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
            'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' | 'Ø' | 'Ō' => 'O',
            'ř' => 'r',
            'ś' | 'š' | 'ş' | 'ș' | 'ṣ' => 's',
            'Ś' | 'Š' | 'Ş' | 'Ș' | 'Ṣ' => 'S',
            'ţ' | 'ț' | 'ť' | 'ṭ' => 't',
            'Ţ' | 'Ț' | 'Ṭ' => 'T',
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
            'Ú' | 'Ù' | 'Û' | 'Ü' | 'Ū' => 'U',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' | 'ẕ' => 'z',
            'Ź' | 'Ż' | 'Ž' => 'Z',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_are_known_without_their_endings() {
        assert_eq!(without_ending("harbour-lane, inc."), Some("harbour-lane"));
        assert_eq!(without_ending("the delta company"), Some("delta"));
        assert_eq!(without_ending("harbour lane"), None);
        assert_eq!(without_ending("xyz, inc."), None);
    }
}
