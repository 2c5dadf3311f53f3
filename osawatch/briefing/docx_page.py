"""The look of a Word page: A4, type, the marking at the head and the page number at the foot."""

from __future__ import annotations

from typing import Any

INK, LINK, LINE, FONT = "1B1D22", "27309A", "9AA0AB", "Calibri"
SMALL = 9  # points, in tables
SIZES = {"Title": 20, "Heading 1": 14, "Heading 2": 11, "Normal": 10}
TONGUES = {"en": "en-GB", "nl": "nl-NL"}


def dress(made: Any, title: str, language: str, marking: str) -> None:
    """Sets page and styles of an empty document."""
    _page(made.sections[0])
    _styles(made, TONGUES.get(language, language))
    for part in (made.sections[0].header, made.sections[0].footer):
        part.paragraphs[0].text = ""
    if marking:
        made.sections[0].header.paragraphs[0].add_run(marking).bold = True
    foot = made.sections[0].footer.paragraphs[0]
    foot.add_run(f"{title}   ")
    for code, between in (("PAGE", " / "), ("NUMPAGES", "")):
        _field(foot, code)
        foot.add_run(between)


def _page(section: Any) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)


def _styles(made: Any, tongue: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in SIZES.items():
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [one for one in fonts.attrib if one.endswith("Theme")]:
            del fonts.attrib[key]  # a theme's font would be drawn in its place
        fonts.set(qn("w:hAnsi"), FONT)
    made.styles["Normal"].paragraph_format.space_after = Pt(4)
    normal = made.styles["Normal"].element.get_or_add_rPr()
    normal.append(normal.makeelement(qn("w:lang"), {qn("w:val"): tongue}))


def _field(paragraph: Any, code: str) -> None:
    """A figure that Word fills in."""
    from docx.oxml.ns import qn

    paragraph._p.append(  # noqa: SLF001 # the library has no other way
        paragraph._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): code})  # noqa: SLF001
    )


def ruled(table: Any) -> None:
    """Hairlines between the rows, a stronger line below the head, and small type."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    properties = table._tbl.tblPr  # noqa: SLF001 # the library has no other way
    borders = properties.makeelement(qn("w:tblBorders"), {})
    for side in ("top", "bottom", "insideH"):
        line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": LINE}
        borders.append(borders.makeelement(qn(f"w:{side}"), {qn(k): v for k, v in line.items()}))
    properties.append(borders)
    for place, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(1)
                for run in paragraph.runs:
                    run.font.size = Pt(SMALL)
                    run.bold = (place == 0 or column == 0) or None
