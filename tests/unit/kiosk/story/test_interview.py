"""The interview's table, read as a person walks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.story.interview import PROMPT_PAGES, STEPS, TABLE, Event, IllegalMove, Interview, Page, may_continue, may_send
from kiosk.story.session import Session
from sync.contract.story import Identity, IdentityKind, Span, Voice


def told(session: Session) -> Session:
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
    assert seen == list(Page)


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


@pytest.mark.parametrize("page", [*PROMPT_PAGES, Page.NAME, Page.VOICE])
def test_nothing_is_preselected_so_an_empty_page_cannot_be_left_forward(page):
    assert not may_continue(page, Session())
    interview = Interview(page)
    with pytest.raises(IllegalMove):
        interview.after(Event.CONTINUE, Session())
    assert interview.page is page


def test_a_skipped_answer_may_be_left_but_a_story_of_skipped_answers_cannot_be_sent():
    session = Session()
    for answer in session.answers.values():
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
