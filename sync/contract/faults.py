"""Errors by what to do about them.

An environment fault (disk full, link down, archive locked) is nobody's bug and says who can mend it; bad input is refused
with a sentence; anything that is neither of these types is a bug of ours and must reach the top unchanged.
"""

from __future__ import annotations


class Fault(Exception):
    """`code` is stable, short and holds nothing from a story, so it may be logged; the message is a sentence for a person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence

    def __reduce__(self) -> tuple[object, ...]:
        # Faults cross process borders (the recorder), Exception pickles only its message, and subclasses have __init__s of their own.
        return (_unpickle, (type(self), self.code, self.sentence))


def _unpickle(kind: type[Fault], code: str, sentence: str) -> Fault:
    fault = kind.__new__(kind)
    Fault.__init__(fault, code, sentence)
    return fault


class EnvironmentFault(Fault):
    """Something around the program is not as it must be: retry later or ask staff. Nothing is lost."""


class BadInput(Fault):
    """What came in is refused, for a reason a person can act on."""


class BrokenPackage(BadInput):
    """A package or bag that does not keep the format's promises."""


class BadCode(BadInput):
    """An enrolment or withdrawal code that was mistyped, damaged or has lapsed."""


class BadReceipt(BadInput):
    """A receipt that is unsigned, forged, or speaks of something else: never a reason to erase."""


class BadPolicy(BadInput):
    """A policy that is unsigned, forged, older than the one before, or leaves nobody to seal to: what held before goes on."""
