//! Reported clauses: what governs them, what stands between, where they end.

use super::check;

#[test]
fn what_a_noun_reports_before_the_verb_of_its_sentence() {
    check("{Lena Ortiz}’s <claim> ⟦i Lena Ortiz|that she still has a way to win⟧ would depend on luck.");
    check("{Lena Ortiz}’s <assertion> Monday ⟦i Lena Ortiz|that more roads are needed⟧ drew laughter.");
    check("Despite {Lena Ortiz}’s <claims> ⟦i Lena Ortiz|that the roof exceeds the plan⟧, the council left.");
    check("The claim that the council heard drew laughter.");
}

#[test]
fn verbs_that_are_as_often_nouns() {
    check("{Scholars} <caution> ⟦i ~collective|that high turnout does not always help⟧.");
    check("{The leadership} <fears> ⟦i ~anonymous|that sweeping closures could bring unrest⟧.");
    check("War fears that swept the town are over.");
}

#[test]
fn asides_between_a_cue_and_what_it_reports() {
    check("{Many economists} - a part of the council - <warn> ⟦i ~collective|that the bank could fail⟧.");
    check("{Lena Ortiz} <said> — on Friday, of all days — ⟦i Lena Ortiz|that the roof leaks⟧.");
    check("{Lena Ortiz} <says>, ⟦i Lena Ortiz|if the vote is lost, she will stay⟧.");
    check("{Lena Ortiz} <noted> in a guest column in Sunday’s Record ⟦i Lena Ortiz|that anger is high⟧.");
    check("{Lena Ortiz} <promised> on Monday ⟦i Lena Ortiz|to begin work on the bridge⟧.");
}

#[test]
fn one_in_so_many_and_all_but_some() {
    check("{One in four} <said> ⟦i ~collective|the council was hostile to them⟧, and nearly {three in five} <said> ⟦i ~collective|they would stay home⟧.");
    check("{All but two} <said> ⟦i ~anonymous|the council should meet⟧.");
    check("The said two left.");
}

#[test]
fn anothers_report_ends_a_clause() {
    check("{Ida Ames} <said> ⟦i Ida Ames|the roof is dry⟧, though {Lena Ortiz} <said> ⟦i Lena Ortiz|it was wet⟧.");
    check("{Ida Ames} <said> ⟦i Ida Ames|the roof is dry⟧, while {Lena Ortiz}, the mayor, <said> ⟦i Lena Ortiz|it was wet⟧.");
    check("{Ida Ames} <said> ⟦i Ida Ames|the roof is dry⟧; {Lena Ortiz} <said> ⟦i Lena Ortiz|it was wet⟧.");
    check("{Ida Ames} <said> ⟦i Ida Ames|the roof is dry, though the wall is wet⟧.");
}

#[test]
fn what_goes_on_after_a_parenthesis() {
    check("⟦i1 ~collective|The effects are hard to see⟧, {many economists} <say>, ⟦i1 ~collective|because there is little to go by⟧.");
    check("⟦i1 Lena Ortiz|The voters⟧, {Lena Ortiz} <notes>, ⟦i1 Lena Ortiz|applaud the plan of the mayor⟧.");
}

#[test]
fn more_about_who_said_it_is_not_said() {
    check("⟦i ~collective|Holding that ground is within his power⟧, <said> {a handful of members} who point to his record.");
    check("In addition to <stating> ⟦i Lena Ortiz|that the bridge is safe⟧, {Lena Ortiz} has left for the roads.");
    check("The word came from {businesses} that <warn> ⟦i ~collective|it could harm trade⟧.");
}

#[test]
fn an_opinion_after_in() {
    check("In {Lena Ortiz}’s <view>, ⟦i Lena Ortiz|the change would help the town⟧.");
    check("In view of the crowd, Lena Ortiz left the town.");
}

#[test]
fn a_list_with_one_of_a_kind_in_it_is_no_end() {
    check("{Officials} <say> ⟦i ~collective|Ida Ames held two keys, a card, and a whistle⟧.");
}

#[test]
fn verbs_in_a_row_end_what_the_first_one_says() {
    check("{Lena Ortiz} <praised> ⟦m Lena Ortiz|the “bold plan” of the council⟧, called on them to stay and left.");
    check("{Lena Ortiz} kept <boasting> about ⟦d Lena Ortiz|“winning”⟧ and pledging a new roof.");
}

