"""A paper holds what the desk knows and a person wrote, and press text only by licence."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from osawatch.briefing.model import Asked
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.model import Filter
from osawatch.papers import mail
from osawatch.papers.gather import values
from osawatch.papers.make import draft, left, written
from osawatch.papers.model import FIELDS, SUBJECTS, About
from osawatch.papers.shelf import Shelf
from tests.fakes import Clock, Network, source
from ui.cli import main

FEED = "https://wire.example/feed"
PRESS, ACT = "Words that belong to the paper.", "Words that the state gives to all."


@pytest.fixture
def alert(core: Core, network: Network) -> str:
    network.publish(FEED, "China sets a licence duty for gallium", summary=PRESS)
    core.poll()
    [found] = core.alerts(Filter(goods=("gallium",)))
    return found.id


def test_every_field_of_every_subject_is_there(core: Core, alert: str) -> None:
    case = core.cases.open("Gallium", [alert])
    now = core.now().astimezone(UTC)
    abouts = {
        "case": About("case", case.id), "alert": About("alert", alert),
        "situation": About("situation", core.situations.open("Strait", ["wire"], 2).id),
        "briefing": About("briefing", asked=Asked(now - timedelta(days=7), now)),
    }  # fmt: skip
    for language in ("en", "nl"):
        for kind in SUBJECTS:
            wanted = {name for name, has in FIELDS.items() if kind in has}
            assert wanted <= set(values(core, abouts[kind], language)), kind


def test_a_report_is_filled_from_a_case(core: Core, alert: str) -> None:
    case = core.cases.open("Gallium", [alert])
    core.cases.told(case.id, "Taskforce")
    text = draft(core, About("case", case.id), "post-report", "en").text
    assert text.startswith("# Post report: Gallium\nThe Hague, 2026-03-02. Drafted by Ann")
    assert "China sets a licence duty for gallium" in text
    assert "https://wire.example/feed/1" in text
    assert "Taskforce" in draft(core, About("case", case.id), "taskforce-item", "nl").text


def test_press_text_stays_and_the_text_of_an_open_source_may_leave(
    core: Core, network: Network, alert: str
) -> None:
    core.sources.add(source("act", licence="open"))
    network.publish(
        "https://act.example/feed", "China sets a licence duty for gallium", summary=ACT
    )
    core.poll()
    names = [one.id for one in core.alerts(Filter(goods=("gallium",), view="all"))]
    case = core.cases.open("Gallium", names)
    paper = draft(core, About("case", case.id), "post-report", "en")
    for form in ("txt", "md", "html"):
        body = written(core, paper, form).decode()
        assert PRESS not in body
        assert ACT in body


def test_no_template_but_quotes_can_reach_the_text_of_a_source(core: Core, alert: str) -> None:
    assert PRESS not in repr(values(core, About("alert", alert), "en"))


def test_what_a_person_wrote_leaves_in_every_form_with_its_marking(core: Core, alert: str) -> None:
    paper = draft(core, About("alert", alert), "memo", "en", "TLP:AMBER")
    paper = replace(paper, text="# Ours\n\n## Advice\n- wait & *see*\n")
    for form in ("txt", "md", "html"):
        body = written(core, paper, form).decode()
        assert "TLP:AMBER" in body
        assert "Ours" in body
    with zipfile.ZipFile(io.BytesIO(written(core, paper, "docx"))) as docx:
        inner = docx.read("word/document.xml").decode()
        assert "wait &amp; *see*" in inner
        assert any(b"TLP:AMBER" in docx.read(n) for n in docx.namelist() if "header" in n)
    assert "wait \\& \\*see\\*" in written(core, paper, "md").decode().replace("&", "\\&")


def test_nothing_above_the_highest_marking_is_drafted_or_written(core: Core, alert: str) -> None:
    paper = draft(core, About("alert", alert), "memo", "en", "TLP:RED")
    core.save_settings(replace(core.settings(), highest_marking="TLP:GREEN"))
    with pytest.raises(BadInput, match="above"):
        draft(core, About("alert", alert), "memo", "en", "TLP:RED")
    with pytest.raises(BadInput, match="above"):
        written(core, paper, "txt")


def test_a_template_for_cases_takes_no_alert(core: Core, alert: str) -> None:
    with pytest.raises(BadInput, match="is for: case"):
        draft(core, About("alert", alert), "taskforce-item", "en")


def test_the_log_of_a_case_knows_what_left_and_not_its_words(core: Core) -> None:
    case = core.cases.open("Gallium")
    paper = draft(core, About("case", case.id), "memo", "en", "TLP:GREEN")
    left(core, paper, "txt", written(core, paper, "txt"))
    [one] = core.cases.case(case.id).papers
    assert (one.template, one.form, one.marking, len(one.sha256)) == (
        "memo", "txt", "TLP:GREEN", 64,
    )  # fmt: skip


def test_a_draft_for_the_mail_program_is_plain_text_and_unsent(core: Core, alert: str) -> None:
    paper = draft(core, About("alert", alert), "memo", "nl", "TLP:GREEN")
    paper = replace(paper, text="# Memo\r\nBcc: x@y.example\n\nà bientôt 你好")
    found = message_from_bytes(mail.eml(paper, " desk@ministry.example "), policy=policy.default)
    assert found["To"] == "desk@ministry.example"
    assert (found["X-Unsent"], found["Bcc"]) == ("1", None)
    assert found["Subject"] == "[TLP:GREEN] Memo"
    assert found.get_content_type() == "text/plain"
    assert "你好" in found.get_content()


@pytest.mark.parametrize(
    "wrong", ["", "desk", "a@b", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example"]
)
def test_what_is_not_one_mailbox_is_refused(core: Core, alert: str, wrong: str) -> None:
    with pytest.raises(BadInput, match="mailbox"):
        mail.eml(draft(core, About("alert", alert), "memo", "en"), wrong)


def test_the_command_line_fills_changes_and_writes(
    core: Core, alert: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    profile = str(core.profile.folder)

    def cli(*words: str) -> tuple[int, str]:
        code = main(["papers", words[0], "--profile", profile, *words[1:]])
        return code, capsys.readouterr().out

    own = tmp_path / "own.md"
    own.write_text("name: Ours\nfor: alert\n---\n# Ours: {{title}}\n")
    assert cli("put", "memo", str(own))[0] == 0
    assert "Ours: China sets" in cli("fill", "memo", "--alert", alert)[1]
    own.write_text("name: Ours\nfor: alert\n---\n{{nothing}}\n")
    assert cli("put", "memo", str(own))[0] == 2
    code, told = cli("check", str(own))
    assert (code, "own.md:4: nothing: is no field" in told) == (1, True)
    target = tmp_path / "memo.docx"
    code, told = cli(
        "fill", "memo", "--alert", alert, "--format", "docx", "-o", str(target), "--json"
    )
    assert (code, json.loads(told)["bytes"]) == (0, target.stat().st_size)
    assert cli("reset", "memo")[0] == 0
    assert not Shelf(core.profile.folder).one("memo", "en").own
    assert "case_dates" in cli("fields")[1]


def test_a_week_without_anything_says_so_in_each_part(core: Core, clock: Clock) -> None:
    now = clock().astimezone(UTC)
    about = About("briefing", asked=Asked(now - timedelta(days=7), now))
    text = draft(core, about, "weekly-list", "en").text
    assert text.count("none known to this desk") == 6
    assert "- Gazette: no answer yet" in text
