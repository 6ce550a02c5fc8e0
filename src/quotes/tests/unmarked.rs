//! What is reported without quotation marks, and what is no report.

use super::check;

#[test]
fn indirect_speech() {
    check("{A clerk}, however, <told> the Daily Record ⟦i ~anonymous|that Ames may be using this for himself⟧.");
    check("{The person}, who spoke to the paper, <said> ⟦i ~anonymous|Ames was remaining in his post⟧.");
    check("⟦i ~anonymous|The mayor tried to call Ames on Thursday⟧, {a source familiar with the call} <told> the Daily Record.");
    check("⟦i ~collective|If the demands are not met⟧, {officials} <said>, ⟦i ~collective|the clerks will strike⟧.".replace("⟦i ~", "⟦i1 ~").as_str());
}

#[test]
fn speech_acts_without_a_clause() {
    check("{Lena Ortiz} <promised> ⟦i Lena Ortiz|to mend the roof by June⟧.");
    check("{Lena Ortiz} <accused> ⟦i Lena Ortiz|the mayor of hiding the bill⟧.");
    check("Lena Ortiz mended the roof and opened the school.");
}

#[test]
fn what_else_speaks_for_a_report_and_against_it() {
    check("While {Lena Ortiz} <supports> ⟦i Lena Ortiz|the plan to mend the old roof⟧, the council left.");
    check("{Lena Ortiz} <mentioned> ⟦i Lena Ortiz|the repairs that the harbour would need in the new year⟧.");
    check("Lena Ortiz mentioned 12 repairs, but only after lunch.");
    check("Lena Ortiz supports the plan, the council heard, but only in part: it is long.");
}

#[test]
fn speech_acts_by_their_frame() {
    check("{Lena Ortiz} <vowed> ⟦i Lena Ortiz|to mend the roof by June⟧.");
    check("{Lena Ortiz} <urged> ⟦i Lena Ortiz|the council to mend the roof⟧.");
    check("{Lena Ortiz} <called> for ⟦i Lena Ortiz|a new roof on the school⟧.");
    check("{Lena Ortiz} <dismissed> ⟦i Lena Ortiz|the latest report about the roof⟧ on Friday.");
    check("{Lena Ortiz} <criticized> ⟦i Lena Ortiz|the council for its plan to close the school⟧ and <praised> ⟦i Lena Ortiz|the clerks who kept it open⟧.");
    check("{Lena Ortiz} <laid> out ⟦i Lena Ortiz|a plan for the school⟧.");
    check("{Lena Ortiz} <defended> ⟦i Lena Ortiz|the plan for the school⟧ in an interview with the Record.");
    // A name alone, what was not said, what is told as done, and a thing that says nothing.
    check("Lena Ortiz endorsed Jim Ames.");
    check("Lena Ortiz declined to comment on the roof. She refused to answer.");
    check("Lena Ortiz resigned after rejecting the request for a new roof.");
    check("The rain has ruled out a picnic on the lawn.");
}

#[test]
fn the_reporters_sentence_goes_on() {
    check("While {Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧, the council closed the school.");
    check("{Lena Ortiz}, who <said> ⟦i Lena Ortiz|the roof was leaking⟧, left the council.");
    check("{Lena Ortiz} <promised> ⟦i Lena Ortiz|to mend the roof⟧ and opened the school.");
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking and the school was cold⟧.");
}

#[test]
fn adjectives_that_report() {
    check("{Lena Ortiz} is <confident> ⟦i Lena Ortiz|that the roof will hold⟧.");
    check("<Worried> ⟦i Lena Ortiz|that the roof might fall⟧, {Lena Ortiz} left the hall.");
    check("{Lena Ortiz} made <clear> ⟦i Lena Ortiz|that she would stay⟧.");
    check("Lena Ortiz is proud. The sky is clear and the roof is open to the rain.");
}

#[test]
fn what_is_expected_by_nobody_in_particular() {
    check("⟦i1|The plan⟧ is <expected> ⟦i1|to fail in June⟧.");
    check("The clerks were asked to leave in June. The roof was seen on Monday.");
}

