"""Where templates stand: shipped ones with the program, the desk's own in its profile.

    <profile>/templates/<language>/<key>.md    stands for the shipped one of that name, or beside it
A file of the desk's own that has a fault is told of and never used; the shipped one is, then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from osawatch import sealed
from osawatch.errors import BadInput, UnknownId, why
from osawatch.papers.model import LANGUAGES, Template
from osawatch.papers.template import parse

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
ORDER = (
    "post-report", "instruction", "memo", "parliamentary-qa", "taskforce-item", "weekly-list",
    "sitrep",
)  # fmt: skip


class Shelf:
    """The templates of a profile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "templates"

    def every(self, language: str) -> list[Template]:
        """All sound ones of a language, the shipped ones first."""
        found = {one.key: one for one in shipped(language)}
        for path in self._own(language):
            try:
                found[path.stem] = self._read(path, language)
            except BadInput:
                continue  # `faults` says so
        return sorted(found.values(), key=_place)

    def one(self, key: str, language: str) -> Template:
        """A template; one of the desk's own with a fault is `BadInput`, not passed over."""
        path = self._path(key, language)
        if path.exists():
            return self._read(path, language)
        known = next((one for one in shipped(language) if one.key == key), None)
        if known is None:
            raise UnknownId("template", key)
        return known

    def text(self, key: str, language: str) -> str:
        """The file of a template as it stands, sound or not."""
        path = self._path(key, language)
        if path.exists():
            return sealed.read_text(path)
        file = _files(language).joinpath(f"{key}.md")
        if not file.is_file():
            raise UnknownId("template", key)
        return file.read_text("utf-8")

    def put(self, key: str, language: str, text: str) -> Template:
        """The desk's own text of a template; with a fault it is refused and changes nothing."""
        path = self._path(key, language)
        template = parse(text, key, language, f"{language}/{key}.md", own=True)
        sealed.write_text(path, text)
        return template

    def reset(self, key: str, language: str) -> bool:
        """Back to the shipped text. False: there was none of the desk's own."""
        path = self._path(key, language)
        known = path.exists()
        path.unlink(missing_ok=True)
        return known

    def faults(self) -> list[str]:
        """What has an error, a line each."""
        found = []
        for language in LANGUAGES:
            for path in self._own(language):
                try:
                    self._read(path, language)
                except BadInput as error:
                    found.append(str(error))
        return found

    def _own(self, language: str) -> list[Path]:
        return sorted((self._folder / language).glob("*.md"))

    def _read(self, path: Path, language: str) -> Template:
        place = f"{language}/{path.name}"
        if not KEY.match(path.stem):
            raise BadInput("its name takes small letters, digits and hyphens", file=place)
        try:
            text = sealed.read_text(path)
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"cannot be read: {why(error)}", file=place) from error
        return parse(text, path.stem, language, place, own=True)

    def _path(self, key: str, language: str) -> Path:
        if language not in LANGUAGES:
            raise BadInput(f"{language!r} is not one of {', '.join(LANGUAGES)}", field="language")
        if not KEY.match(key):
            raise BadInput("takes small letters, digits and hyphens", field="template")
        return self._folder / language / f"{key}.md"


def shipped(language: str) -> Iterator[Template]:
    """Those that come with the program."""
    folder = _files(language)
    for key in ORDER:
        text = folder.joinpath(f"{key}.md").read_text("utf-8")
        yield parse(text, key, language, f"{language}/{key}.md")


def _files(language: str) -> resources.abc.Traversable:
    return resources.files("osawatch.papers").joinpath("texts", language)


def _place(one: Template) -> tuple[int, str]:
    return (ORDER.index(one.key) if one.key in ORDER else len(ORDER), one.key)
