//! Sentences of our own, each with the mentions that it must give.

use super::{EntityLabel, recognise};
use crate::text::{Document, View};

/// The mentions with one of `labels` in `text`, as "label:text" joined by "|".
#[track_caller]
fn check(labels: &[EntityLabel], text: &str, expected: &str) {
    let document = Document::new(text);
    let found = recognise(&View::plain(&document), None);
    let shown: Vec<String> = found
        .mentions
        .iter()
        .filter(|m| labels.contains(&m.label))
        .map(|m| match &m.value {
            Some(value) => format!("{}={value}", m.span.of(text)),
            None => m.span.of(text).to_owned(),
        })
        .collect();
    assert_eq!(shown.join(" | "), expected, "{text:?}");
}

use EntityLabel::{Date, Loc, Money, Norp, Org, Percent, Person, Time};

#[test]
fn dates_with_day_and_month() {
    check(&[Date], "He left on Feb. 8 and came back on March 3, 2017.", "Feb. 8=XXXX-02-08 | March 3, 2017=2017-03-03");
    check(&[Date], "On 8 February 2017 and the 21st of June it rained.", "8 February 2017=2017-02-08 | 21st of June=XXXX-06-21");
    check(&[Date], "On Saturday, Feb. 4, they met; on Monday they parted.", "Saturday, Feb. 4=XXXX-02-04 | Monday=XXXX-WXX-1");
    check(&[Date], "It runs from March 3-5 at the fair.", "March 3-5");
    check(&[Date], "In tokenised text : Feb . 8 , 2017 .", "Feb . 8 , 2017=2017-02-08");
    check(&[Date], "Born 2016-12-25, or 12/25/2016.", "2016-12-25=2016-12-25 | 12/25/2016=2016-12-25");
}

#[test]
fn months_and_years() {
    check(&[Date], "In March 2017, and in May, we saw it.", "March 2017=2017-03 | May=XXXX-05");
    check(&[Date], "You may march in August.", "August=XXXX-08");
    check(&[Date], "Theresa May met April Jones.", "");
    check(&[Date], "In 2016, the 2012 campaign and the 1990s.", "2016=2016 | 2012=2012 | 1990s=199X");
    check(&[Date], "Some 2000 people paid $2016 for room 1999 seats.", "");
    check(&[Date], "In the summer of 2016 and mid-2017.", "summer of 2016 | mid-2017");
    check(&[Date], "The 19th century, fiscal 2017, the first quarter of 2018.", "19th century | fiscal 2017=2017 | first quarter of 2018");
}

#[test]
fn relative_dates() {
    check(&[Date], "Last year, earlier this week, and the past several decades.", "Last year | earlier this week | the past several decades");
    check(&[Date], "It came two years ago; during the first year or two it grew.", "two years ago | first year or two");
    check(&[Date], "She served for seven years and left yesterday.", "seven years=P7Y | yesterday");
    check(&[Date], "He is 46 years old and was last seen here.", "");
    check(&[Date], "USA Today reported it today.", "today");
    check(&[Date], "On Christmas Day 2016, not on Easter Island.", "Christmas Day 2016");
}

#[test]
fn times_of_day() {
    check(
        &[Time],
        "He was fired Saturday afternoon, late Friday night, early Saturday and last night.",
        "Saturday afternoon | late Friday night | early Saturday | last night",
    );
    check(&[Time], "At 10:30 a.m. EST, 5 p.m., 10pm and 0800 GMT.", "10:30 a.m. EST=T10:30 | 5 p.m.=T17:00 | 10pm=T22:00 | 0800 GMT=T08:00");
    check(&[Time], "They won 10:30 and I am 5 am I not.", "5 am=T05:00");
    check(&[Time], "It took 24 hours, until midnight.", "24 hours=PT24H | midnight=T00:00");
}