#[test]
fn what_was_not_said_or_thought() {
    check("{Lena Ortiz} did not <say> ⟦i Lena Ortiz|whether the roof was leaking⟧.");
    check("{The council} <refused> ⟦i ~organisation|to reopen the case⟧.");
    check("The council refused to answer. The clerks did not see the roof of the school.");
}

#[test]
fn a_participle_after_a_preposition() {
    check("{Lena Ortiz} began her speech by <promising> ⟦i Lena Ortiz|to mend the roof⟧.");
    check("Lena Ortiz resigned after promising to mend the roof.");
}

#[test]
fn words_that_are_no_verb_of_speech_here() {
    check("The paper's reporting team won a prize.");
    check("As the mayor began, the roof leaked.");
    check("Lena Ortiz lost the book she wrote that helped the school.");
    check("{Lena Ortiz} <asked> Jim Ames ⟦i Lena Ortiz|which states he could win⟧.");
}

#[test]
fn a_question_in_mid_sentence() {
    check("He was angry when <asked> ⟦i|whether the roof was leaking⟧.");
    check("{Lena Ortiz} left the hall when <asked> ⟦i|whether the roof was leaking⟧.".replace("{Lena Ortiz}", "Lena Ortiz").as_str());
    check("He was angry when asked.");
}

#[test]
fn a_noun_that_opens_the_sentence() {
    check("Despite <complaints> ⟦i|that the roof leaks⟧, Lena Ortiz left the hall.");
    check("Complaints that the roof leaks were never proved.");
    check("It was a charge that the mayor strongly denied. It is important to remember that roofs leak.");
}

#[test]
fn a_second_verb_with_an_auxiliary() {
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|that it rained⟧ but did <note> ⟦i Lena Ortiz|that the roof was dry⟧.");
    check("{Several clerks} have both <said> ⟦i ~collective|that the roof leaks⟧ and gone home.");
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|that it rained but did no harm⟧.");
}

#[test]
fn a_word_that_leads_on_to_the_next_sentence() {
    check("⟦d1 Lena Ortiz|“The roof leaks every day,”⟧ {Lena Ortiz} <said>. But ⟦d1 Lena Ortiz|“we have no money for a new one.”⟧");
}

#[test]
fn a_condition_before_the_attribution() {
    check("⟦i1 Lena Ortiz|If the bill fails⟧, {Lena Ortiz} <said>, ⟦d1 Lena Ortiz|“we will try again next year.”⟧");
    check("Asked about the bill on Friday, {Lena Ortiz} <said>, ⟦d Lena Ortiz|“We will try again next year.”⟧");
}

#[test]
fn attribution_last() {
    check("⟦i Ames|The roof leaks every day⟧, <said> {Ames}, who was elected to the council in 2012.");
    check("But ⟦i|he operates on a different principle⟧, {he} <said>.".replace("⟦i|", "⟦i ~named|").as_str());
    check("⟦i ~anonymous|The school was free and would soon be open⟧, {the mayor} <told> her.");
    check("⟦i ~collective|Around 30 people would come to each event⟧, {officials} <said>.");
    // Where and when, with nothing that is said.
    check("In the hall of the school, he said. Late in June, she said.");
}

#[test]
fn a_relative_pronoun_as_subject() {
    check("Lena Ortiz met Jim Ames, ⟦i1 Lena Ortiz|who⟧ {she} <claims> ⟦i1 Lena Ortiz|has been unfair to her⟧.");
    check("The council passed a law ⟦i1 ~collective|that⟧ {some clerks} <say> ⟦i1 ~collective|will close the school⟧.");
    check("The plan that the mayor announced was late. The man who knows sleeps.");
}

#[test]
fn shares_of_those_asked() {
    check("On the roof, {42%} <say> ⟦i ~collective|they are sure⟧.");
    check("{Six in 10} <say> ⟦i ~collective|the roof is dry⟧.");
    check("{Nearly nine out of 10} <say> ⟦i ~collective|they need a roof⟧.".replace("{Nearly nine", "Nearly {nine").as_str());
    check("The roof has six in 10 tiles left.");
}

#[test]
fn another_verb_of_speech_takes_over() {
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧ and <praised> ⟦i Lena Ortiz|the clerks who mended it⟧.");
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the council was late and slow⟧.");
}

