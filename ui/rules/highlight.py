"""Colours for the text of a rule: keys, texts, numbers, words of the condition, remarks."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme import Theme

PARTS = (
    ("punc", re.compile(r"[\[\]{},]|^\s*-(?=\s)")),
    ("str", re.compile(r"(?<=: )[^\[{#\s][^#\[\]{}]*|(?<=[\[,] )?[\w*?'’.-]+(?=\s*[,\]])")),
    ("num", re.compile(r"\b\d[\w:.-]*\b|\b(?:true|false)\b")),
    ("str", re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")),
    ("key", re.compile(r"(?:^\s*(?:-\s+)?|[{,]\s*)([\w.|-]+)(?=:(?:\s|$))")),
)
CONDITION = re.compile(r"^\s*condition:")
GRAMMAR = re.compile(r"\b(?:and|or|not|of|all|them)\b")
REMARK = re.compile(r"(?:^|\s)#.*$")


class Highlighter(QSyntaxHighlighter):
    """Line by line; a rule has nothing that runs over lines but block texts, left plain."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.theme = theme
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """One line."""
        for name, pattern in PARTS:
            for found in pattern.finditer(text):
                group = 1 if pattern.groups else 0
                self._colour(found.start(group), found.end(group), name)
        if CONDITION.match(text):
            for found in GRAMMAR.finditer(text):
                self._colour(*found.span(), "num")
        remark = REMARK.search(text)
        if remark and text[: remark.start()].count('"') % 2 == 0:
            self._colour(remark.start(), len(text), "com")

    def _colour(self, start: int, end: int, name: str) -> None:
        look = QTextCharFormat()
        look.setForeground(QColor(self.theme.syntax[name]))
        self.setFormat(start, end - start, look)