#[test]
fn money_and_shares() {
    check(&[Money], "It cost $1.2 billion, US$5, €40m and £3bn.", "$1.2 billion=1200000000 USD | US$5=5 USD | €40m=40000000 EUR | £3bn=3000000000 GBP");
    check(&[Money], "He paid Rs 500 crore, 40 million euros or 50 cents.", "Rs 500 crore | 40 million euros=40000000 EUR | 50 cents=0.5 USD");
    check(
        &[Money],
        "Between $5 and $10, or $5-10 million, or hundreds of millions of dollars.",
        "$5=5 USD | $10=10 USD | $5-10 million | hundreds of millions of dollars",
    );
    check(&[Money], "They won 5 games and lost 20 pounds.", "");
    check(
        &[Percent],
        "Up 40 percent, 3.5%, twenty-five per cent and 2.5 percentage points.",
        "40 percent=0.4 | 3.5%=0.035 | twenty-five per cent=0.25 | 2.5 percentage points=0.025",
    );
    check(&[Percent], "A percent sign and 5 points.", "");
}

#[test]
fn names_without_a_model() {
    check(&[Person], "Mr. Okafor met Lena Ortiz. Ortiz smiled.", "Okafor | Lena Ortiz | Ortiz");
    check(&[Org], "The Harbour Commission asked CNN and the Ministry of Health.", "Harbour Commission | CNN | Ministry of Health");
    check(&[Loc], "He flew from Paris to South Africa.", "Paris | South Africa");
    check(&[Norp], "The Russian ambassador met Democrats.", "Russian | Democrats");
}

#[test]
fn mentions_of_one_entity_are_joined() {
    let text = "Anna Ruiz and her brother Tom Ruiz came. Mr. Ruiz spoke of the Justice Department. The Department of Justice (DOJ) and DOJ staff heard Anna.";
    let document = Document::new(text);
    let found = recognise(&View::plain(&document), None);
    let of = |needle: &str, nth: usize| {
        let at = text.match_indices(needle).nth(nth).unwrap().0;
        found.mentions.iter().find(|m| m.span.start() == at).map(|m| found.entities[m.entity].name.clone())
    };
    assert_eq!(of("Anna", 1).as_deref(), Some("Anna Ruiz"));
    assert_eq!(of("Justice Department", 0), of("Department of Justice", 0));
}

/// The names in `text` by the trained model, as "LABEL text" joined by "|"; dates and amounts left out.
fn by_model(text: &str) -> (String, super::Entities) {
    let model = super::model::EntityModel::from_bytes(include_bytes!("../../models/entities.bin")).unwrap();
    let document = Document::new(text);
    let found = recognise(&View::plain(&document), Some(&model));
    let names: Vec<String> =
        found.mentions.iter().filter(|m| [Person, Org, Loc, Norp].contains(&m.label)).map(|m| format!("{} {}", m.label.as_str(), m.span.of(text))).collect();
    (names.join(" | "), found)
}

#[track_caller]
fn check_model(text: &str, expected: &str) {
    assert_eq!(by_model(text).0, expected, "{text:?}");
}

#[test]
fn the_model_reads_plain_news() {
    check_model(
        "Governor Lena Ortiz met officials of the World Health Organization in Geneva on Tuesday.",
        "PERSON Lena Ortiz | ORG World Health Organization | LOC Geneva",
    );
    check_model("The Russian ambassador told the Associated Press that Moscow would not answer.", "NORP Russian | ORG Associated Press | LOC Moscow");
    check_model("The rain stopped in the afternoon, and nobody was hurt.", "");
    check_model("A spokeswoman for the Ministry of Health in Kenya declined to comment.", "ORG Ministry of Health | LOC Kenya");
}

#[test]
fn a_title_and_a_possessive_stay_outside() {
    check_model("Sen. Maria Delgado's office said Mr. Okafor’s letter had arrived.", "PERSON Maria Delgado | PERSON Okafor");
}

#[test]
fn a_repeated_name_is_one_mention() {
    let text =
        "Anna Okafor resigned. Okafor Okafor said so on Friday. A friend called Okafor Okafor twice, and Okafor answered. Later Okafor left, and Okafor slept.";
    let (names, found) = by_model(text);
    assert!(!names.contains("Okafor Okafor"), "{names}");
    assert_eq!(found.entities.iter().filter(|e| e.label == Person).count(), 1, "{names}");
}