#[test]
fn as_somebody_noted() {
    check("As {Lena Ortiz} <noted>, ⟦i Lena Ortiz|the roof was leaking for years⟧.");
    check("As the roof was leaking, the school was closed.");
}

#[test]
fn according_to() {
    check("<According to> {Peter Ames}, ⟦i Peter Ames|the roof was leaking for years⟧.");
    check("⟦i Peter Ames|The roof was leaking for years⟧, <accoding to> {Peter Ames}.");
    check(
        "<According to> {the Daily Record}, {two sources} <said> that it rained."
            .replace("{two sources} <said> that it rained", "⟦i Daily Record|{two sources} <said> ⟦i ~collective|that it rained all day⟧⟧")
            .as_str(),
    );
}

#[test]
fn passives() {
    check("It was <reported> by {Peter Ames} ⟦i Peter Ames|that the bridge was not safe⟧.");
    check("It emerged that the bridge was not safe. The clerk had been told that he could stay.");
}

#[test]
fn what_is_no_speech() {
    check("Spokesmen for the mayor declined comment on Friday.");
    check("The clerks were asked to leave their posts.");
}

#[test]
fn a_report_inside_a_report_is_told_once() {
    check("{Ida Ames} <informed> the press ⟦i Ida Ames|that the clerk said that he was invited⟧.");
    check("{A source} <told> the Record ⟦i ~anonymous|that, according to the clerk, it rained⟧.");
}

#[test]
fn a_report_in_a_dash_aside_ends_with_it() {
    check("{The mayor} — who had <said> ⟦i ~anonymous|that he would stay⟧ — left the hall.");
    check("The mayor — who had left — came back to the hall.");
}

#[test]
fn a_participle_that_opens_the_sentence() {
    check("<Noting> ⟦i Lena Ortiz|that the roof was leaking⟧, {Lena Ortiz} left the hall.");
    check("<Calling> ⟦m Lena Ortiz|the plan “plain theft,”⟧ {Lena Ortiz} left the hall.");
    check("Speaking to the Record, {Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧.");
}

#[test]
fn a_question_that_opens_the_sentence() {
    check("<Asked> ⟦i|whether the roof was leaking⟧, Lena Ortiz left the hall.");
    check("Asked to leave the hall, Lena Ortiz left.");
}

#[test]
fn nouns_that_report() {
    check("The council heard {Lena Ortiz}'s <claim> ⟦i Lena Ortiz|that the roof was leaking⟧.");
    check("{Lena Ortiz} made a <promise> ⟦i Lena Ortiz|to mend the roof by June⟧.");
    // Before its verb a noun's clause has no sure end; and a thing that is made is no claim.
    check("The claim that the roof was leaking was never proved.");
    check("The council repaired the roof that was leaking.");
}

#[test]
fn a_subordinate_clause_opens_the_sentence() {
    check("But even as {Lena Ortiz} <claimed> on Friday ⟦m Lena Ortiz|that the plan was “plain theft,”⟧ the council voted for it.");
    check("{Jim Ames}, <citing> ⟦d Jim Ames|“the rules of the house,”⟧ left the hall.");
}

#[test]
fn a_condition_belongs_to_what_is_said() {
    check("⟦m Lena Ortiz|If the bill passes, “we will mend the roof of the school,”⟧ {Lena Ortiz} <said>.");
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|because the roof leaks, “we will close the school.”⟧");
    check("After the vote, ⟦d Lena Ortiz|“We will mend the roof of the school,”⟧ {Lena Ortiz} <said>.");
}

#[test]
fn a_colon_inside_a_reported_clause() {
    check("{Lena Ortiz} <said> ⟦i1 Lena Ortiz|that if the rain stops, the roof might be saved⟧: ⟦d1 Lena Ortiz|“We have the tools and the men.”⟧");
}

#[test]
fn the_name_of_a_thing_is_no_report() {
    check("Ida Ames taught a class called ⟦s|“Perception”⟧ in Rome.");
    check("{Ida Ames} <called> ⟦m Ida Ames|the class “plain theft.”⟧");
}
