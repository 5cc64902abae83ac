"""`idr-archive`: the archive's command line.

Each command is a module in `archive.commands` with `run(args, config)`, loaded after Django knows which archive is meant.
"""

from __future__ import annotations

import argparse
import importlib
import keyword
import os
import sys
from pathlib import Path

import django

from archive.configuration import DIR_VARIABLE, load_config
from sync.contract.faults import Fault
from sync.quiet_errors import die_quietly


def main(argv: list[str] | None = None) -> int:
    """Exit code 0 when it is done, 1 with a sentence on stderr when something stands in the way, 2 for a wrong command line."""
    if argv is None:
        die_quietly()
    args = build_parser().parse_args(argv)
    if args.dir is not None:
        os.environ[DIR_VARIABLE] = str(args.dir.absolute())
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    try:
        config = load_config(os.environ)
        django.setup()
        name = args.command.replace("-", "_")
        command = importlib.import_module(f"archive.commands.{name}{'_' if keyword.iskeyword(name) else ''}")
        code: int = command.run(args, config)
    except Fault as fault:
        print(fault.sentence, file=sys.stderr)
        return 1
    return code


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="idr-archive", description="The archive of I Defend Rights.")
    parser.add_argument("--dir", type=Path, help=f"the archive's folder (default: ${DIR_VARIABLE}, else this user's data folder)")
    commands = parser.add_subparsers(dest="command", required=True)

    init = commands.add_parser("init", help="make a new archive: its folder, keys and database")
    _json(init)

    serve = commands.add_parser("serve", help="run the archive until it is stopped")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    serve.add_argument("--port", type=int, default=8800, help="port to listen on; 0 takes any free one")
    _json(serve)

    enrol = commands.add_parser("enrol", help="make an enrolment code for one laptop")
    enrol.add_argument("--name", required=True, help="what staff call this laptop")
    enrol.add_argument("--url", help="where the laptop reaches this archive (default: the public_url setting)")
    enrol.add_argument("--event", help="id of the event or place that goes into its stories")
    _json(enrol)

    revoke = commands.add_parser("revoke", help="end a laptop's connection for good: it can add nothing any more")
    revoke.add_argument("name", help="what staff call the laptop, or its id; all laptops and unused codes of that name")
    _json(revoke)

    courier = commands.add_parser("import", help="take in what laptops put on a USB stick, and write the receipts onto it")
    courier.add_argument("stick", type=Path, metavar="DIR", help="where the stick is mounted")
    _json(courier)

    release = commands.add_parser("release", help="open what a stick brought from a laptop that was revoked by then")
    release.add_argument("name", help="what staff call the laptop, or its id")
    _json(release)

    policy = commands.add_parser("policy", help="show what laptops are asked to do, and publish it anew if it was changed")
    policy.add_argument("--max-answer-minutes", type=int, metavar="N", help="the longest answer, 1 to 240; 0: as each laptop has it")
    policy.add_argument("--languages", metavar="CODES", help="languages to offer, such as en,ar; empty: as each laptop has it")
    policy.add_argument(
        "--on-metered",
        choices=("nothing", "listen", "everything", ""),
        help="what may travel over a link that costs money; empty: as each laptop has it",
    )
    policy.add_argument("--cap-kbit-s", type=int, metavar="N", help="laptops send no faster than this; 0: as each laptop has it")
    policy.add_argument("--monthly-mb", type=int, metavar="N", help="laptops send no more in a month; 0: as each laptop has it")
    _json(policy)

    user = commands.add_parser("create-user", help="make an account")
    user.add_argument("--name", required=True)
    user.add_argument("--role", required=True, choices=("reviewer", "administrator"))
    user.add_argument("--password-stdin", action="store_true", help="read the password from standard input instead of making one up")
    _json(user)

    worker = commands.add_parser("worker", help="do background work; `serve` starts one by itself")
    worker.add_argument("--once", action="store_true", help="do what is due now, then end")
    worker.add_argument("--until-stdin-closes", action="store_true", help="end when standard input closes")

    opener = commands.add_parser("open", help="open a sealed package into a folder, as a BagIt bag")
    opener.add_argument("package", type=Path)
    opener.add_argument("--identity", type=Path, required=True, help="file with an age identity")
    opener.add_argument("--out", type=Path, required=True, help="folder to put the bag in; an existing bag is never overwritten")
    _json(opener)

    verify = commands.add_parser("verify", help="read every stored package again and check the log")
    _json(verify)
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object per line")


if __name__ == "__main__":
    sys.exit(main())
