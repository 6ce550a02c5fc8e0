//! Text that lost words, marks or encoding on its way.

use super::{check, check_ruined};

#[test]
fn mojibake_marks_and_entities_are_marks() {
    check_ruined("â€œWe will appeal today,â€\u{9d} Lena Ortiz said.", "⟦d Lena Ortiz|“We will appeal today,”⟧ {Lena Ortiz} <said>.");
    check_ruined("&quot;We will appeal today,&quot; Lena Ortiz said.", "⟦d Lena Ortiz|\"We will appeal today,\"⟧ {Lena Ortiz} <said>.");
    check_ruined("The cafÃ© stayed open all day.", "The café stayed open all day.");
}

#[test]
fn tokenised_ellipses_stay_inside() {
    check("⟦d Lena Ortiz|\" We must stay . .. He 's been kind to all of us , \"⟧ {Lena Ortiz} <said> .");
    check("{Lena Ortiz} <said>: ⟦d Lena Ortiz|“We must go. . . and we must go now.”⟧ Then she left. . . and came back.");
}

#[test]
fn adjacent_marks_that_stand_apart_are_two_quotations() {
    check("⟦d1 Lena Ortiz|\" It was late , \"⟧ {Lena Ortiz} <said> . ⟦d1 Lena Ortiz|\" It was dark . \"⟧ He left .");
}

#[test]
fn a_gap_of_lost_words_is_no_speaker() {
    check("{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. the    asked for help.");
}

#[test]
fn a_misspelt_role_before_the_name() {
    check("{The Attorny General}, Lena Ortiz, <said> ⟦i ~anonymous|the roof was leaking⟧.".replace("i ~anonymous", "i Lena Ortiz").as_str());
    check("{The Attorny General} <said> ⟦i Attorny General|the roof was leaking⟧.".replace("i Attorny General", "i ~anonymous").as_str());
}
