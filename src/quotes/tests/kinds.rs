//! What stands in quotation marks: kinds, edges, what belongs together.

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
fn attribution_after_the_first_words() {
    check("⟦i1 Ames|Now⟧, {Ames} <said>, ⟦i1 Ames|the roof is dry⟧.");
    check("⟦i1 Ames|It was⟧, {Ames} <said>, ⟦i1 Ames|one of the coldest winters of his life⟧.");
    check("⟦i1 ~organisation|The number of clerks⟧, <according to> {the council}, ⟦i1 ~organisation|has grown since June⟧.");
    check("In addition, <according to> {the council}, ⟦i ~organisation|nine clerks will lose their posts⟧.");
    check("Now, Ames is dry.");
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
fn chants() {
    check("{The crowd} <chanted> ⟦d ~collective|“Mend the roof”⟧ after the council met.");
    check("The council left to chants of ⟦d|“Mend it now!”⟧ from the street.");
    check("A picture of ⟦s|“mending”⟧ hung there.");
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
