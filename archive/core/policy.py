"""Who may do what: roles are Django groups, rules are predicates on (user, …). The two-person rule lives in `archive.review`."""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from archive.core.actions import action
from archive.core.events import CONSOLE, record_event
from sync.contract.faults import BadInput


class Role(StrEnum):
    """A reviewer listens and approves; an administrator keeps accounts and kiosks and hears nothing by that role alone."""

    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


def has_role(user: Any, role: Role) -> bool:
    """False for anonymous and deactivated accounts. Being a Django superuser grants no role."""
    return bool(user.is_authenticated and user.is_active and user.groups.filter(name=role.value).exists())


def is_reviewer(user: Any) -> bool:
    return has_role(user, Role.REVIEWER)


def is_administrator(user: Any) -> bool:
    return has_role(user, Role.ADMINISTRATOR)


def new_password() -> str:
    """Five groups of four letters and digits without look-alikes: 100 bits, readable over a telephone."""
    alphabet = "abcdefghijkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(4)) for _ in range(5))


@action
def create_user(*, name: str, role: Role, password: str, actor: str = CONSOLE) -> Any:
    """A new account with one role. Raises BadInput when the name is taken."""
    users = get_user_model()
    if users.objects.filter(username=name).exists():
        raise BadInput("user-exists", f"There is already an account with the name {name}.")
    user = users.objects.create_user(username=name, password=password)
    group, _ = Group.objects.get_or_create(name=role.value)
    user.groups.add(group)
    record_event("user.created", actor=actor, subject=f"user:{user.pk}", facts={"role": role.value})
    return user
