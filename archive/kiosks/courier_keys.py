"""The key that vouches for what a kiosk puts on a stick: told once, at enrolment or later, and never replaced by another.

A kiosk that lost its key is enrolled anew. So neither a stolen token nor a stick can make somebody else's lists pass for a kiosk's.
"""

from __future__ import annotations

from archive.core.actions import action, unchanged
from archive.core.events import kiosk_actor, record_event
from archive.kiosks.models import Kiosk
from sync.contract.courier import BadList, SignedCourierList
from sync.package import is_introduced, verify_courier_list


@action
def learn_courier_key(*, kiosk: Kiosk, courier_key: str) -> bool:
    """Notes the public key (64 hex digits). False, and nothing changed, when another one of this kiosk is known. Repeating is fine."""
    if Kiosk.objects.filter(pk=kiosk.pk, courier_key="").update(courier_key=courier_key) == 1:
        record_event("kiosk.courier-key", actor=kiosk_actor(kiosk.kiosk_id), subject=f"kiosk:{kiosk.kiosk_id}")
        return True
    unchanged()
    return Kiosk.objects.filter(pk=kiosk.pk, courier_key=courier_key).exists()


def kiosk_of_list(signed: SignedCourierList) -> Kiosk:
    """The kiosk that signed this list, revoked or not. Raises BadList: `list-kiosk`, `list-key`, `list-signature`.

    A key that was never told counts when it comes with an introduction that only this kiosk's token can make.
    """
    listed = signed.listed
    kiosk = Kiosk.objects.filter(kiosk_id=listed.kiosk_id).first()
    if kiosk is None:
        raise BadList("list-kiosk", "A list on this stick comes from a laptop that was never enrolled here.")
    verify_courier_list(signed, kiosk.courier_key or listed.courier_key)
    if not kiosk.courier_key and not (_introduces_itself(kiosk, signed) and learn_courier_key(kiosk=kiosk, courier_key=listed.courier_key)):
        raise BadList("list-key", "The key of a laptop on this stick is not known here. Connect it to the archive once, or enrol it again.")
    return kiosk


def _introduces_itself(kiosk: Kiosk, signed: SignedCourierList) -> bool:
    listed = signed.listed
    if listed.introduction is None:
        return False
    facts = {"kiosk_id": kiosk.kiosk_id, "courier_key": listed.courier_key}
    secrets = [secret for secret in (kiosk.secret_sha256, kiosk.next_secret_sha256) if secret]
    return any(is_introduced(listed.introduction, secret_sha256=secret, **facts) for secret in secrets)
