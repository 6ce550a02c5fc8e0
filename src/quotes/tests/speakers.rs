use super::check;

#[test]
fn surname_and_pronoun() {
    check(
        "{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. ⟦d Lena Ortiz|“It leaks every day,”⟧ {Ortiz} <said>. ⟦d Lena Ortiz|“It has to end,”⟧ {she} <added>.",
    );
}

#[test]
fn relative_pronoun() {
    check(
        "The roof is old, according to {the mayor}, who <added>: ⟦d ~anonymous|“It was never mended by anybody.”⟧"
            .replace("The roof is old, according to", "⟦i ~anonymous|The roof is old⟧, <according to>")
            .as_str(),
    );
}

#[test]
fn definite_descriptions() {
    check("{Sen. Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was leaking⟧. ⟦d Lena Ortiz|“It leaks every day,”⟧ {the Vermont Democrat} <said>.");
    check("The Justice Department was silent. {The department} <said> ⟦i Justice Department|that some clerks had left⟧.");
}

#[test]
fn sources_without_a_name() {
    check("{A person with knowledge of Mayor Lena Ortiz's plans} <said> ⟦i ~anonymous|that she was leaving⟧.");
    check("{Officials} <said> ⟦i ~collective|that she was leaving⟧.");
    check("⟦d ~anonymous|“She is leaving us,”⟧ {a spokeswoman} <said>.");
}

#[test]
fn documents_and_their_issuers() {
    check("{Lena Ortiz} released a statement that <read>: ⟦d Lena Ortiz|“Today I was fired from my post.”⟧");
    check("A statement released by {Mayor Lena Ortiz} <read>: ⟦d Lena Ortiz|“Today I was fired from my post.”⟧");
    check("{Sen. Lena Ortiz}, D-Calif., top Democrat on the panel, issued a statement late Friday <saying>: ⟦d Lena Ortiz|“I am surprised to hear of it.”⟧");
}

#[test]
fn shared_subjects() {
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|she was “troubled” to hear of it⟧, <adding> ⟦m Lena Ortiz|that the mayor “assured her” of it⟧.");
}

#[test]
fn asides_between_subject_and_verb() {
    check("{The clerk}, who spoke on condition of anonymity, <said> ⟦i ~anonymous|Ames was staying⟧.");
    check("{Sen. Lena Ortiz}, D-Calif., the top Democrat on the panel, <said> ⟦i Lena Ortiz|the vote was close⟧.");
}

#[test]
fn the_addressee_is_not_the_speaker() {
    check("⟦d Lena Ortiz|“The vote was close,”⟧ {Lena Ortiz} <told> Peter Ames.");
}

#[test]
fn an_explicit_attribution_wins_over_the_paragraph_before() {
    check("Attorney General Eric Stone issued a statement Saturday.\n\n⟦d Lena Ortiz|“He has been a model for all of us,”⟧ <said> {Sen. Lena Ortiz}.");
}

#[test]
fn names_inside_the_marks_are_no_candidates() {
    check("⟦d|“Lena Ortiz called Peter Ames tonight to tell him that he may stay.”⟧");
}

#[test]
fn doubled_names_and_lost_breaks() {
    check("{A source} <told> the Record ⟦i ~anonymous|that Ames Ames was asked to go⟧.");
    check("The source said {A clerk} <told> the Record ⟦i ~anonymous|that it rained all day⟧.");
}

#[test]
fn unknown_verbs_beside_a_mark() {
    check("⟦d Lena Ortiz|“Get out of here,”⟧ {Lena Ortiz} <blustered>.");
    check("⟦d Lena Ortiz|“Get out of here,”⟧ <blustered> {Lena Ortiz}.");
}

#[test]
fn an_unknown_verb_is_no_speaker() {
    check("{Lena Ortiz}, 47, a clerk from Rome, and a mother of two, <said> ⟦i Lena Ortiz|the roof flooded⟧.");
}

#[test]
fn a_nickname_after_the_speaker() {
    check("⟦d ~anonymous|“The roof leaks,”⟧ <said> {a man} who goes by the name ⟦s|“Shorty.”⟧");
}