#[test]
fn places_have_their_kind_and_people_their_gender() {
    let (_, found) = by_model("Mary Collins flew from Paris to Kenya. She said that she had seen Lake Victoria.");
    let kind = |name: &str| found.mentions.iter().find(|m| found.entities[m.entity].name == name).and_then(|m| m.place_kind);
    assert_eq!(kind("Kenya"), Some(super::PlaceKind::Country));
    assert_eq!(kind("Lake Victoria"), Some(super::PlaceKind::Natural));
    assert_eq!(found.entities.iter().find(|e| e.name == "Mary Collins").and_then(|e| e.gender), Some(super::Gender::Female));
}

#[test]
fn edges_of_people_and_places() {
    check_model("Attorneys of the Eastern District of Virginia agreed.", "LOC Eastern District of Virginia");
    check_model("Fox News White House correspondent Dana Ruiz said so.", "ORG Fox News | ORG White House | PERSON Dana Ruiz");
    check_model("In a statement, Senate Judiciary member Patrick Lane spoke.", "ORG Senate Judiciary | PERSON Patrick Lane");
    check_model("The Department of Justice Kim knew was another one.", "ORG Department of Justice | PERSON Kim");
    check_model("King Abdullah II met Pope Francis in Rome.", "PERSON Abdullah II | PERSON Francis | LOC Rome");
}

#[test]
fn a_headline_is_cut_before_its_verb() {
    check_model("Lena Ortiz Says City Must Act\n\nThe mayor did not answer.", "PERSON Lena Ortiz");
    check_model("Maria Delgado Wins Mayoral Race In Portland\n\nThe count ended late.", "PERSON Maria Delgado | LOC Portland");
}

#[test]
fn names_by_their_own_words() {
    check_model("Lena Ortiz has run the Port Avelle Harbour Board since 2019.", "PERSON Lena Ortiz | ORG Port Avelle Harbour Board");
    check_model("The Vermont Democrat thanked her.", "LOC Vermont | NORP Democrat");
    check_model("It cost US $34 billion, not NT $4 billion.", "");
    check_model("The White House has not answered.", "ORG White House");
    check_model("The Republic of Iraq and the State of Kuwait signed.", "LOC Republic of Iraq | LOC State of Kuwait");
    check_model("1. Pedro Carvalho (PRT) 8 hr 01 min", "PERSON Pedro Carvalho | LOC PRT");
}

#[test]
fn careless_writers_name_places_in_small_letters() {
    check_model("i live in san francisco and want to see kenya", "LOC san francisco | LOC kenya");
    check_model("my cousin moved to tacoma, and i drove from winnipeg", "LOC tacoma | LOC winnipeg");
    check_model("He ate turkey from a china plate in the georgia room.", "");
}

#[test]
fn people_of_one_family_stay_apart() {
    let text = "Former President George W. Bush met his brother Jeb Bush in Texas. Jeb Bush said nothing. President Bush then left.";
    let (_, found) = by_model(text);
    let names: Vec<&str> = found.mentions.iter().filter(|m| m.label == Person).map(|m| found.entities[m.entity].name.as_str()).collect();
    assert_eq!(names, ["George W. Bush", "Jeb Bush", "Jeb Bush", "George W. Bush"]);
}

#[test]
fn calibrated_scores_keep_their_order() {
    let scores: Vec<f32> = (0..=100).map(|n| super::calibrated(n as f32 / 100.0)).collect();
    assert!(scores.windows(2).all(|w| w[0] < w[1]) && scores[0] == 0.0 && scores[100] == 0.93, "{scores:?}");
}

#[test]
fn names_are_whole_and_two_are_two() {
    check_model("He appeared in the Harbour Magistrate's Court on Monday.", "ORG Harbour Magistrate's Court");
    check_model("Kenya's Supreme Court ruled.", "LOC Kenya | ORG Supreme Court");
    check_model("It asked the Ministry of Finance and the Bank of Ghana to explain.", "ORG Ministry of Finance | ORG Bank of Ghana");
    check_model("The Harbour and Coastal Shipping Authority (HCSA) agreed.", "ORG Harbour and Coastal Shipping Authority | ORG HCSA");
}

