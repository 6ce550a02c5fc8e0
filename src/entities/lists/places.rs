//! Places, and the words of their names.

use crate::lexicon::{PhraseSet, WordSet};

/// Countries.
pub(in crate::entities) const COUNTRIES: PhraseSet = PhraseSet::new(
    "Afghanistan|Albania|Algeria|America|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Benin|Bolivia|\
     Botswana|Brazil|Britain|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Chile|China|Colombia|Costa Rica|Croatia|Cuba|Cyprus|\
     Czech Republic|DRC|Denmark|EU|Ecuador|Egypt|El Salvador|England|Eritrea|Estonia|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Germany|Ghana|Greece|\
     Guatemala|Guinea|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Kazakhstan|\
     Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|\
     Mauritania|Mauritius|Mexico|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|\
     Nigeria|North Korea|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|\
     Puerto Rico|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|\
     South Korea|South Sudan|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tunisia|Turkey|Turkmenistan|\
     U.K.|U.S.|U.S.A.|UAE|UK|US|USA|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Venezuela|Vietnam|Wales|\
     Yemen|Zambia|Zimbabwe",
);

/// States, provinces, continents and parts of the world.
pub(in crate::entities) const REGIONS: PhraseSet = PhraseSet::new(
    "Africa|Alabama|Alaska|Arizona|Arkansas|Asia|British Columbia|California|Colorado|Connecticut|Crimea|Delaware|EDNY|Europe|Florida|Gaza|Georgia|\
     Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kashmir|Kentucky|Latin America|Louisiana|Maine|Maryland|Massachusetts|Michigan|Middle East|Minnesota|\
     Mississippi|Missouri|Montana|Nebraska|Nevada|New England|New Hampshire|New Jersey|New Mexico|New South Wales|New York|North Carolina|\
     North Dakota|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Quebec|Rhode Island|SDNY|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|\
     Virginia|Washington|West Bank|West Virginia|Wisconsin|Wyoming",
);

/// Cities.
pub(in crate::entities) const CITIES: PhraseSet = PhraseSet::new(
    "Addis Ababa|Ankara|Athens|Atlanta|Baghdad|Baltimore|Bangkok|Beijing|Beirut|Berlin|Boston|Brooklyn|Brussels|Budapest|Buenos Aires|Cairo|\
     Cape Town|Chicago|Copenhagen|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Doha|Dubai|Dublin|Geneva|Helsinki|Ho Chi Minh City|Houston|Islamabad|\
     Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Karachi|Khartoum|Kiev|Kinshasa|Kuala Lumpur|Kyiv|Lagos|Lahore|Las Vegas|London|Los Angeles|Madrid|\
     Manhattan|Manila|Melbourne|Mexico City|Miami|Moscow|Mumbai|Nairobi|New Delhi|New Orleans|Oslo|Ottawa|Paris|Philadelphia|Prague|Rio de Janeiro|\
     Riyadh|Rome|San Diego|San Francisco|Seattle|Seoul|Shanghai|St. Petersburg|Stockholm|Sydney|São Paulo|Tehran|Tel Aviv|Tokyo|Toronto|Tripoli|\
     Tunis|Vienna|Warsaw",
);

/// The last or first word of places' names.
pub(in crate::entities) const PLACE_WORDS: WordSet = WordSet::new(
    "Airport Avenue Bay Beach Boulevard Bridge Canyon City County Desert District Forest Gulf Harbor Hill Hills Island Islands Lake Mount Mountain \
     Mountains Mt. Ocean Park Peninsula Plaza Province Region Ridge River Road Sea Square Strait Street Tower Valley Village",
);
