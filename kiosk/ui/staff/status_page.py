"""Is this laptop fit: findings, the archive's fingerprint, enrolment by a pasted code, and the microphone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout

from kiosk.staff.health import Finding, Level
from kiosk.ui.staff.actions import Microphones, StaffActions
from kiosk.ui.staff.card import StaffCard, clear_rows
from kiosk.ui.staff.sentences import finding_sentence
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.mark import Mark, marked
from kiosk.ui.widgets.plain_label import PlainLabel
from sync.contract.enrolment import MAX_CODE_CHARACTERS, decode_enrolment
from sync.contract.faults import BadCode, Fault
from sync.status import Status

_ROLES = {Level.GOOD: "good", Level.CAREFUL: "careful", Level.BAD: "careful"}
_MARKS = {Level.GOOD: "check", Level.CAREFUL: "careful", Level.BAD: "cross"}


class StatusPage(StaffCard):
    """The code is checked for typing mistakes here, before anyone is asked."""

    def __init__(self, actions: StaffActions, tasks: Tasks) -> None:
        super().__init__("staff-status", tasks)
        self._actions = actions
        self._findings: Sequence[Finding] = ()
        self._status: Status | None = None
        self._microphones = Microphones((), None)
        self._findings_list = QVBoxLayout()
        self._findings_list.setSpacing(4)
        self.archive_title = PlainLabel("strong")
        self.archive = PlainLabel("body")
        self.fingerprint_title = PlainLabel("small")
        self.fingerprint = PlainLabel("strong")
        self.fingerprint.setAccessibleIdentifier("archive-fingerprint")
        self.code = QLineEdit()
        self.code.setAccessibleIdentifier("enrolment-code")
        # A code is letters and digits in any language, and longer than the field's own limit of no use.
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.setMaxLength(MAX_CODE_CHARACTERS)
        self.enrol = QuietButton("enrol")
        self.passphrase = QLineEdit()
        self.passphrase.setAccessibleIdentifier("staff-passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.unlock = QuietButton("unlock")
        self.microphone_title = PlainLabel("strong")
        self._microphone_list = QVBoxLayout()
        self._microphone_list.setSpacing(10)
        self._group = QButtonGroup(self)
        code_row = QHBoxLayout()
        code_row.setSpacing(12)
        code_row.addWidget(self.code, 1)
        code_row.addWidget(self.enrol)
        passphrase_row = QHBoxLayout()
        passphrase_row.setSpacing(12)
        passphrase_row.addWidget(self.passphrase, 1)
        passphrase_row.addWidget(self.unlock)
        self.body.addLayout(self._findings_list)
        self.body.addLayout(passphrase_row)
        self.body.addSpacing(4)
        for widget in (self.archive_title, self.archive, self.fingerprint_title, self.fingerprint):
            self.body.addWidget(widget)
        for unknown in (self.archive, self.fingerprint_title, self.fingerprint, self.passphrase, self.unlock):
            unknown.hide()
        self.body.addLayout(code_row)
        self.body.addSpacing(4)
        self.body.addWidget(self.microphone_title)
        self.body.addLayout(self._microphone_list)
        self.body.addStretch(1)
        self.code.textChanged.connect(self._show_enrol)
        self.enrol.clicked.connect(self._enrol)
        self.enrol.setEnabled(False)
        self.passphrase.textChanged.connect(self._show_unlock)
        self.passphrase.returnPressed.connect(self._unlock)
        self.unlock.clicked.connect(self._unlock)
        self.unlock.setEnabled(False)

    def leave(self) -> None:
        self.passphrase.clear()

    def refresh(self) -> None:
        self.work(self._actions.health, self._show_findings)
        self.work(self._actions.status, self._show_archive)
        self.work(self._actions.microphones, self._show_microphones)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("Staff", "Is everything ready?"))
        self.archive_title.setText(QCoreApplication.translate("Staff", "The archive"))
        self.fingerprint_title.setText(QCoreApplication.translate("Staff", "Read this aloud and compare it with the archive's own"))
        placeholder = QCoreApplication.translate("Staff", "Paste the enrolment code here")
        self.code.setPlaceholderText(placeholder)
        self.code.setAccessibleName(placeholder)
        self.enrol.set_text(QCoreApplication.translate("Staff", "Connect"))
        words = QCoreApplication.translate("Staff", "Type the staff passphrase here")
        self.passphrase.setPlaceholderText(words)
        self.passphrase.setAccessibleName(words)
        self.unlock.set_text(QCoreApplication.translate("Staff", "Unlock"))
        self.microphone_title.setText(QCoreApplication.translate("Staff", "Microphone"))
        self._show_findings(self._findings)
        if self._status is not None:
            self._show_archive(self._status)
        self._show_microphones(self._microphones)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        clear_rows(self._findings_list)
        for finding in findings:
            label = PlainLabel(_ROLES[finding.level], finding_sentence(finding))
            label.setAccessibleIdentifier(f"health-{finding.code}")
            mark = Mark(_MARKS[finding.level], warns=finding.level is not Level.GOOD)
            self._findings_list.addWidget(marked(mark, label))
        asked = any(finding.code == "passphrase-missing" for finding in findings)
        self.passphrase.setVisible(asked)
        self.unlock.setVisible(asked)

    def _show_archive(self, status: Status) -> None:
        self._status = status
        known = status.fingerprint is not None
        self.archive.setText(status.archive_url or QCoreApplication.translate("Staff", "This device does not belong to an archive yet."))
        self.fingerprint.setText(status.fingerprint or "")
        align_leading(self.archive)
        align_leading(self.fingerprint)
        self.archive.show()
        self.fingerprint.setVisible(known)
        self.fingerprint_title.setVisible(known)

    def _show_microphones(self, microphones: Microphones) -> None:
        self._microphones = microphones
        clear_rows(self._microphone_list)
        own_choice = QCoreApplication.translate("Staff", "The one the system chooses")
        for number, (name, label) in enumerate([(None, own_choice), *((name, name) for name in microphones.names)]):
            card = ChoiceCard(f"microphone-{number}", one_of_several=True)
            card.set_words(label)
            card.setChecked(name == microphones.chosen)
            card.clicked.connect(partial(self._choose_microphone, name))
            self._group.addButton(card)
            self._microphone_list.addWidget(card)

    def _choose_microphone(self, name: str | None) -> None:
        self.notice.clear()
        self.work(partial(self._actions.choose_microphone, name), lambda _: self.refresh())

    def _enrol(self) -> None:
        code = self.code.text()
        try:
            decode_enrolment(code)
        except BadCode as fault:
            self.show_fault(fault)
            return
        self.notice.say(QCoreApplication.translate("Staff", "Asking the archive…"))
        self.enrol.setEnabled(False)
        self.work(partial(self._actions.enrol, code), self._enrolled)

    def show_fault(self, fault: Fault) -> None:
        super().show_fault(fault)
        self._show_enrol()
        self._show_unlock()

    def _show_unlock(self) -> None:
        self.unlock.setEnabled(bool(self.passphrase.text().strip()))

    def _unlock(self) -> None:
        if self._actions.unlock is None or not self.unlock.isEnabled():
            return
        words = self.passphrase.text()
        self.passphrase.clear()
        self.notice.clear()
        self.work(partial(self._actions.unlock, words), lambda _: self.refresh())

    def _show_enrol(self) -> None:
        self.enrol.setEnabled(bool(self.code.text().strip()))

    def _enrolled(self, _: None) -> None:
        self.code.clear()
        self.notice.say(QCoreApplication.translate("Staff", "This device is connected. Compare the digits below with the archive's."))
        self.refresh()
