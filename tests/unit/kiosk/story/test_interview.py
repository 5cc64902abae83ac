"""The interview's table, read as a person walks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.story.interview import (
    PROMPT_PAGES,
    STEPS,
    TABLE,
    Event,
    IllegalMove,
    Interview,
    Page,
    may_continue,
    may_send,
    page_to_keep,
    page_to_resume,
    prompts_to_check,
    question_of,
)
from kiosk.story.session import Question, Session
from sync.contract.story import Identity, IdentityKind, Span, Use, Voice


def told(session: Session) -> Session:
    session.own_wish = session.adult = True
    session.understood = Question.ARCHIVE  # which follows from no use at all
    for prompt in PROMPT_PAGES.values():
        session.keep_take(prompt, [f"take-{prompt}"], 5_000, [])
    return session


def walk_to(page: Page, session: Session) -> Interview:
    interview = Interview()
    while interview.page is not page:
        interview.after(Event.CONTINUE, session)
    return interview


def test_the_whole_walk_with_no_name_passes_every_page_once():
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked = True
    session.voice = Voice.OWN
    interview, seen = Interview(), [Page.START]
    while interview.page is not Page.CHECK:
        seen.append(interview.after(Event.CONTINUE, session))
    seen.append(interview.after(Event.SENT, session))
    assert seen == [page for page in Page if page is not Page.TALK_FIRST]


def test_the_name_check_is_asked_only_of_those_who_want_no_name_and_spoke_answer_one():
    with_name = told(Session())
    with_name.choose_identity(Identity(IdentityKind.OTHER, "Dawn"))
    assert walk_to(Page.NAME, with_name).after(Event.CONTINUE, with_name) is Page.VOICE

    skipped_one = told(Session())
    skipped_one.answers["why"].take_ids.clear()
    skipped_one.answers["why"].skipped = True
    skipped_one.choose_identity(Identity(IdentityKind.NONE))
    assert walk_to(Page.NAME, skipped_one).after(Event.CONTINUE, skipped_one) is Page.VOICE

    no_name = told(Session())
    no_name.choose_identity(Identity(IdentityKind.NONE))
    interview = walk_to(Page.NAME, no_name)
    assert interview.after(Event.CONTINUE, no_name) is Page.NAME_CHECK
    assert interview.after(Event.BACK, no_name) is Page.NAME


@pytest.mark.parametrize("page", [Page.OWN_WILL, Page.AGE, *PROMPT_PAGES, Page.NAME, Page.VOICE, Page.UNDERSTOOD])
def test_nothing_is_preselected_so_an_empty_page_cannot_be_left_forward(page):
    assert not may_continue(page, Session())
    interview = Interview(page)
    with pytest.raises(IllegalMove):
        interview.after(Event.CONTINUE, Session())
    assert interview.page is page


def test_a_skipped_answer_may_be_left_but_a_story_of_skipped_answers_cannot_be_sent():
    session = told(Session())
    for answer in session.answers.values():
        answer.take_ids.clear()
        answer.skipped = True
    session.choose_identity(Identity(IdentityKind.NONE))
    session.voice = Voice.OWN
    assert walk_to(Page.CHECK, session).page is Page.CHECK
    assert not may_send(session)


def test_leaving_is_one_action_from_every_page():
    for page in Page:
        assert Interview(page).after(Event.LEAVE, Session()) is Page.START


def test_a_change_from_check_comes_back_to_check():
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked, session.voice = True, Voice.OWN
    interview = walk_to(Page.CHECK, session)
    for page in STEPS[:-1]:
        interview.change(page)
        assert interview.after(Event.BACK, session) is Page.CHECK
        interview.change(page)
        assert interview.after(Event.CONTINUE, session) is Page.CHECK if page is not Page.NAME else True
        while interview.page is not Page.CHECK:
            interview.after(Event.CONTINUE, session)


def test_recording_answer_one_again_asks_again_whether_it_holds_a_name():
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked, session.voice = True, Voice.OWN
    assert may_send(session)
    assert session.keep_take("why", ["newer"], 3_000, [Span(1, 2)]) == ["take-why"]
    assert not may_send(session)


def test_changing_to_no_name_from_check_leads_through_the_name_check():
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.OWN, "Amina"))
    session.voice = Voice.OWN
    interview = walk_to(Page.CHECK, session)
    interview.change(Page.NAME)
    session.choose_identity(Identity(IdentityKind.NONE))
    assert interview.after(Event.CONTINUE, session) is Page.NAME_CHECK
    session.name_checked = True
    assert interview.after(Event.CONTINUE, session) is Page.CHECK


@pytest.mark.parametrize("event", [Event.CONTINUE, Event.BACK])
def test_answer_one_told_anew_from_check_leads_through_the_name_check(event):
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked, session.voice = True, Voice.OWN
    interview = walk_to(Page.CHECK, session)
    interview.change(Page.PROMPT_1)
    session.keep_take("why", ["newer"], 3_000, [])
    assert interview.after(event, session) is Page.NAME_CHECK
    session.name_checked = True
    assert interview.after(Event.CONTINUE, session) is Page.CHECK
    assert may_send(session)


def test_sent_is_reached_only_from_check():
    assert [page for page, event in TABLE if event is Event.SENT] == [Page.CHECK]


@given(st.lists(st.sampled_from(list(Event))))
def test_no_sequence_of_events_leaves_the_table(events):
    session, interview = told(Session()), Interview()
    for event in events:
        before = interview.page
        try:
            interview.after(event, session)
        except IllegalMove:
            assert interview.page is before
        assert interview.page in Page


@pytest.mark.parametrize("first_is_told", [True, False])
def test_a_name_marked_in_another_answer_is_asked_about_too(first_is_told):
    session = told(Session())
    if not first_is_told:
        session.answers["why"].take_ids.clear()
        session.answers["why"].skipped = True
    session.keep_take("challenge", ["take"], 5_000, [Span(1_000, 2_000)])
    session.choose_identity(Identity(IdentityKind.NONE))
    assert prompts_to_check(session) == (["why", "challenge"] if first_is_told else ["challenge"])
    assert walk_to(Page.NAME, session).after(Event.CONTINUE, session) is Page.NAME_CHECK
    session.voice = Voice.OWN
    assert not may_send(session)
    session.answers["challenge"].cuts.append(Span(1_000, 2_000))
    assert prompts_to_check(session) == (["why"] if first_is_told else [])
    assert may_send(session) is not first_is_told


def test_a_marked_answer_that_is_told_anew_from_check_leads_through_the_name_check():
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked, session.voice = True, Voice.OWN
    interview = walk_to(Page.CHECK, session)
    interview.change(Page.PROMPT_3)
    session.keep_take("inspiration", ["newer"], 3_000, [Span(0, 1_000)])
    assert not session.name_checked
    assert interview.after(Event.CONTINUE, session) is Page.NAME_CHECK


# Before anybody is recorded

RECORDED = [page for page in Page if page not in (Page.START, Page.ABOUT, Page.OWN_WILL, Page.AGE, Page.TALK_FIRST)]


def test_the_first_questions_stand_between_about_and_the_microphone():
    moves = {(page, event): to for (page, event), to in TABLE.items() if event is not Event.LEAVE}
    asked = (Page.OWN_WILL, Page.AGE, Page.TALK_FIRST)
    assert {move: to for move, to in moves.items() if move[0] in asked or to in asked} == {
        (Page.ABOUT, Event.CONTINUE): Page.OWN_WILL,
        (Page.OWN_WILL, Event.BACK): Page.ABOUT,
        (Page.OWN_WILL, Event.CONTINUE): Page.AGE,
        (Page.OWN_WILL, Event.TALK_FIRST): Page.TALK_FIRST,
        (Page.AGE, Event.BACK): Page.OWN_WILL,
        (Page.AGE, Event.CONTINUE): Page.MICROPHONE,
        (Page.AGE, Event.TALK_FIRST): Page.TALK_FIRST,
        (Page.TALK_FIRST, Event.BACK): Page.OWN_WILL,
        (Page.MICROPHONE, Event.BACK): Page.AGE,
    }


@given(st.lists(st.sampled_from(list(Event)), max_size=40), st.booleans())
def test_without_a_yes_to_both_nothing_leads_to_a_page_that_records(events, own_wish):
    """One no is enough, whichever it is."""
    session, interview = told(Session()), Interview()
    session.own_wish, session.adult = own_wish, not own_wish
    for event in events:
        try:
            interview.after(event, session)
        except IllegalMove:
            continue
        assert interview.page not in RECORDED


@pytest.mark.parametrize("missing", ["own_wish", "adult", "understood"])
def test_without_each_of_the_questions_nothing_is_sent(missing):
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.OTHER, "Dawn"))
    session.voice = Voice.OWN
    assert may_send(session)
    setattr(session, missing, None)
    assert not may_send(session)


def test_a_draft_never_knows_that_somebody_was_sent_to_talk_first():
    assert [page for page in Page if page_to_keep(page) is not page] == [Page.TALK_FIRST]
    assert page_to_keep(Page.TALK_FIRST) is Page.OWN_WILL
    session = told(Session())
    session.forget_will_and_age()
    assert (session.own_wish, session.adult) == (False, False)
    assert {key: value for key, value in session.to_record().items() if key in ("own_wish", "adult")} == {"own_wish": False, "adult": False}


@pytest.mark.parametrize("page", list(Page))
def test_a_story_goes_on_where_it_stopped_but_never_past_the_first_questions(page):
    session = told(Session(page=page))
    assert page_to_resume(session) is (Page.ABOUT if page is Page.START else page)
    session.adult = False
    assert page_to_resume(session) is (Page.ABOUT if page in (Page.START, Page.ABOUT) else Page.OWN_WILL)


# Who will hear it


@pytest.mark.parametrize(
    ("voice", "uses", "question"),
    [
        (Voice.OWN, {Use.ONLINE}, Question.PUBLIC),
        (Voice.READER, {Use.EDUCATION}, Question.PUBLIC),
        (Voice.WORDS, {Use.CAMPAIGN, Use.PARTNERS}, Question.PUBLIC),
        (Voice.OWN, set(), Question.ARCHIVE),
        (Voice.WORDS, set(), Question.ARCHIVE),
        (Voice.ARCHIVE, set(), Question.ARCHIVE),
        (Voice.ARCHIVE, {Use.ONLINE}, Question.ARCHIVE),
    ],
)
def test_the_question_follows_from_what_she_chose(voice, uses, question):
    session = Session(voice=voice, uses=uses)
    assert question_of(session) is question
    for answered in (None, *Question):
        session.understood = answered
        assert may_continue(Page.UNDERSTOOD, session) is (answered is question)


def ready_at_check() -> tuple[Session, Interview]:
    session = told(Session())
    session.choose_identity(Identity(IdentityKind.OTHER, "Dawn"))
    session.voice = Voice.OWN
    return session, walk_to(Page.CHECK, session)


@pytest.mark.parametrize("event", [Event.CONTINUE, Event.BACK])
def test_a_choice_by_which_others_may_hear_it_is_asked_about_anew(event):
    session, interview = ready_at_check()
    interview.change(Page.USES)
    session.uses = {Use.ONLINE}
    assert not may_send(session)
    assert interview.after(event, session) is Page.UNDERSTOOD
    with pytest.raises(IllegalMove):
        interview.after(Event.CONTINUE, session)
    session.understood = Question.PUBLIC
    assert interview.after(Event.CONTINUE, session) is Page.CHECK
    assert may_send(session)


def test_a_change_that_leaves_the_question_as_it_was_is_not_asked_about():
    session, interview = ready_at_check()
    interview.change(Page.VOICE)
    session.voice = Voice.WORDS
    assert interview.after(Event.CONTINUE, session) is Page.CHECK


def test_back_from_the_question_leads_to_the_choices_it_follows_from():
    session, interview = ready_at_check()
    interview.change(Page.USES)
    session.uses = {Use.ONLINE}
    interview.after(Event.CONTINUE, session)
    assert [interview.after(Event.BACK, session) for _ in range(3)] == [Page.HELP, Page.USES, Page.VOICE]
    session.uses.clear()
    assert [interview.after(Event.CONTINUE, session) for _ in range(4)] == [Page.USES, Page.HELP, Page.UNDERSTOOD, Page.CHECK]
