//! Names that every reader knows, and what a slip of the hand makes of them.

use crate::lexicon::WordSet;

/// Countries, cities, states, companies, days, months, peoples.
const FAMOUS: WordSet = WordSet::new(
    "Afghanistan Africa African Airbus Alabama Alaska Albania Algeria Alibaba Amazon America American Amsterdam Angola Ankara Antarctica Argentina \
     Argentinian Arizona Arkansas Armenia Atlanta Atlantic Auckland August Australia Australian Austria Austrian Azerbaijan Baghdad Bahrain \
     Baltimore Bangkok Bangladesh Barcelona Beijing Beirut Belarus Belfast Belgium Belgrade Berlin Birmingham Bloomberg Boeing Bogota Bolivia Boston \
     Botswana Brisbane Bristol Britain British Brooklyn Brussels Bucharest Buckingham Budapest Buddhist Bulgaria Bulgarian Burundi Cairo Calcutta \
     Calgary California Cambodia Canada Canadian Caracas Cardiff Caribbean Catalonia Catholic Chechnya Chevrolet Chevron Chicago Chile China Chinese \
     Christmas Chrysler Cincinnati Citigroup Cleveland Colombia Colorado Congress Connecticut Conservative Conservatives Copenhagen Crimea Croatia \
     Cyprus Damascus December Delaware Delhi Democrat Democratic Democrats Denmark Denver Detroit Disney Dubai Dublin Ecuador Edinburgh Egypt \
     Egyptian Eritrea Estonia Ethiopia Europe European ExxonMobil Facebook February Ferrari Finland Florida France Frankfurt Friday Geneva Georgia \
     German Germany Ghana Glasgow Goldman Google Greece Guantanamo Guardian Guatemala Guinea Haiti Halliburton Hamburg Hawaii Heineken Helsinki \
     Himalayas Hiroshima Hollywood Honda Honduras Houston Huawei Hungarian Hungary Hyundai Iceland Illinois India Indiana Indonesia Indonesian \
     Instagram Iranian Iraqi Ireland Islamic Israel Israeli Istanbul Italian Italy Jakarta Jamaica January Japan Japanese Jerusalem Johannesburg \
     Jordan Kabul Kansas Karachi Kashmir Kathmandu Kazakhstan Kentucky Kenya Khartoum Kolkata Korean Kosovo Kremlin Kuwait Kyrgyzstan Lagos Lahore \
     Latvia Lebanon Leicester Liberia Libya Lisbon Lithuania Livermore Liverpool Lockheed London Louisiana Lufthansa Luxembourg Madagascar Madrid \
     Malawi Malaysia Manchester Manhattan Manila Maryland Massachusetts Mastercard Mauritania Mauritius McDonald Mediterranean Melbourne Mercedes \
     Mexican Mexico Miami Michigan Microsoft Milan Milwaukee Minneapolis Minnesota Mississippi Missouri Mitsubishi Mogadishu Moldova Monday Mongolia \
     Monsanto Montana Montenegro Montreal Morocco Moscow Motorola Mozambique Mumbai Munich Muslim Muslims Myanmar Nagasaki Nairobi Namibia Nebraska \
     Nepal Nestle Netflix Netherlands Nevada Nicaragua Nigeria Nigerian Nintendo Nissan Nokia Norway Norwegian Novartis November October Oklahoma \
     Olympic Olympics Oracle Oregon Ottawa Pacific Pakistan Pakistani Palestine Palestinian Panama Panasonic Paraguay Parliament Pennsylvania \
     Pentagon Pfizer Philadelphia Philippines Philips Phoenix Pittsburgh Poland Porsche Portugal Portuguese Prague Pyongyang Qatar Qualcomm Ramadan \
     Renault Republican Republicans Reuters Rolls Romania Romanian Russia Russian Rwanda Sacramento Samsung Saturday Scotland Scottish Seattle \
     Senate Senegal Seoul September Serbia Shanghai Siberia Siemens Singapore Slovakia Slovenia Somalia Southampton Spain Spanish Spotify Starbucks \
     Stockholm Strasbourg Sudan Sunday Sweden Swedish Switzerland Sydney Syria Taipei Taiwan Tajikistan Tanzania Tehran Telefonica Tennessee Texas \
     Thailand Thanksgiving Thursday Tokyo Toronto Toshiba Toyota Tripoli Tuesday Tunisia Turkey Turkish Turkmenistan Twitter Uganda Ukraine \
     Ukrainian Unilever Uruguay Uzbekistan Vancouver Venezuela Venezuelan Venice Verizon Vermont Vienna Vietnam Vietnamese Virginia Volkswagen Volvo \
     Walmart Warsaw Washington Wednesday Westminster Wikipedia Wisconsin Wyoming Yemen YouTube Zambia Zimbabwe Zurich",
);

/// True for a name of the list.
pub(super) fn is_famous(word: &str) -> bool {
    FAMOUS.has(word)
}

/// The words that slips of the hand make of `word`, which may be any name: two neighbours exchanged, a letter doubled, halved, left out or
/// put in, a vowel taken for another. The first letter stays, and so does the last: endings are grammar.
pub(super) fn undone_slips(word: &str, mut consider: impl FnMut(&str, Slip)) {
    const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
    let letters: Vec<char> = word.chars().collect();
    let mut made = String::with_capacity(word.len() + 1);
    let mut with = |at: usize, skip: usize, insert: &[char], slip: Slip| {
        made.clear();
        made.extend(letters[..at].iter().chain(insert).chain(&letters[at + skip..]));
        consider(&made, slip);
    };
    for at in 1..letters.len().saturating_sub(1) {
        let (this, next) = (letters[at], letters[at + 1]);
        if this != next && this.is_lowercase() && next.is_lowercase() {
            with(at, 2, &[next, this], Slip::Sure);
        }
        if !this.is_lowercase() {
            continue;
        }
        with(at, 1, &[], if this == next || this == letters[at - 1] { Slip::Sure } else { Slip::Likely });
        with(at, 0, &[this], Slip::Sure);
        if VOWELS.contains(&this) {
            for vowel in VOWELS.into_iter().filter(|v| *v != this) {
                with(at, 1, &[vowel], Slip::Vowel);
            }
        }
        for c in 'a'..='z' {
            if c != this && c != letters[at - 1] {
                with(at, 0, &[c], Slip::Likely);
            }
        }
    }
    if letters.len() > 2 && letters[letters.len() - 1] == 'e' {
        with(letters.len() - 1, 1, &[], Slip::Likely);
    }
}

/// How much one change is like a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// Neighbours exchanged, a letter doubled or halved.
    Sure,
    /// A letter left out or put in.
    Likely,
    /// A vowel for another, as other languages have it too: "Cameroun".
    Vowel,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_undone() {
        for (wrong, right) in [("Toyko", "Tokyo"), ("Wendesday", "Wednesday"), ("Isreal", "Israel"), ("ExxonMobile", "ExxonMobil")] {
            let mut found = Vec::new();
            undone_slips(wrong, |w, _| {
                if is_famous(w) && !found.contains(&w.to_owned()) {
                    found.push(w.to_owned());
                }
            });
            assert_eq!(found, [right], "{wrong}");
        }
    }
}