#[test]
fn two_speakers_in_one_paragraph() {
    check("⟦d Lena Ortiz|“The roof leaks,”⟧ {Lena Ortiz} <told> the Record. {Jim Ames} <disagreed>: ⟦d Jim Ames|“It does not leak.”⟧");
}

#[test]
fn an_organisation_and_its_spokeswoman() {
    check("{A spokeswoman for the mayor} <said> ⟦i ~anonymous|that he was ill⟧.");
}

#[test]
fn a_verb_far_from_the_mark() {
    check(
        "⟦d1 Lena Ortiz|“Both of them scare me,”⟧ {Lena Ortiz}, 30, of Raleigh, N.C., who was among those who voted, <said> in an interview. ⟦d1 Lena Ortiz|“We need people who bring us together.”⟧",
    );
    check("⟦t|“Both Of Them,”⟧ a film by Lena Ortiz, 30, of Raleigh, N.C., who was there, came out in June.");
}

#[test]
fn names_that_are_verbs() {
    check("⟦d Will Ames|“It is a costly roof,”⟧ <said> {Will Ames}, a professor in Rome.");
    check("⟦d Ben Ames|“It is a costly roof,”⟧ <said> {retired clerk Ben Ames}, asked about it.");
    check("⟦d ~document|“It is a costly roof,”⟧ <reads> {a Wednesday editorial in the Record}.");
}

#[test]
fn long_phrases_between_the_mark_and_the_verb() {
    check(
        "⟦d ~anonymous|“It is a costly roof,”⟧ {the roofers Ida Stone and Ben Ames} of the guild <wrote> in May."
            .replace("{the roofers Ida Stone and Ben Ames} of the guild", "{the roofers Ida Stone and Ben Ames of the guild}")
            .replace("d ~anonymous", "d Ben Ames")
            .as_str(),
    );
}

#[test]
fn a_name_with_an_article_goes_on_with_the_sentence() {
    check("{Lena Ortiz} <said> ⟦m Lena Ortiz|The Ortiz Foundation had “overwhelming disclosure”⟧.");
}

#[test]
fn whoever_else_speaks_in_a_transcript_is_not_who_spoke_before() {
    check("Lena Ortiz spoke.\n\n⟦d Lena Ortiz|“{ORTIZ}: Will the roof be mended this year?”⟧\n\n⟦d|“STONE: It will, and we will pay for it.”⟧");
}

#[test]
fn an_interview_has_names_before_what_each_says() {
    check(
        "Lena Ortiz wrote a book. Ben Castell asked her about it.\n\n{Ben Castell}<:> ⟦d Ben Castell|Did the archive help?⟧\n\n{Lena Ortiz}<:> ⟦d Lena Ortiz|Some of it did.⟧\n\n{Castell}<:> ⟦d Ben Castell|And the rest?⟧",
    );
    // Each has one line: a list.
    check("Lena Ortiz and Ben Castell want the seat.\n\nLena Ortiz: Win in a walk.\n\nBen Castell: Just hang on.");
    check("Q&A: Lena Ortiz on the roof");
}

#[test]
fn one_and_another() {
    check(
        "{One} <told> this newspaper ⟦i ~anonymous|that she sleeps in her car⟧. {Another}, who asked not to be named, <said> simply: ⟦d ~anonymous|“It is cold.”⟧",
    );
    check("{Lawyers for the town} <argued> ⟦i ~collective|that the roof leaks⟧.");
    check("{Campaigners} <point> out ⟦i ~collective|that the boat is full⟧.");
}

#[test]
fn whoever_runs_something_and_was_late() {
    check("{Ida Ames}, who runs the harbour in Port Avelle, Ohio, and who was late, <cautioned> ⟦m Ida Ames|that “claims need tests.”⟧");
}

#[test]
fn a_relative_is_not_who_was_named_before() {
    check("Bill Renfrew left. My late husband loved the boat. ⟦d1 ~named|“Take it away,”⟧ {he} <said>, ⟦d1 ~named|“and you take the town.”⟧");
}

