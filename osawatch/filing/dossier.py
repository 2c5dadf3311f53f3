"""A case as one structure of JSON, and that structure on paper. Pure.

What publishers wrote is named by title, publisher and address; what the desk wrote is whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from html import escape
from typing import Any

from osawatch.attached import Attachment
from osawatch.cases.model import Case
from osawatch.fold import clock_of
from osawatch.model import Alert, StoryItem
from osawatch.stages import Event

FORM = "osawatch-case/1"
STYLE = (
    "body{font:11pt sans-serif} th,td{text-align:left;vertical-align:top}"
    " .marking{font-weight:bold}"
)
Written = Mapping[str, Any]


def dossier(
    case: Case,
    log: Sequence[Event],
    alerts: Sequence[tuple[Alert, Sequence[StoryItem]]],
    files: Sequence[Attachment],
    marking: str = "",
) -> dict[str, Any]:
    """All of a case, ready for `json.dumps`."""
    return {
        "form": FORM,
        "marking": marking,
        "case": _plain(asdict(case)),
        "log": [line(one) for one in log],
        "alerts": [
            {**_alert(one), "items": [_item(item) for item in story]} for one, story in alerts
        ],
        "files": [
            {"name": one.name, "size": one.size, "sha256": one.sha256, "by": one.actor,
             "at": _plain(one.at)} for one in files
        ],
    }  # fmt: skip


def line(event: Event) -> dict[str, Any]:
    """A line of the log."""
    return {
        "id": event.id, "at": _plain(clock_of(event.hlc)), "by": event.actor, "post": event.post,
        "kind": event.kind, "subject": event.subject, "data": dict(event.data),
    }  # fmt: skip


def as_json(said: Written) -> bytes:
    """UTF-8, keys in order, so that equal cases give equal bytes."""
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def as_html(said: Written, words: Mapping[str, str], language: str, told: str = "") -> bytes:
    """The dossier for people: a page without anything to be fetched. `told` stands at its top."""
    case = said["case"]
    facts = [
        f"{words['opened']} {case['opened'][:10]}", f"{words['closed']} {case['updated'][:10]}",
        f"{words['outcome']}: {case['outcome']}" if case["outcome"] else "",
        f"{words['holder']} {case['holder']}" if case["holder"] else "",
        f"{words['owners']}: {', '.join(case['owners'])}" if case["owners"] else "",
    ]  # fmt: skip
    parts = [
        f"<h1>{words['case']}: {escape(case['title'])}</h1>",
        f"<p>{escape(told)}</p>" if told else "",
        f"<p>{escape('; '.join(part for part in facts if part))}</p>",
        f"<h2>{words['alerts']}</h2>", f"<p>{words['press']}</p>",
        *(_alert_html(one, words) for one in said["alerts"]),
        "" if said["alerts"] else f"<p>{words['none']}</p>",
        f"<h2>{words['log']}</h2>", table(said["log"], words),
        f"<h2>{words['files']}</h2>", _files(said["files"], words),
    ]  # fmt: skip
    return page(case["title"], "\n".join(parts), language, said["marking"])


def page(title: str, body: str, language: str, marking: str = "") -> bytes:
    """An HTML page around a body; who prints it puts `marking` on every sheet."""
    told, above = "", ""
    if marking:
        told = f'<meta name="marking" content="{escape(marking)}">'
        above = f'<p class="marking">{escape(marking)}</p>\n'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">{told}'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n{above}{body}\n"
        "</body></html>\n"
    ).encode("utf-8", "replace")


def table(lines: Sequence[Written], words: Mapping[str, str]) -> str:
    """Lines of the log, a row each."""
    head = "".join(f'<th scope="col">{words[name]}</th>' for name in ("when", "who", "what"))
    rows = "".join(
        f"<tr><td>{escape(one['at'])}</td><td>{escape(one['by'])}</td>"
        f"<td>{escape(one['kind'].removeprefix('case_'))}: {escape(_said(one['data']))}</td></tr>"
        for one in lines
    )
    return f"<table><tr>{head}</tr>{rows}</table>"


def _said(data: Written) -> str:
    return "; ".join(f"{key} {value}" for key, value in sorted(data.items()) if value != "")


def _alert_html(one: Written, words: Mapping[str, str]) -> str:
    items = "".join(
        f"<li>{escape(item['title'])} ({escape(item['publisher'])}, {words['first_seen']}"
        f" {escape(item['first_seen'])}) {escape(item['url'])}</li>"
        for item in one["items"]
    )
    facts = ", ".join([one["level"], *one["goods"], *one["countries"], *one["measures"]])
    return f"<h3>{escape(one['title'])}</h3><p>{escape(facts)}</p><ul>{items}</ul>"


def _files(files: Sequence[Written], words: Mapping[str, str]) -> str:
    if not files:
        return f"<p>{words['none']}</p>"
    rows = "".join(
        f"<li>{escape(one['name'])}, {one['size']} B, SHA-256 {one['sha256']}</li>" for one in files
    )
    return f"<ul>{rows}</ul>"


def _alert(one: Alert) -> dict[str, Any]:
    return {
        "id": one.id, "title": one.title, "level": one.level, "status": one.status,
        "reason": one.reason, "goods": list(one.goods), "countries": list(one.countries),
        "measures": list(one.measures), "rule": one.rule, "first_seen": _plain(one.first_seen),
        "last_seen": _plain(one.last_seen),
    }  # fmt: skip


def _item(one: StoryItem) -> dict[str, Any]:
    return {
        "id": one.id, "title": one.title, "publisher": one.publisher, "url": one.url,
        "source": one.source_title, "official": one.official, "published": _plain(one.published),
        "first_seen": _plain(one.first_seen),
    }  # fmt: skip


def _plain(value: Any) -> Any:
    """With times as RFC 3339 and tuples as lists."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
