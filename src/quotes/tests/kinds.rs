use super::check;

#[test]
fn attribution_after() {
    check("⟦d Lena Ortiz|“One hallmark is patience,”⟧ {Lena Ortiz} <said> in a statement.");
    check("⟦d Lena Ortiz|“One hallmark is patience,”⟧ <said> {Sen. Lena Ortiz}, D-NY, in a statement.");
}

#[test]
fn attribution_before() {
    check("{City spokesman Peter Ames} <told> the Daily Record late Friday night: ⟦d Peter Ames|“The mayor called them tonight.”⟧");
    check("{Peter Ames} <said>, ⟦d Peter Ames|“The mayor called them tonight.”⟧");
}

#[test]
fn interrupted() {
    check("⟦d1 Peter Ames|“The mayor called them,”⟧ {Peter Ames} <said>, ⟦d1 Peter Ames|“and they came.”⟧");
}

#[test]
fn fragments_under_a_verb_of_speech() {
    check("{Peter Ames} <tweeted> ⟦m Peter Ames|that he “did not resign”⟧ and <added>, ⟦d Peter Ames|“Moments ago, I was fired.”⟧");
    check("{Ames} <said> ⟦m Ames|he was “troubled”⟧.");
    check("{Ames} left the room, <saying> ⟦m Ames|he is a “rock star”⟧.");
    check("{Ames} <called> ⟦m Ames|the vote “crazy,”⟧ and left.");
}

#[test]
fn a_quotation_that_starts_in_mid_sentence() {
    check("Now, ⟦d ~anonymous|“the mayor has now asked the rest of them to leave,”⟧ {a spokeswoman} <said>.");
}

#[test]
fn a_lead_in_outside_the_marks() {
    check("⟦m Peter Ames|By asking for all of the files before Monday, “the mayor is hindering the work of the court,”⟧ {Peter Ames} <said>.");
}

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
fn a_naming_ends_with_its_marks() {
    check("{Lena Ortiz} <called> ⟦m Lena Ortiz|the plan “plain theft”⟧ when she left the hall.");
    check("{Lena Ortiz} <called> ⟦m Lena Ortiz|the plan “plain theft” of public money⟧.");
    check("{Lena Ortiz} <called> ⟦m Lena Ortiz|the plan “plain theft”⟧ and has left the hall.");
}