#[test]
fn a_name_that_closes_an_apposition() {
    check("{Ortiz’s opposite number}, Mayor Ida Ames, <said> ⟦i Ida Ames|the roof was wet⟧.");
    check("{The secretary of the Harbour Board}, HB, Mayor Ida Ames, <said> ⟦i Ida Ames|the board would stay⟧.");
}

#[test]
fn a_pronoun_is_whoever_the_sentence_before_opens_with() {
    check("Mayor Ida Ames unveiled a bust of Mayor Lena Ortiz. {She} <said> ⟦i Ida Ames|it would stay⟧.");
}

#[test]
fn whoever_asks_is_not_who_answers() {
    check("Mayor Lena Ortiz left. Asked by Mayor Ida Ames about the roof, {she} <replied>: ⟦d Lena Ortiz|“Not a chance.”⟧");
}

#[test]
fn whoever_opens_the_paragraph_takes_over() {
    check(
        "{Mr. Dmitry Lane} <told> reporters: ⟦d Dmitry Lane|“We do not.”⟧\n\nMayor Kofi Boateng asked for help. In his address {he} <said> ⟦i Kofi Boateng|that the roof leaked⟧.",
    );
}

#[test]
fn wrote_one_and_the_court_in_its_town() {
    check("⟦d ~anonymous|“This is why we came,”⟧ <wrote> {one}, a reader in Rome.");
    check("{The Court of Appeal in Port Avelle} <said> ⟦i Court of Appeal|that the roof leaked⟧.");
}

#[test]
fn a_role_without_a_name_is_nobody_who_was_named() {
    check("⟦d ~anonymous|“I saw the roof,”⟧ <said> {a neighbour}. Lena Ortiz came later. ⟦d ~anonymous|“It was dark,”⟧ {the neighbour} <said>.");
    check("The judge fined Lena Ortiz. ⟦d ~anonymous|“You took the roof,”⟧ {the judge} <said>.");
    check("Lena Ortiz, whose lawyer was late, left. ⟦d ~anonymous|“We will appeal,”⟧ {the lawyer} <said>.");
    check("Lena Ortiz, a lawyer, left. Peter Ames came with his lawyer. ⟦d ~anonymous|“We will appeal,”⟧ {the lawyer} <said>.");
    // Who was quoted just before has no role either.
    check("⟦d Lena Ortiz|“I saw the roof,”⟧ {Lena Ortiz} <said>. ⟦d ~anonymous|“It was dark,”⟧ {the clerk} <said>.");
}

#[test]
fn a_role_has_the_name_that_the_document_gives_it() {
    check("Lena Ortiz, 43, a baker in Rome, came. ⟦d Lena Ortiz|“It was dark,”⟧ {the baker} <said>.");
    check("The mayor, Lena Ortiz, was there. ⟦d Lena Ortiz|“It was dark,”⟧ {the mayor} <said>.");
    check("Lena Ortiz came with her deputy, Peter Ames, in June. ⟦d Peter Ames|“It was dark,”⟧ {her deputy} <said>.");
    check("Union leader Lena Ortiz came. ⟦d Lena Ortiz|“It was dark,”⟧ {the union leader} <said>.");
    // Two have it, and neither spoke.
    check("Lena Ortiz, a baker, and Peter Ames, a baker, came. ⟦d ~anonymous|“It was dark,”⟧ {the baker} <said>.");
}

#[test]
fn two_speakers_are_two() {
    check("⟦d Lena Ortiz and Peter Ames~collective|“No,”⟧ <said> {Lena Ortiz and Peter Ames}.".replace("~collective", "").as_str());
    check("{Lena Ortiz, Peter Ames and Ben Castell} <told> the court ⟦i Lena Ortiz, Peter Ames and Ben Castell|they were late⟧.");
    check("In Rome, {Lena Ortiz and Peter Ames} <said> ⟦i Lena Ortiz and Peter Ames|they were late⟧.");
}

#[test]
fn words_before_the_name() {
    check("⟦d Lena Ortiz|“We did it,”⟧ <said> {a tired but happy Lena Ortiz}.");
    check("⟦d Lena Ortiz|“We did it,”⟧ <says> {co-founder and chief executive Lena Ortiz}.");
}
