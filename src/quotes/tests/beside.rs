//! What stands beside the marks and is no verb of speech, and what is no speech beside them.

use super::check;

#[test]
fn set_phrases_name_the_speaker() {
    check("⟦d Lena Ortiz|“We did it,”⟧ <per> {Lena Ortiz}, the coach.");
    check("⟦d Lena Ortiz|“Soup for all,”⟧ was the <promise> of {Lena Ortiz}.");
    check("⟦d Lena Ortiz|“A shame”⟧ is what {Lena Ortiz} <called> the roof.");
    check("The roof was <called> ⟦d Lena Ortiz|“a shame”⟧ by {Lena Ortiz}.");
    check("{Lena Ortiz}’s <verdict>? ⟦d Lena Ortiz|“We had no roof.”⟧");
    check("From the desk of {Lena Ortiz}, vice president<:>\n\n⟦d Lena Ortiz|“The roof has become urgent.”⟧");
    // A price per person, a view of the sea.
    check("⟦d|“The roof is dry and it stays so,”⟧ at nine euros per person.");
    check("The roof was called ⟦s|“a shame”⟧ by nine o'clock.");
}

#[test]
fn a_gesture_or_a_feeling_comes_before_the_words() {
    check("{Lena Ortiz} <shook> her head. ⟦d Lena Ortiz|“Nobody warned us.”⟧");
    check("{Lena Ortiz} <was> furious. ⟦d Lena Ortiz|“Nobody warned us.”⟧");
    check("For {Lena Ortiz}, it <was> simple. ⟦d Lena Ortiz|“We had no choice.”⟧");
    // What she did is told for itself, and who speaks may be anybody.
    check("Lena Ortiz mended the roof. ⟦d|“Nobody warned us.”⟧");
    check("The roof shook. ⟦d|“Nobody warned us.”⟧");
}

#[test]
fn works_are_titles_and_nobody_says_them() {
    check("Lena Ortiz directed ⟦t|“The Long Winter”⟧.");
    check("Lena Ortiz wrote ⟦t|“Letters to Nobody”⟧ in 1998.");
    check("An essay called ⟦t|“What the River Knew”⟧ was lost.");
    check("You may remember her from such films as ⟦t|“The Quiet Roof”⟧ and ⟦t|“Dig Your Own Grave”⟧.");
    // What she wrote, and not what she made.
    check("{Lena Ortiz} <wrote> ⟦m Lena Ortiz|“the roof leaks” on the wall⟧.");
}

#[test]
fn what_shows_something_says_nothing() {
    check("Experience shows that roofs leak.");
    check("Her face showed that she was tired.");
    check("{The study} <shows> ⟦i ~document|that roofs leak⟧.");
    check("Lena Ortiz decided to go away. She forgot to lock the hall.");
    check("{The council} <decided> ⟦i ~organisation|to mend the roof⟧.");
}

#[test]
fn what_the_reporter_tells_after_the_words() {
    check("{The mayor} <said> ⟦m ~anonymous|the roof was “sound”⟧, and the clerks walked out.");
    check("{The mayor} <said> ⟦i ~anonymous|the roof was sound⟧ and left the hall.");
    check("{Lena Ortiz} <told> me ⟦m Lena Ortiz|I “should wear a coat”⟧ but I did not.");
    // The deed is part of what is told.
    check("{The mayor} <said> ⟦i ~anonymous|Peter Ames mended the roof and left⟧.");
}

#[test]
fn an_order_without_a_subject_is_a_whole_clause() {
    check("⟦i ~anonymous|Give them hell⟧, {the coach} <said>.");
}

#[test]
fn a_lost_closing_mark_before_whoever_said_it() {
    check("⟦d Lena Ortiz|“The roof leaks,⟧ <said> {Lena Ortiz}, a clerk.\n\n⟦d Lena Ortiz|“Nobody warned us,”⟧ {she} <said>.");
    // Words that go on in the next paragraph.
    check("⟦d1 Lena Ortiz|“The roof leaks, and nobody mends it.⟧\n\n⟦d1 Lena Ortiz|“Nobody warned us,”⟧ {Lena Ortiz} <said>.");
}

#[test]
fn single_marks_over_several_paragraphs() {
    check(
        "⟦d1 Lena Ortiz|‘The roof leaks,’⟧ <said> {Lena Ortiz}. ⟦d1 Lena Ortiz|‘We lost the hall.⟧\n\n⟦d1 Lena Ortiz|‘Nobody warned us.⟧\n\n⟦d1 Lena Ortiz|‘We will not stay.’⟧",
    );
}

#[test]
fn inches_and_credits_say_nothing() {
    check("The thief took a 2.5\" hard drive and a 27\" screen.");
    check("Photograph: Lena Ortiz");
}

#[test]
fn more_words_before_the_marks() {
    check("{Lena Ortiz} had a <warning>. ⟦d Lena Ortiz|“It will fall.”⟧".replace("had a <warning>", "<had> a warning").as_str());
    check("{Lena Ortiz}’s <answer> was short. ⟦d Lena Ortiz|“No.”⟧");
    check("{Lena Ortiz} <was> blunt: ⟦d Lena Ortiz|“No.”⟧");
    check("⟦d Lena Ortiz|“No,”⟧ was all {Lena Ortiz} could <say>.");
}

#[test]
fn double_marks_inside_single_ones() {
    check("⟦d Lena Ortiz|‘She told me “never again” and left,’⟧ <said> {Lena Ortiz}.");
}

#[test]
fn several_works_of_one_maker() {
    check("Lena Ortiz wrote ⟦t|“The Quiet Roof”⟧ and ⟦t|“Salt”⟧.");
    check("Lena Ortiz sang ⟦t|“Home by Dawn”⟧ at the hall.");
}

#[test]
fn a_family_name_that_two_have() {
    check("Lena Ortiz and Peter Ortiz own the hall. {Ortiz} <said> ⟦i ~named|it was shut⟧.");
    check("⟦d Lena Ortiz|“It is shut,”⟧ <said> {Lena Ortiz}, whose brother, Peter Ortiz, was there. ⟦d Lena Ortiz|“It hurts,”⟧ {Ortiz} <said>.");
}
