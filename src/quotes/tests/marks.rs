use super::check;

#[test]
fn straight_and_curly() {
    check("⟦d1 Lena Ortiz|\"We will appeal,\"⟧ <said> {Lena Ortiz}. ⟦d1 Lena Ortiz|\"We have time.\"⟧");
    check("⟦d Lena Ortiz|“We will appeal today,”⟧ {Lena Ortiz} <said>.");
}

#[test]
fn opens_in_one_style_and_closes_in_the_other() {
    check("⟦d Lena Ortiz|\"We will appeal today.”⟧ {Lena Ortiz} <said>.".replace("today.”⟧", "today,”⟧").as_str());
    check("⟦d Lena Ortiz|“We will appeal today,\"⟧ <said> {Lena Ortiz}, the mayor.");
}

#[test]
fn a_space_before_the_closing_mark() {
    check("{Lena Ortiz} <said>: ⟦d Lena Ortiz|“All the clerks have left. \"⟧");
}

#[test]
fn a_mark_turned_the_wrong_way() {
    check("⟦d Jim Ames|“It is a problem for her here,“⟧ <said> {Jim Ames}.");
}

#[test]
fn tokenised_text() {
    check("⟦d1 Lena Ortiz|\" I did not resign . I was fired , \"⟧ {Lena Ortiz} <wrote> . ⟦d1 Lena Ortiz|\" It was late . \"⟧");
    check("He left . ⟦d|\" It was late at night . \"⟧ ⟦d Lena Ortiz|\" One thing is sure , \"⟧ {Lena Ortiz} <said> .");
}

#[test]
fn two_apostrophes_and_backticks() {
    check("⟦d Lena Ortiz|''We may be seeing the end,''⟧ the economist {Lena Ortiz} <wrote>.".replace("the economist {Lena", "{the economist Lena").as_str());
    check("⟦d Lena Ortiz|``We may be seeing the end,''⟧ <said> {Lena Ortiz}.");
    check("⟦d Lena Ortiz|''I have always said 'no more of it,'''⟧ {Lena Ortiz} <said>.");
}

#[test]
fn guillemets_and_low_marks() {
    check("⟦d Lena Ortiz|« Il est parti »⟧, <said> {Lena Ortiz}.");
    check("⟦d Lena Ortiz|„We have time for it,“⟧ <said> {Lena Ortiz}.");
    check("» Read more about the vote here");
}

#[test]
fn an_open_mark_that_the_next_paragraph_takes_up() {
    check("{Lena Ortiz} <said>, ⟦d1 Lena Ortiz|“It is like rain in June.⟧\n\n⟦d1 Lena Ortiz|“It falls and falls,”⟧ {she} <said>.");
}

#[test]
fn an_open_mark_that_nothing_follows() {
    check("⟦d|“Make the city clean again.⟧\n\nTo that, nobody had an answer.");
}

#[test]
fn a_stray_closing_mark() {
    check("The nominee is a proven failure.” {Lena Ortiz} <said>, ⟦d Lena Ortiz|“This has to end.”⟧");
}

#[test]
fn a_fragment_then_a_full_quotation() {
    check(
        "{Lena Ortiz} <called> ⟦m Lena Ortiz|it “the most difficult ever.”⟧\n\n⟦d2 Lena Ortiz|“But in the end,”⟧ {she} <said>, ⟦d2 Lena Ortiz|“we all came through.”⟧",
    );
}

#[test]
fn a_hard_line_break() {
    check("⟦d Lena Ortiz|“They take part personally\nin caucuses and primaries,”⟧ {Lena Ortiz} <said>.");
}

#[test]
fn apostrophes_are_no_marks() {
    check("⟦d Lena Ortiz|‘The clerks’ pay wasn’t cut,’⟧ <said> {Lena Ortiz}.");
    check("The judges' request and the clerks' answer in the '90s; it’s rock 'n' roll.");
    check("The mayor ’s men did n’t see the clerks’ room.");
}

#[test]
fn nested_marks() {
    check("⟦d Lena Ortiz|“On the trail, ‘I refuse to use the phrase bad weather,’”⟧ {she} <noted>.".replace("d Lena Ortiz|", "d ~named|").as_str());
}

#[test]
fn single_marks_outside() {
    check(
        "{Lena Ortiz} Says City Hall ‘Has To Come a Long Way’ on Housing"
            .replace(
                "{Lena Ortiz} Says City Hall ‘Has To Come a Long Way’ on Housing",
                "{Lena Ortiz} <Says> ⟦m Lena Ortiz|City Hall ‘Has To Come a Long Way’ on Housing⟧",
            )
            .as_str(),
    );
}

#[test]
fn inches_and_code() {
    check("He is 5'10\" tall and the pipe is 6'2\" long.");
    check("Set the value \"\"= in the file.");
}

#[test]
fn capitals_in_brackets_and_dashes_inside() {
    check("⟦d Lena Ortiz|\"The plan is [South District] sound — I think,\"⟧ {Lena Ortiz} <said>.");
}

#[test]
fn a_word_between_single_marks_inside() {
    check("⟦d Ida Ames|“I was a ‘rapists’ lawyer’ for years,”⟧ {Ida Ames} <said>.");
}

#[test]
fn a_mark_after_a_question_splits_no_attribution() {
    check("⟦d1 Harry Ames|\"So what?\"⟧ <said> {Harry Ames}. ⟦d1 Harry Ames|\"We all know it.\"⟧");
}
