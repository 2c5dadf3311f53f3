"""A paper as a draft for the mail program of this machine: a file, never sent from here.

Plain text by the standard library; `X-Unsent` lets Outlook open it as a draft.
"""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from osawatch.errors import BadInput
from osawatch.papers import layout
from osawatch.papers.model import Paper

PERSON_FREE = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\Z")


def eml(paper: Paper, mailbox: str, subject: str = "") -> bytes:
    """The draft; `mailbox` is one address of a desk or unit. `BadInput` if it is none."""
    to = mailbox.strip()
    if not PERSON_FREE.match(to):
        raise BadInput(f"{mailbox!r} is not one address", field="mailbox")
    local, _, domain = to.rpartition("@")
    found = layout.document(paper.text, paper.language, paper.marking, title=paper.name)
    said = " ".join((subject or found.title).split())
    marked = f"[{paper.marking}] {said}" if paper.marking else said
    message = EmailMessage(policy=SMTP)
    message["To"] = Address(username=local, domain=domain)
    message["Subject"] = re.sub(r"[\x00-\x1f\x7f]", " ", marked)[:200]
    message["X-Unsent"] = "1"
    message.set_content(layout.bare(paper.text, paper.marking, layout.warning(paper)))
    return message.as_bytes()