#[test]
fn titles_of_programmes_beside_a_cue() {
    check(
        "{Lena Ortiz} <told> the station’s “Good Morning Ohio” ⟦i Lena Ortiz|that the roof was leaking⟧."
            .replace("“Good Morning Ohio”", "⟦t|“Good Morning Ohio”⟧")
            .as_str(),
    );
    check("On the station’s ⟦t|“Good Morning Ohio,”⟧ Lena Ortiz was asked about the roof.");
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
fn attribution_after_the_first_words() {
    check("⟦i1 Ames|Now⟧, {Ames} <said>, ⟦i1 Ames|the roof is dry⟧.");
    check("⟦i1 Ames|It was⟧, {Ames} <said>, ⟦i1 Ames|one of the coldest winters of his life⟧.");
    check("⟦i1 ~organisation|The number of clerks⟧, <according to> {the council}, ⟦i1 ~organisation|has grown since June⟧.");
    check("In addition, <according to> {the council}, ⟦i ~organisation|nine clerks will lose their posts⟧.");
    check("Now, Ames is dry.");
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
fn quotations_without_a_speaker() {
    check("⟦d|“Clean water is a right, not a favour.”⟧");
}

#[test]
fn a_paragraph_that_floats_after_an_attributed_one() {
    check(
        "⟦d1 Lena Ortiz|“The roof leaks every day,”⟧ {Lena Ortiz} <said>.\n\n⟦d1 Lena Ortiz|“We have been asking for money for years.”⟧\n\nThe city has none.",
    );
}

#[test]
fn labels_and_signatures() {
    check("{LENA ORTIZ}<:> ⟦d Lena Ortiz|We will appeal this, and we will win.⟧".replace("d Lena Ortiz", "d LENA ORTIZ").as_str());
    check("⟦d Lena Ortiz|“We will appeal this, and we will win.”⟧\n\n— {Lena Ortiz}");
    check(
        "Lena Ortiz spoke to Peter Brandt.\n\n⟦d Peter Brandt|“{BRANDT}: Will the roof be mended this year?”⟧\n\n⟦d Lena Ortiz|“{ORTIZ}: It will, and we will pay for it.”⟧",
    );
    check("⟦d|“NOTE TO SELF: never trust a new roof in the rain.”⟧");
    check("CORRECTION: An earlier version of this article had the wrong date.");
    check("{Ortiz}<:> ⟦m Ortiz|City Hall ‘Has A Long Way To Go’⟧\n\nThe mayor spoke on Monday.");
}

#[test]
fn scare_quotes_and_words_as_words() {
    check("They met the so-called ⟦s|“rebels”⟧ at noon.");
    check("The word ⟦s|“fired”⟧ was never used.");
}

#[test]
fn titles_of_works() {
    check("He plays a prosecutor in the series ⟦t|“Bright Billions,”⟧ which runs on Sunday.");
}

#[test]
fn nicknames_belong_to_the_name() {
    check("Juan “Chico” Ames came home on Sunday.");
}

#[test]
fn brackets_and_ellipses_stay_inside() {
    check("⟦d Lena Ortiz|“[W]e welcome the court’s [late] ruling ... and we thank it,”⟧ {Lena Ortiz} <said>.");
}

#[test]
fn british_punctuation() {
    check("⟦d Lena Ortiz|‘Have you any idea what it costs’⟧, {Lena Ortiz} <asked>.");
}

#[test]
fn words_put_in_anothers_mouth() {
    check("{The president} <directed> Ames to say, ⟦d ~anonymous|“I asked you to stay.”⟧");
    check(
        "The president directed Ames to stay at home."
            .replace("The president directed", "{The president} <directed>")
            .replace("Ames to stay at home", "⟦i ~anonymous|Ames to stay at home⟧")
            .as_str(),
    );
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
fn tweets() {
    check("⟦d @lenaortiz|“The roof leaks,”⟧ {@lenaortiz} <tweeted>.");
    check("⟦d Lena Ortiz|The roof of the school leaks every day.⟧ <—> {Lena Ortiz} (@lenaortiz) June 29, 2016");
    check("The mayor stayed at home — Rome (Italy) was too far.");
}

#[test]
fn a_tweet_in_a_tag() {
    let text = "<tweet id=\"12\" author=\"@lenaortiz\">The roof of the school leaks every day. — Lena Ortiz (@lenaortiz) June 29, 2016</tweet>";
    let document = crate::text::Document::new(text);
    let view = crate::text::View::plain(&document);
    let found = super::find(&view, &super::recognise(&view, None));
    let words: Vec<&str> = found.iter().map(|q| q.span.of(text)).collect();
    assert_eq!(words, ["The roof of the school leaks every day."]);
}

#[test]
fn questions_and_answers() {
    check("{Q}<:> ⟦d ~anonymous|What do you want for the school?⟧\n\n{A}<:> ⟦d ~anonymous|I want a new roof for it.⟧");
    check("{JAKE STONE}<:> ⟦d JAKE STONE|What do you want?⟧\n\n{LENA ORTIZ}<:> ⟦d LENA ORTIZ|I want a new roof for the school.⟧");
}

#[test]
fn announced_before_the_paragraph() {
    check("And from {Lena Ortiz}<:>\n\n⟦d Lena Ortiz|“The roof leaks every day.”⟧");
}

#[test]
fn signs_chants_and_mottos() {
    check("{The crowd} <chanted> ⟦d ~collective|“Mend the roof!”⟧");
    check("Her motto is ⟦s|“Never again.”⟧");
}

#[test]
fn a_title_in_an_introduction_is_no_lead() {
    check("In ⟦t|“The Long Road Home,”⟧ Ida Ames writes of her youth.");
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
fn marks_that_go_on_with_what_was_said_without() {
    check("{Lena Ortiz} <said> ⟦i1 Lena Ortiz|the roof was leaking⟧.\n\n⟦d1 Lena Ortiz|“It has been leaking for years.”⟧");
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. The council met on Friday.\n\n⟦d|“It has been leaking for years.”⟧");
    check("{Lena Ortiz} <said> ⟦i1 Lena Ortiz|the roof was leaking⟧: ⟦d1 Lena Ortiz|“It has been leaking for years.”⟧");
}

#[test]
fn unmarked_words_between_the_marks_and_the_attribution() {
    check("⟦m Lena Ortiz|“We have the money we need” for a new roof⟧, {Lena Ortiz} <said>.");
    check("⟦m Lena Ortiz|“We have the money we need,” like every other town⟧, <said> {Lena Ortiz}, the mayor of Rome.");
    check("⟦d Lena Ortiz|“We have the money we need,”⟧ {Lena Ortiz}, 30, of Rome, <said>.");
}

#[test]
fn what_closes_the_sentence_reports_all_of_it() {
    check("⟦m Lena Ortiz|Ida Ames called the plan “plain theft,”⟧ {Lena Ortiz} <said>.");
    check("Although {Ida Ames} <told> the Record ⟦m Ida Ames|that the plan was “plain theft,”⟧ {Lena Ortiz} <said> ⟦i Lena Ortiz|the clerks had read it⟧.");
}

#[test]
fn one_utterance_around_its_cue() {
    check("⟦i1 Lena Ortiz|The crowd broke through the door⟧, {Lena Ortiz} <said>, ⟦m1 Lena Ortiz|and “everyone started running.”⟧");
    check("⟦i Lena Ortiz|The crowd broke through the door⟧, {Lena Ortiz} <said>, opening the ⟦t|“Book of Rome”⟧ again.");
    check(
        "⟦i1 ~anonymous|The new book⟧, <according to> {its summary}, ⟦d1 ~anonymous|“shows the town as it really was.”⟧"
            .replace("~anonymous", "~document")
            .as_str(),
    );
    check("⟦i Lena Ortiz|The roof leaks⟧, <according to> {Lena Ortiz}, which worries the clerks.");
}

#[test]
fn according_to_right_after_the_marks() {
    check("⟦d Lena Ortiz|“The roof leaks every day,”⟧ <according to> {Lena Ortiz}.");
    check("⟦d|“The roof leaks every day.”⟧ <According to> {Lena Ortiz}, ⟦i Lena Ortiz|the school is closed⟧.");
}

#[test]
fn an_infinitive_whose_verb_is_marked() {
    check("{Lena Ortiz} <pledged> ⟦m Lena Ortiz|to “promote the roof of every school”⟧.");
    check("{Lena Ortiz} <asked> ⟦m Lena Ortiz|the council to “cease and desist” from mending it⟧.");
    check("{Lena Ortiz} <referred> to ⟦m Lena Ortiz|“good old days” in the school⟧.");
}

#[test]
fn the_nearer_cue_reports() {
    check("Lena Ortiz released a letter <calling> ⟦m Lena Ortiz|the plan “plain theft.”⟧".replace("Lena Ortiz released", "{Lena Ortiz} released").as_str());
    check("{Lena Ortiz} <criticized> ⟦m Lena Ortiz|the council for calling the plan “plain theft.”⟧");
}

#[test]
fn asides_and_second_thoughts_after_the_marks() {
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the plan was “plain theft”⟧; the council knew it well.");
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the plan was “plain theft” of money⟧, leaving the hall in tears.");
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the plan was “plain theft,”⟧ although she had voted for it.");
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the plan has “many gaps” for a city of our size, including a roof⟧.");
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|Jim Ames is a “loser,” a “liar” and a “thief.”⟧");
}

#[test]
fn what_it_was_said_in_and_when_it_will_be() {
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the plan was “plain theft”⟧ in an interview.");
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|the plan would be “very hard to beat” in November⟧.");
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
fn chants() {
    check("{The crowd} <chanted> ⟦d ~collective|“Mend the roof”⟧ after the council met.");
    check("The council left to chants of ⟦d|“Mend it now!”⟧ from the street.");
    check("A picture of ⟦s|“mending”⟧ hung there.");
}

#[test]
fn the_name_of_a_thing_is_no_report() {
    check("Ida Ames taught a class called ⟦s|“Perception”⟧ in Rome.");
    check("{Ida Ames} <called> ⟦m Ida Ames|the class “plain theft.”⟧");
}

#[test]
fn a_title_after_the_work_is_no_quotation() {
    check("{Lena Ortiz} <spoke> on her radio program, ⟦t|“Good Morning Rome.”⟧".replace("{Lena Ortiz} <spoke>", "Lena Ortiz spoke").as_str());
}

#[test]
fn a_fragment_under_a_verb_that_reports_nothing() {
    check(
        "{Lena Ortiz} took credit for ⟦m Lena Ortiz|“being right about the roof.”⟧"
            .replace("{Lena Ortiz} took", "{Lena Ortiz} <took>")
            .replace("⟦m", "⟦d")
            .as_str(),
    );
    check("{Lena Ortiz} <passed> ⟦m Lena Ortiz|a “total and complete ban” on all of the tools⟧.");
    check("{Lena Ortiz} <fanned> the fire over her remark ⟦m Lena Ortiz|that “there is a special place for clerks.”⟧");
}

#[test]
fn her_next_sentence_in_part_unmarked() {
    check("⟦d1 Lena Ortiz|“He is the best friend of mine,”⟧ {Lena Ortiz} <said>. ⟦m1 Lena Ortiz|That makes him “a man to be trusted.”⟧");
    check("⟦d Lena Ortiz|“He is the best friend of mine,”⟧ {Lena Ortiz} <said>. Ida Ames met ⟦s|“the man.”⟧");
}

#[test]
fn a_bracket_after_the_marks_is_a_note() {
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|that the roof is in “serious trouble.”⟧ [The Record.]");
}

#[test]
fn a_sentence_with_a_colon_announces() {
    check("{Lena Ortiz} <released> this note:\n\n⟦d Lena Ortiz|“The roof leaks every day.”⟧");
    check("Watch the roof below:\n\n⟦d|“The roof leaks every day.”⟧");
}

#[test]
fn a_quotation_set_apart_with_its_name_inside_the_marks() {
    check("⟦d Lena Ortiz|“The roof leaks every day and we have no money.⟧\n\n{Lena Ortiz}, Mayor of Rome.”");
    check("⟦d1|“The roof leaks every day.⟧\n\n⟦d1|We have no money to mend it.”⟧");
}

#[test]
fn headlines_with_a_label_and_a_part_in_marks() {
    check("{Lena Ortiz}<:> ⟦m Lena Ortiz|‘No Money’ For The School Roof⟧\n\nThe mayor spoke on Monday.");
}

#[test]
fn a_name_before_a_colon_in_mid_sentence() {
    check("More of it from {Lena Ortiz}<:> ⟦d Lena Ortiz|“The roof leaks every day.”⟧");
    check("<According to> {Lena Ortiz}: ⟦d Lena Ortiz|“The roof leaks every day.”⟧");
    check("One thing is left on the long list: ⟦d|“The roof leaks every day.”⟧");
}

#[test]
fn a_few_words_in_mid_sentence_are_held_at_arms_length() {
    check("Large banks face a new ⟦s|“too big to fail”⟧ tax next year.");
    check("⟦d|“Too big to fail now.”⟧");
}

#[test]
fn a_part_of_a_sentence_takes_no_unlisted_verb() {
    check("⟦d Ida Ames|“It is the silver standard,”⟧ {Ida Ames} <blustered>.");
    check("She is the town's ⟦s|“silver standard,”⟧ Ida Ames blustered on.");
}

#[test]
fn a_sentence_after_what_was_said_without_marks() {
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. ⟦d Lena Ortiz|“It has been leaking for years.”⟧");
    check("The council met on Friday. ⟦d|“It has been leaking for years.”⟧");
}

#[test]
fn what_follows_a_participle_goes_on_with_the_first_words() {
    check("⟦d1 Lena Ortiz|“The roof leaks,”⟧ {Lena Ortiz} <said>, <calling> ⟦m Lena Ortiz|the plan “plain theft.”⟧ ⟦d1 Lena Ortiz|“It will never be mended.”⟧");
}