#[test]
fn names_agree_in_a_series() {
    check_model("It flies to Lagos, Accra, Abuja and Kumasi.", "LOC Lagos | LOC Accra | LOC Abuja | LOC Kumasi");
}

#[test]
fn a_wing_belongs_to_its_party_and_a_country_is_no_ruler() {
    check_model("Leaders of the JD(S) and the CPI (M) met in Delhi.", "ORG JD(S) | ORG CPI (M) | LOC Delhi");
    check_model("The list (A) was sent to the BBC (and to others).", "ORG BBC");
    check_model("The talks with the Sultan of Oman ended.", "LOC Oman");
}

#[test]
fn a_town_and_its_state_are_two_places() {
    check_model("i drove from fresno california to seattle", "LOC fresno | LOC california | LOC seattle");
    check_model("She moved from Papua New Guinea to New Mexico.", "LOC Papua New Guinea | LOC New Mexico");
    check_model("It rained in Central Africa on Monday.", "LOC Central Africa");
}

#[test]
fn the_beginning_of_a_company_s_name_is_the_company() {
    let text = "Shares of Quandry Holdings Ltd fell on Monday. Quandry told investors that it would wait. The mayor said that Quandry had paid its debts.";
    let (names, _) = by_model(text);
    assert!(!names.contains("PERSON"), "{names}");
}

#[test]
fn a_place_in_small_letters_needs_a_word_before_it_where_the_writer_has_capitals() {
    check_model("How can I get a licence in delaware?", "LOC delaware");
    check_model("They watched from afar and tried to shush the crowd.", "");
    check_model("He sat in the reading room and ate a danish from the nice bakery near the turkey farm.", "");
}

#[test]
fn of_party_and_state_the_state_is_a_name() {
    check_model("Sen. Maria Delgado (R-Fla.) and Rep. Tom Lane, D-Calif., agreed.", "PERSON Maria Delgado | LOC Fla. | PERSON Tom Lane | LOC Calif.");
}

#[test]
fn shops_keep_their_ending_and_people_their_sisters() {
    check_model("He ate at McDonald's and at Wendy’s.", "ORG McDonald's | ORG Wendy’s");
    check_model("Sainsbury's said that it would open a shop.", "ORG Sainsbury's");
    check_model("I saw Wendy's sister at the harbour.", "PERSON Wendy");
    check_model("Lena Macy spoke. Macy's brother did not.", "PERSON Lena Macy | PERSON Macy");
    check_model("Please open Lisa_letter.doc and Ortiz.pdf today.", "");
}

#[test]
fn the_result_of_a_match_shows_a_team() {
    check_model(
        "Kilbride Hamilton 2-1 Forthside Rovers\n\nA header gave Kilbride Hamilton a 2-1 victory over Forthside Rovers. Hamilton had waited for it.",
        "ORG Kilbride Hamilton | ORG Forthside Rovers | ORG Kilbride Hamilton | ORG Forthside Rovers | ORG Hamilton",
    );
    // Players have results too.
    check_model(
        "Novak Djokovic beat Daniil Medvedev 6-4, 7-5 in Paris. Medvedev left.",
        "PERSON Novak Djokovic | PERSON Daniil Medvedev | LOC Paris | PERSON Medvedev",
    );
}

#[test]
fn whoever_somebody_speaks_for_is_an_organisation() {
    check_model("The cuts were deep, Bernstein’s Stacy Feld said on Monday.", "ORG Bernstein | PERSON Stacy Feld");
    check_model("Lena Ortiz resigned. Ortiz’s Stacy Feld said she was sorry.", "PERSON Lena Ortiz | PERSON Ortiz | PERSON Stacy Feld");
}

#[test]
fn a_word_for_a_company_at_the_head_of_a_sentence_is_no_part_of_its_name() {
    check_model(
        "Chipmaker Norvex cuts its outlook\n\nNorvex Semiconductor Corp said on Tuesday that it would cut jobs.",
        "ORG Norvex | ORG Norvex Semiconductor Corp",
    );
}

