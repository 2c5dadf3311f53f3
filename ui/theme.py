"""The tokens of the look: two frozen themes, the palette, the style sheet and the fonts.

Everything visible takes its colour from a Theme; no hex value is written anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QPalette

T11, T13, T16, T20 = 11, 13, 16, 20
INSIDE = (6, 0, 0, 0)  # of the figure of a QSpinBox, whose line hears no style sheet
RADIUS_S, RADIUS_M, RADIUS_L = 4, 6, 10
# Han before Hangul: a Korean font holds some Chinese letters too, and two faces in a word are ugly.
CJK = ["Noto Sans CJK SC", "Droid Sans Fallback", "NanumGothic"]
UI_FAMILIES = ["Inter", "Noto Sans", "Noto Sans Arabic", *CJK, "DejaVu Sans"]
MONO_FAMILIES = ["JetBrains Mono", "Noto Sans Mono CJK SC", "DejaVu Sans Mono", *CJK]


@dataclass(frozen=True, slots=True)
class Level:
    """A level: ground and ink of its chip, fill and edge of its shape (Okabe-Ito)."""

    ground: str
    ink: str
    fill: str
    edge: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours by what they are for."""

    name: str
    window: str  # behind everything: bars, status bar
    rail: str
    surface: str  # lists, preview, tables
    sunken: str  # heads of tables, gutters
    raised: str  # menus, toasts
    line: str  # hairlines
    line2: str  # borders of inputs and buttons
    text: str
    text2: str
    text3: str  # nothing is quieter than this
    accent: str  # as ink: links, focus, what is active
    fill: str  # as ground: the primary button
    on_fill: str
    select: str
    hover: str
    mark: str  # ground of evidence
    mark_line: str  # underline of evidence
    ok: str
    bad: str
    warn: str
    band: str  # expected range in charts
    grid: str
    hatch: str  # not observed
    mute: str  # quiet bars: past days, coverage
    rail_on: str
    toast: str
    toast_ink: str
    toast_accent: str
    empty: str  # empty bars and cells
    series: tuple[str, ...]
    steps: tuple[str, ...]  # shares of one whole, largest first
    step_inks: tuple[str, ...]
    ramp: tuple[str, ...]  # more = further from the ground
    levels: dict[str, Level]
    syntax: dict[str, str]

    def c(self, key: str) -> QColor:
        """A token as a colour."""
        return QColor(getattr(self, key))


