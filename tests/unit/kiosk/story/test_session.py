"""A session survives the way into a draft and back, whole."""

import json

from kiosk.story.session import PhotoDraft, Question, Session
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice


def full_session() -> Session:
    session = Session(language="ar", page="check")
    session.keep_take("why", ["a", "b"], 9_000, [Span(10, 20)])
    session.answers["why"].cuts.append(Span(5, 15))
    session.answers["challenge"].skipped = True
    session.photos.append(PhotoDraft("full", "small", "المدرسة", 2))
    session.choose_identity(Identity(IdentityKind.OTHER, "فجر"))
    session.voice = Voice.WORDS
    session.uses = {Use.ONLINE, Use.PARTNERS}
    session.help = HelpRequest((Need.LAW,), "ar", "through the office", "soon")
    session.own_wish, session.adult, session.understood = True, True, Question.PUBLIC
    session.agree("about", "0" * 64, "ar")
    session.heard_aloud = True
    session.group_id, session.package_ids = "g", ["p", "q"]
    return session


def test_record_round_trip_through_json():
    session = full_session()
    assert Session.from_record(json.loads(json.dumps(session.to_record()))) == session
    assert Session.from_record(json.loads(json.dumps(Session().to_record()))) == Session()


def test_a_record_shares_nothing_with_the_session_it_came_from():
    session = full_session()
    record = session.to_record()
    session.texts["about"] = "1" * 64
    session.answers["why"].take_ids.append("c")
    assert Session.from_record(record) != session


def test_a_record_of_an_earlier_version_has_no_trim():
    record = full_session().to_record()
    for answer in record["answers"].values():
        del answer["trim"]
    session = Session.from_record(record)
    assert session.answers["why"].trim is None
    assert session.answers["why"].kept == Span(0, 9_000)


def test_a_new_take_has_no_trim():
    session = full_session()
    session.answers["why"].trim = Span(1_000, 2_000)
    assert Session.from_record(session.to_record()) == session
    assert session.answers["why"].kept_ms == 1_000
    session.keep_take("why", ["c"], 5_000, [])
    assert session.answers["why"].trim is None
    assert session.answers["why"].kept_ms == 5_000


def test_marks_of_a_take_that_nobody_kept_survive():
    session = full_session()
    session.unkept_marks["c"] = [Span(1_000, 6_000)]
    record = json.loads(json.dumps(session.to_record()))
    assert Session.from_record(record) == session
    del record["unkept_marks"]
    assert Session.from_record(record).unkept_marks == {}


def test_a_record_of_a_version_that_did_not_ask_yet_has_no_answers():
    record = full_session().to_record()
    for key in ("own_wish", "adult", "understood", "text_languages"):
        del record[key]
    session = Session.from_record(record)
    assert (session.own_wish, session.adult, session.understood, session.text_languages) == (False, False, None, {})


def test_each_text_remembers_the_language_it_was_read_in():
    session = Session(language="ar")
    session.agree("about", "1" * 64, "ar")
    session.language = "en"
    session.agree("uses", "2" * 64, "en")
    assert session.text_languages == {"about": "ar", "uses": "en"}
    session.agree("about", "3" * 64, "en")
    assert (session.texts["about"], session.text_languages["about"]) == ("3" * 64, "en")


def test_a_name_that_was_typed_and_then_not_wanted_is_gone():
    session = Session()
    session.choose_identity(Identity(IdentityKind.OWN, "Canary"))
    assert "Canary" in json.dumps(session.to_record())
    session.choose_identity(Identity(IdentityKind.NONE))
    assert "Canary" not in json.dumps(session.to_record())
    assert "Canary" not in repr(session)