#[test]
fn the_title_of_a_book_is_another_name() {
    let (names, found) = by_model("She spoke with the paper about her new book, The Silent Battalion.");
    assert_eq!(names, "");
    assert!(found.mentions.iter().any(|m| m.label == EntityLabel::Misc), "{found:?}");
}

#[test]
fn a_stop_after_a_numeral_ends_the_sentence() {
    let text = "Her grandfather fought in World War I.";
    let (_, found) = by_model(text);
    assert_eq!(found.mentions.iter().map(|m| m.span.of(text)).collect::<Vec<_>>(), ["World War I"]);
}

#[test]
fn a_dateline_names_places() {
    check_model("WARREN, Mich. — The council met on Friday.", "LOC WARREN | LOC Mich.");
    check_model("PORT MALEN, Kesara (AP) — The council met on Friday.", "LOC PORT MALEN | LOC Kesara | ORG AP");
    check_model("UPDATE — The council met on Friday.", "");
}

#[test]
fn what_is_named_after_somebody_is_nobody() {
    let text = "Astronomers used the James Webb Space Telescope on Friday.";
    let (names, found) = by_model(text);
    assert_eq!(names, "");
    assert!(found.mentions.iter().any(|m| m.label == EntityLabel::Misc && m.span.of(text) == "James Webb Space Telescope"));
}

#[test]
fn a_company_goes_by_the_first_word_of_its_name() {
    check_model("Meta Platforms Inc has agreed to pay. Meta said so on Friday.", "ORG Meta Platforms Inc | ORG Meta");
}

#[test]
fn local_offices_stay_outside() {
    check_model("I read that Councilwoman Lena Dawes was late.", "PERSON Lena Dawes");
}

#[test]
fn letters_after_a_name_and_offices_are_no_names() {
    check_model("Counsel Rotimi Oyedepo, SAN, told the court so.", "PERSON Rotimi Oyedepo");
    check_model("The National Publicity Secretary of the party, Felix Morka, left.", "PERSON Felix Morka");
}

#[test]
fn what_stands_after_a_name_says_what_it_is() {
    check_model("Kremlin spokesman Dmitry Peskov answered.", "ORG Kremlin | PERSON Dmitry Peskov");
    check_model("He described residents of the Oak Hollow subdivision.", "LOC Oak Hollow");
    check_model("A copy was obtained by The Springdale Courier on Friday.", "ORG The Springdale Courier");
}

#[test]
fn a_share_symbol_shows_a_company() {
    check_model("Shell wins its appeal in the case\n\nShell (SHEL.L) won on Tuesday. Shell said it was glad.", "ORG Shell | ORG Shell | ORG Shell");
}

#[test]
fn a_change_and_what_it_comes_to_are_two_amounts() {
    check(&[Money], "Profit fell $1.2m to $23.5m.", "$1.2m=1200000 USD | $23.5m=23500000 USD");
    check(&[Money], "Shares rose 14 cents to $9.40.", "14 cents=0.14 USD | $9.40=9.4 USD");
    check(&[Money], "Seats cost $20 to $45.", "$20 to $45");
    check(&[Percent], "Turnout rose 8 per cent to 61.5pc.", "8 per cent=0.08 | 61.5pc=0.615");
    check(&[Percent], "Between 10 and 15 percent of roofs leak.", "10 and 15 percent");
}

#[test]
fn currencies_of_the_world() {
    check(
        &[Money],
        "It cost 40 ringgit, 2 million hryvnia, 80 dirhams and 500 taka.",
        "40 ringgit=40 MYR | 2 million hryvnia=2000000 UAH | 80 dirhams | 500 taka=500 BDT",
    );
    check(&[Money], "A roof is 2 euros 50, and a wall 3 euros.", "2 euros 50=2.5 EUR | 3 euros=3 EUR");
    check(&[Money], "He paid 2 euros 50 times.", "2 euros=2 EUR");
}