#[test]
fn what_is_said_holds_a_phrase_with_marks_and_more() {
    check("{Ida Ames} <warned> of ⟦m Ida Ames|a “fierce” battle ahead that could split the council⟧.");
    check("{Ida Ames} <declared> in an interview with the Record ⟦m Ida Ames|that she found the roof to be “very dry.”⟧");
    check("{Ida Ames}, a clerk, <said> ⟦m Ida Ames|the “old model” of the town is in decline⟧.");
    check("{Ida Ames} <said> ⟦m Ida Ames|there had been “real gains” in the pursuit of a better plan⟧.");
    check("⟦i1 Ida Ames|Cost estimates⟧, {Ida Ames} <added>, ⟦m1 Ida Ames|were “based on a guess.”⟧");
}

#[test]
fn a_piece_joined_after_the_cue() {
    check("⟦d1 Ida Ames|“This deal must come with vigor,”⟧ {Ida Ames} <said>, ⟦m1 Ida Ames|and “clear ends for any breach.”⟧");
    check("⟦i1 Ida Ames|It is no surprise⟧, {Ida Ames} <said>, ⟦i1 Ida Ames|that the town did better⟧.");
}

#[test]
fn according_to_in_mid_sentence() {
    check("The council will meet, because, <according to> {Ida Ames}, ⟦i Ida Ames|the plan would fail⟧.");
}

#[test]
fn headings_in_single_marks() {
    check("⟦d Ida Ames|“We have no money for it,”⟧ {Ida Ames} <said>.\n\n⟦t|‘A tough decision.’⟧\n\nThe council met again on Friday.");
    check("⟦d1 Ida Ames|“We have no money for it,”⟧ {Ida Ames} <said>.\n\n⟦d1 Ida Ames|“It is a tough decision.”⟧");
}

#[test]
fn when_it_was_on_the_air_is_not_said() {
    check("{Ida Ames} <said> ⟦m Ida Ames|that she has “no idea” if it will rain⟧ on Sunday’s broadcast of the show.");
}

#[test]
fn what_follows_a_lead_and_a_parenthesis() {
    check("It was dry. But, {Ida Ames} <said>, ⟦i Ida Ames|it is a risky plan at a time like this⟧.");
    check("But ultimately, {other experts} <say>, ⟦i ~collective|the town was not wrong⟧.");
    check("⟦i1 Ida Ames|Bringing the show back⟧, {Ida Ames} <said>, ⟦i1 Ida Ames|feels right at a time like this⟧.");
    check("However, as {Ida Ames} <noted>, ⟦i Ida Ames|the roof was dry⟧.");
}

#[test]
fn what_stands_before_its_cue() {
    check("⟦i ~collective|To win the town, candidates need to capture 40 percent of the vote⟧, {analysts} <say>; in 2012, Ida Ames lost.");
    check("⟦i Ida Ames|This is not about me⟧, {Ida Ames} <told> her closest aides as she left the hall.");
    check("⟦i ~document|The council is helping to pay for it⟧, {disclosures} filed on Friday night <revealed>.");
}

#[test]
fn subjects_with_a_verb_for_a_noun() {
    check("{Sources close to her campaign} <say> ⟦i ~collective|she stands behind the plan⟧.");
    check("{Ida Ames} <said> ⟦i Ida Ames|the heat and unsettled weather could last⟧.");
}

#[test]
fn as_somebody_put_it() {
    check("⟦d Ida Ames|“It is a lawful source,”⟧ as {Ida Ames} <put> it.");
    check("⟦m ~document|The first need is a “lawful source of income,”⟧ as {a town memo} <put> it.");
    check("{Ida Ames} <put> it this way: ⟦d Ida Ames|“We will go home.”⟧");
    check("As {Ida Ames} <puts> it, ⟦i Ida Ames|the plan is dead⟧.");
    check("Ida Ames put it in the box.");
}

#[test]
fn names_that_things_are_known_by_are_not_said() {
    check("Ida Ames, 44, known online as ⟦s|“Fizz,”⟧ was sent to the town.");
    check("The bill, known as the ⟦t|“Justice Act”⟧ was passed by the council.");
}

#[test]
fn charges_and_answers_with_marks() {
    check("{Ida Ames} took to the web to <accuse> ⟦m Ida Ames|the council of being “duped” by “a con”⟧.");
    check("{Ida Ames} answered a clerk by <saying> ⟦m Ida Ames|the roof was a “made up” issue⟧.");
    check("⟦i ~collective|The mayor demeaned the council⟧, <according to> {show insiders}.");
}

