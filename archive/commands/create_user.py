"""`idr-archive create-user`."""

from __future__ import annotations

import argparse
import json
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from archive.configuration import ArchiveConfig
from archive.core.policy import Role, create_user, new_password
from sync.contract.faults import BadInput


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """Raises BadInput for a name that is taken and a password that is too weak."""
    password = sys.stdin.readline().rstrip("\r\n") if args.password_stdin else new_password()
    try:
        validate_password(password)
    except ValidationError as error:
        raise BadInput("password-weak", " ".join(error.messages)) from error
    create_user(name=args.name, role=Role(args.role), password=password)
    # A password that was handed in is not repeated: terminals and logs remember.
    made_up = {} if args.password_stdin else {"password": password}
    if args.json:
        print(json.dumps({"name": args.name, "role": args.role, **made_up}))
    else:
        print(f"{args.role} {args.name}")
        for key, value in made_up.items():
            print(f"{key} {value}")
    return 0