#[test]
fn business_quarters_and_months_in_lists() {
    check(&[Date], "Profit fell in Q1 2018 and in Q3, but not in FY24.", "Q1 2018 | Q3 | FY24");
    check(&[Date], "Q1: Does the roof leak? The H1 group met.", "");
    check(&[Date], "They met in April, June and September, and every May.", "April=XXXX-04 | June=XXXX-06 | September=XXXX-09 | May=XXXX-05");
    check(&[Date], "June Ames and April Jones met May Ortiz.", "");
}

#[test]
fn numbers_of_houses_and_rooms_are_no_years() {
    check(&[Date], "The hall at 1945 Elm Street and room 2019 are shut since 2018.", "2018=2018");
    check(&[Date], "In 1945 Elm Street was shut.", "1945=1945");
}

#[test]
fn spoken_times() {
    check(&[Time], "It was half past nine when they left; quarter to six, ten minutes past three.", "half past nine | quarter to six | ten minutes past three");
    check(&[Time], "By 8 a.m. ET half of the team had walked past nine halls, ten to six men.", "8 a.m. ET=T08:00");
}

#[test]
fn named_days() {
    check(&[Date], "It is shut on St Patrick's Day, Bank Holiday Monday and Christmas Eve.", "St Patrick's Day | Bank Holiday Monday | Christmas Eve");
}

#[test]
fn firms_with_an_ampersand() {
    check_model("Shoppers left Stop & Shop for Johnson & Johnson.", "ORG Stop & Shop | ORG Johnson & Johnson");
    check_model("They queued outside H&M in Leeds.", "ORG H&M | LOC Leeds");
    check_model("The shop, Finch & Daughters, is closing.", "ORG Finch & Daughters");
    check_model("Read our Terms & Conditions, and how R&D is paid.", "");
}

#[test]
fn a_nickname_stands_inside_one_name() {
    check_model("Anthony “Little Tony” Ferro told the court so.", "PERSON Anthony “Little Tony” Ferro");
}

#[test]
fn storms_and_ships_are_no_people() {
    check_model("Storm Hedda hit the coast on Monday.", "");
    check_model("The trawler Mary Lind sank off the coast.", "");
    check_model("The tanker Ever Distant ran aground.", "");
    check_model("They met at Lord's on Friday, and the Lord's prayer was read.", "LOC Lord's");
    check_model("The trawler captain Mary Lind was saved.", "PERSON Mary Lind");
}

#[test]
fn coined_words_are_organisations_and_files_are_not() {
    check_model("She joined DeepMere in 2019. Nobody had heard of DeepMere.", "ORG DeepMere | ORG DeepMere");
    check_model("See the attached file CrudeRoofs.pdf before noon.", "");
}

#[test]
fn words_that_are_names_at_the_head_of_a_sentence() {
    check_model("Faith, 34, said she had seen it.", "PERSON Faith");
    check_model("King told the court he was sorry.", "PERSON King");
    check_model("Banks said they would lend. Price rises slowed.", "");
}

#[test]
fn a_university_called_by_its_place() {
    check_model("She was a sophomore at Columbia at the time.", "ORG Columbia");
    check_model("She lives in Columbia and works at home.", "LOC Columbia");
}

#[test]
fn clubs_called_by_their_city() {
    check_model("Boston beat New York 4-2 in the first game.", "ORG Boston | ORG New York");
    check_model("The striker joined Barcelona from Valencia on Monday.", "ORG Barcelona | ORG Valencia");
    check_model("She left Boston for New York on Monday.", "LOC Boston | LOC New York");
}

#[test]
fn hyphens_of_unicode_join_a_name() {
    let text = "The Anglo\u{2011}Irish bank was shut, Jean\u{2011}Marc Delorme said.";
    let model = super::model::EntityModel::from_bytes(include_bytes!("../../models/entities.bin")).unwrap();
    let found = crate::analyse(text, &crate::Models { entities: Some(model.into()), ..Default::default() }, crate::Layers::ALL);
    let names: Vec<&str> = found.annotations.iter().filter(|a| a.layer == crate::annotation::Layer::Entity).map(|a| a.span.of(text)).collect();
    assert_eq!(names, ["Anglo\u{2011}Irish", "Jean\u{2011}Marc Delorme"]);
}