#[test]
fn what_looks_like_a_report_and_is_none() {
    check("⟦d Ida Ames|“It is late,”⟧ {Ida Ames} <told> the paper last month.");
    check("There is an old quip in the town that good times never die of old age.");
    check("The council usually does the tweeting when the mayor speaks.");
    check("She once again found herself alone in the row.");
    check("It called to mind the promise of the old days.");
}

#[test]
fn short_clauses_and_trailing_cues_end_early() {
    check("She did it in May, just as {she} <said> ⟦i ~named|she would⟧, and the market rose.");
    check("⟦i Record|The council urged people to stay home⟧, {the Record} <reported>.");
}

#[test]
fn who_is_meant_by_who() {
    check("She is {a professor of history at Dover College} who <said> ⟦i ~anonymous|it was late⟧.");
    check("They worried, given {Ida Ames}’s comments <saying> ⟦i Ida Ames|she would leave the pact⟧.");
}

#[test]
fn an_object_ends_where_the_sentence_goes_on() {
    check("{Ida Ames} <supports> ⟦i Ida Ames|the new plan for the roof⟧ but is not working for it.");
    check("Even after {she} <criticized> ⟦i ~named|the plan of the council⟧, Ida Ames voted for it.");
    check("{Ida Ames}, along with a clerk, <wrote> ⟦i Ida Ames|an account of the case⟧.");
}

#[test]
fn a_senator_with_her_state_ends_a_clause() {
    check("{The mayor} <warned> ⟦i ~anonymous|that it would rain⟧, Sen. Lena Ortiz (R-Tex.) told the Record on Friday.");
}

#[test]
fn more_that_looks_like_a_report() {
    check("It is a set of Clean Water Act rules that could close the plant.");
    check("Everything Ida Ames says is a lie.");
    check("It does help Ida Ames maintain the image of the leader that the town wants.");
}

#[test]
fn what_closes_the_sentence_reports_all_of_it() {
    check("⟦i BFM TV|The council was treating it as theft and urging people to stay home⟧, {BFM TV} <reported>.");
    check("⟦i ~anonymous|Ida Ames said the roof leaks⟧, {the mayor’s spokesman} <said>.");
    check("{Ida Ames} <said> ⟦i Ida Ames|the roof leaks, as the council knows⟧.");
}

#[test]
fn more_that_stands_before_its_cue() {
    check("⟦i Adam Black|The firm worked for the mayor in New York⟧, <said> {lobbyist and strategist Adam Black}.");
    check("⟦i ~anonymous|He yanked the arm of a clerk⟧, she and {another clerk} <said>.");
    check("⟦i1 ~anonymous|The plan⟧, {an inside source} <said>, ⟦i1 ~anonymous|is to have helpers pass out prints⟧.");
}

#[test]
fn what_is_shown_and_what_is_not_answered_is_no_report() {
    check("Ames showed no emotion as the verdict was read.");
    check("The mayor did not respond to a request for comment.");
    check("{The study} <showed> ⟦i ~document|that the roof leaks⟧.");
}

#[test]
fn a_silence_takes_no_words_from_the_sentence_before() {
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the roof “should serve as a warning.”⟧ The clerk, Ida Ames, did not respond to a request for comment.");
}

#[test]
fn a_verb_after_to_is_nobody_who_is_addressed() {
    check("{The coach} <refused> ⟦i ~anonymous|to blame Lena Ortiz⟧.");
}

#[test]
fn hours_before_something_else() {
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof leaked⟧, hours before the council met.");
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof leaked for hours before the council met⟧.");
}

#[test]
fn what_a_verb_resolves_is_no_clause() {
    check("The deal would resolve a suit prompted by the roof.");
}

#[test]
fn a_thing_that_is_added_is_no_clause() {
    check("Ames hit a ball, Lane added a solo shot and the town beat Rovers on Sunday.");
    check("{Lane} <added> ⟦i Lane|the roof would leak⟧.");
}

#[test]
fn another_cue_stands_before_that() {
    check("{The lawyer} <urged> ⟦i ~anonymous|the court to release him on easy terms⟧, <adding> ⟦m ~anonymous|that Ortiz “is no risk”⟧.");
}

#[test]
fn what_somebody_does_too_is_no_clause() {
    check("{Lena Ortiz} <promises> ⟦i Lena Ortiz|hearings on the roof⟧ and delivers tweets.");
}
