"""A session survives the way into a draft and back, whole."""

import json

from kiosk.story.session import PhotoDraft, Session
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
    session.texts = {"about": "0" * 64}
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
