"""The harness of the black-box tests, proved on a small window of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from desktop import Desktop
from processes import marked
from window import Window

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window, pages = QMainWindow(), QStackedWidget()
window.setCentralWidget(pages)
field, go, answer = QLineEdit(), QPushButton("Go"), QLabel()
for name, *widgets in [("page-first", field, go), ("page-second", answer)]:
    page = QWidget(accessibleIdentifier=name)
    layout = QVBoxLayout(page)
    for widget in widgets:
        layout.addWidget(widget)
    pages.addWidget(page)
field.setAccessibleIdentifier("name-field")
go.setAccessibleIdentifier("continue")
answer.setAccessibleIdentifier("answer")
go.clicked.connect(lambda: (answer.setText("Hello " + field.text()), pages.setCurrentIndex(1)))
window.show()
sys.exit(app.exec())
"""


@pytest.fixture
def program(desktop: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=desktop.env)
    yield process
    process.terminate()
    process.wait(10)


@pytest.mark.blackbox
def test_a_window_is_driven_from_outside(program: subprocess.Popen[bytes]) -> None:
    with Window(program.pid) as window:
        window.wait_page("first")
        assert "page-second" not in window.visible()
        window.fill("name-field", "Wangarĩ")
        window.press("continue")
        window.wait_page("second")
        assert window.element("answer").name == "Hello Wangarĩ"


@pytest.mark.blackbox
def test_what_is_not_there_is_told_with_what_is(program: subprocess.Popen[bytes]) -> None:
    with Window(program.pid) as window:
        window.wait_page("first")
        with pytest.raises(AssertionError, match=r"page-third never became visible; there are .*'page-first'"):
            window.element("page-third", timeout_s=0.2)


@pytest.mark.blackbox
def test_leaving_a_desktop_ends_what_ran_inside() -> None:
    with Desktop() as desktop:
        sleeper = subprocess.Popen(["sleep", "600"], env=desktop.env)
        mark = f"TEST_DESKTOP={desktop.env['TEST_DESKTOP']}"
        assert {"Xvfb", "dbus-daemon", "sleep"} <= {process.command.split()[0].rpartition("/")[2] for process in marked(mark)}
    assert not marked(mark)
    assert sleeper.wait(10) == -signal.SIGKILL