LIGHT = Theme(
    "light",
    window="#F6F7F9",
    rail="#ECEEF2",
    surface="#FFFFFF",
    sunken="#F2F4F7",
    raised="#FFFFFF",
    line="#E4E7EC",
    line2="#C6CCD5",
    text="#16191D",
    text2="#444B55",
    text3="#5C6470",
    accent="#3F4BBF",
    fill="#4450C4",
    on_fill="#FFFFFF",
    select="#ECEEFB",
    hover="#F4F5F8",
    mark="#FFEDA8",
    mark_line="#8A6A00",
    ok="#00684C",
    bad="#A83F00",
    warn="#7A4A00",
    band="#DDE3F3",
    grid="#EDEFF3",
    hatch="#8E95A0",
    empty="#EBEDF1",
    mute="#8E95A0",
    rail_on="#FFFFFF",
    toast="#23272E",
    toast_ink="#FFFFFF",
    toast_accent="#B4BCFF",
    series=("#0072B2", "#009E73", "#B4578B", "#8A919C"),
    steps=("#3F4BBF", "#5C66C8", "#A9AFE6", "#CDD1F1"),
    step_inks=("#FFFFFF", "#FFFFFF", "#16191D", "#16191D"),
    ramp=("#EDEFF3", "#9AD4C4", "#35B779", "#26838E", "#3E4A89", "#440154"),
    levels={
        "info": Level("#EFF1F4", "#444B55", "#FFFFFF", "#5C6470"),
        "low": Level("#E3F1FA", "#00517F", "#56B4E9", "#00517F"),
        "medium": Level("#FCF3CC", "#5E4B00", "#F5C710", "#5E4B00"),
        "high": Level("#FCE5BC", "#6E4200", "#E69F00", "#6E4200"),
        "critical": Level("#B84A00", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
    },
    syntax={
        "key": "#2C55A8",
        "str": "#00684C",
        "num": "#8A3B74",
        "com": "#5C6470",
        "punc": "#5C6470",
    },
)

DARK = Theme(
    "dark",
    window="#17191D",
    rail="#121417",
    surface="#1C1F24",
    sunken="#15171B",
    raised="#282C33",
    line="#2A2E35",
    line2="#454B55",
    text="#ECEEF1",
    text2="#B9BFC8",
    text3="#979EA9",
    accent="#A3ADFF",
    fill="#5560D6",
    on_fill="#FFFFFF",
    select="#272C45",
    hover="#22262C",
    mark="#51430F",
    mark_line="#F0C94A",
    ok="#4CC9A0",
    bad="#FF9A5C",
    warn="#F0B445",
    band="#2B3350",
    grid="#262A31",
    hatch="#6B727E",
    empty="#282C33",
    mute="#6B727E",
    rail_on="#272C45",
    toast="#282C33",
    toast_ink="#ECEEF1",
    toast_accent="#A3ADFF",
    series=("#56B4E9", "#1FB88D", "#D98CB6", "#8A919C"),
    steps=("#7F8BF2", "#5560B8", "#3D4684", "#2F3663"),
    step_inks=("#10121C", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
    ramp=("#282C33", "#3E4A89", "#26838E", "#35B779", "#9FD938", "#FDE725"),
    levels={
        "info": Level("#2B2F36", "#B9BFC8", "#1C1F24", "#B9BFC8"),
        "low": Level("#153140", "#86CBF2", "#56B4E9", "#56B4E9"),
        "medium": Level("#37310F", "#F0E27E", "#F0E442", "#F0E442"),
        "high": Level("#3F2B05", "#F7C15A", "#E69F00", "#E69F00"),
        "critical": Level("#F0803A", "#1D0C00", "#1D0C00", "#1D0C00"),
    },
    syntax={
        "key": "#8FB8FF",
        "str": "#6FD3B0",
        "num": "#E3A0C6",
        "com": "#979EA9",
        "punc": "#979EA9",
    },
)


@lru_cache(maxsize=64)
def font(size: int = T13, weight: int = 400, *, tnum: bool = False, mono: bool = False) -> QFont:
    """The only maker of fonts; tabular figures where numbers stand in columns. Don't change it."""
    f = QFont()
    f.setFamilies(MONO_FAMILIES if mono else UI_FAMILIES)
    f.setPixelSize(size)
    f.setWeight(QFont.Weight(weight))
    f.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tnum:
        f.setFeature(QFont.Tag("tnum"), 1)
    return f


def palette(theme: Theme) -> QPalette:
    """Every role, so that nothing falls back to the system's idea of a colour."""
    t, p, r = theme, QPalette(), QPalette.ColorRole
    for role, key in {
        r.Window: "window",
        r.WindowText: "text",
        r.Base: "surface",
        r.AlternateBase: "sunken",
        r.Text: "text",
        r.Button: "surface",
        r.ButtonText: "text",
        r.BrightText: "on_fill",
        r.Highlight: "select",
        r.HighlightedText: "text",
        r.Link: "accent",
        r.LinkVisited: "accent",
        r.ToolTipBase: "raised",
        r.ToolTipText: "text",
        r.PlaceholderText: "text3",
        r.Mid: "line2",
        r.Midlight: "line",
        r.Light: "raised",
        r.Dark: "line2",
        r.Shadow: "line",
        r.Accent: "accent",
    }.items():
        p.setColor(role, t.c(key))
    for role in (r.WindowText, r.Text, r.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, role, t.c("text3"))
    return p


def stylesheet(theme: Theme) -> str:
    """Small on purpose: inputs, buttons, heads, scroll bars. Rows, chips and charts are painted."""
    t = theme
    return f"""
    QLineEdit {{ background: {t.surface}; border: 1px solid {t.line2}; border-radius: 6px;
        padding: 0 8px 0 0; min-height: 30px; max-height: 30px;
        selection-background-color: {t.fill}; selection-color: {t.on_fill}; }}
    QLineEdit:focus {{ border-color: {t.accent}; }}
    Line, QInputDialog QLineEdit, QKeySequenceEdit QLineEdit {{ padding: 0 8px; }}
    QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line2};
        border-radius: 6px; padding: 0 12px; min-height: 30px; max-height: 30px; }}
    QPushButton:hover {{ background: {t.hover}; }}
    QPushButton:disabled {{ color: {t.text3}; background: {t.sunken}; border-color: {t.line}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px;
        min-height: 28px; max-height: 28px; }}
    QPushButton[kind="primary"]:enabled {{ background: {t.fill}; color: {t.on_fill};
        border-color: {t.fill}; }}
    QPushButton[kind="primary"]:enabled:focus {{ border-color: {t.text}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent;
        color: {t.text2}; padding: 0 8px; }}
    QPushButton[kind="quiet"]:hover {{ background: {t.hover}; }}
    QPushButton[kind="quiet"]:focus {{ border-color: {t.accent}; padding: 0 7px; }}
    QPushButton[kind="filter"] {{ color: {t.text2}; padding: 0 8px; }}
    QPushButton[kind="filter"]:focus {{ padding: 0 7px; }}
    QPushButton[kind="filter-on"] {{ background: {t.select}; border-color: {t.accent};
        color: {t.accent}; padding: 0 8px; }}
    QPushButton[kind="filter-on"]:focus {{ padding: 0 7px; }}
    QPushButton[kind="seg"] {{ border-radius: 0; border-right-width: 0; color: {t.text2};
        padding: 0 12px; }}
    QPushButton[kind="seg-on"] {{ border-radius: 0; border-right-width: 0;
        background: {t.select}; color: {t.accent}; padding: 0 12px; }}
    QPushButton[end="first"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px; }}
    QPushButton[end="last"] {{ border-top-right-radius: 6px; border-bottom-right-radius: 6px;
        border-right-width: 1px; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QHeaderView {{ background: {t.sunken}; border: 0; }}
    QHeaderView::section {{ background: {t.sunken}; color: {t.text2}; border: 0;
        border-bottom: 1px solid {t.line}; padding: 0 12px; height: 32px;
        font-size: 11px; font-weight: 600; }}
    QHeaderView::section:first, QHeaderView::section:only-one {{ padding-left: 16px; }}
    QAbstractScrollArea {{ border: 0; }}
    QDialog QPlainTextEdit, QDialog QListWidget, QDialog QTreeWidget, QDialog QTableWidget {{
        border: 1px solid {t.line2}; border-radius: 6px; padding: 2px; }}
    QDialog QPlainTextEdit:focus {{ border-color: {t.accent}; }}
    #choices {{ background: {t.raised}; border: 1px solid {t.line2}; border-radius: 6px;
        padding: 4px; outline: 0; }}
    #choices::item {{ color: {t.text}; padding: 0 10px; min-height: 28px; border-radius: 4px; }}
    #choices::item:hover {{ background: {t.hover}; }}
    #choices::item:selected {{ background: {t.select}; color: {t.text}; }}
{_boxes(t)}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {t.line2}; border-radius: 3px; margin: 2px;
        min-height: 32px; min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _boxes(t: Theme) -> str:
    """Boxes to tick, to choose from and to count in: Fusion's own edge is a darker window.

    That is black on black in the theme of high contrast, and next to nothing in the dark one. The
    arrows are edges of nothing; their other sides have the colour of the ground.
    """
    arrow = f"width: 0; height: 0; border-left: 4px solid {t.surface};"
    arrow += f" border-right: 4px solid {t.surface};"
    return f"""
    QCheckBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px;
        border: 1px solid {t.text3}; border-radius: 4px; background: {t.surface}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        border: 4px solid {t.fill}; background: {t.on_fill}; width: 8px; height: 8px; }}
    QAbstractSpinBox, QComboBox {{ background: {t.surface}; color: {t.text}; padding: 0 0 0 8px;
        border: 1px solid {t.line2}; border-radius: 6px; min-height: 30px; max-height: 30px; }}
    QAbstractSpinBox:focus, QComboBox:focus {{ border-color: {t.accent}; }}
    QAbstractSpinBox:disabled, QComboBox:disabled {{ color: {t.text3}; border-color: {t.line}; }}
    QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0;
        background: transparent; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 22px; height: 15px;
        background: transparent; subcontrol-origin: border; }}
    QSpinBox::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-arrow {{ {arrow} border-bottom: 5px solid {t.text2}; }}
    QSpinBox::up-arrow:off {{ border-bottom-color: {t.line}; }}
    QSpinBox::down-arrow, QComboBox::down-arrow, QDateEdit::down-arrow {{ {arrow}
        border-top: 5px solid {t.text2}; }}
    QSpinBox::down-arrow:off {{ border-top-color: {t.line}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 22px;
        background: transparent; }}"""


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""

    def linear(v: float) -> float:
        return v / 12.92 if v <= 0.04045 else float(((v + 0.055) / 1.055) ** 2.4)

    q = QColor(colour)
    red, green, blue = (linear(v) for v in (q.redF(), q.greenF(), q.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
