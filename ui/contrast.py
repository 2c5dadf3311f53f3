"""The third theme: black, white and one yellow, for eyes that need all the contrast there is.

Every text stands at 7:1 or more on every ground, every border and shape at 4.5:1.
"""

from __future__ import annotations

from ui.theme import Level, Theme

CONTRAST = Theme(
    "contrast",
    window="#000000",
    rail="#000000",
    surface="#000000",
    sunken="#0A0A0A",
    raised="#0F0F0F",
    line="#8C8C8C",
    line2="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#E0E0E0",
    accent="#FFE600",
    fill="#FFE600",
    on_fill="#000000",
    select="#2A2A00",
    hover="#1F1F1F",
    mark="#4A4200",
    mark_line="#FFE600",
    ok="#7CFFB2",
    bad="#FFB38A",
    warn="#FFD24D",
    band="#3A3A3A",
    grid="#4A4A4A",
    hatch="#B0B0B0",
    empty="#3A3A3A",
    mute="#B0B0B0",
    rail_on="#2A2A00",
    toast="#000000",
    toast_ink="#FFFFFF",
    toast_accent="#FFE600",
    series=("#6EC6FF", "#4DE6B0", "#FF9ED2", "#C8C8C8"),
    steps=("#FFE600", "#D9C300", "#8A7D00", "#5C5300"),
    step_inks=("#000000", "#000000", "#FFFFFF", "#FFFFFF"),
    ramp=("#3A3A3A", "#5E52C0", "#2F8FA8", "#3CC795", "#B8F24D", "#FFFFFF"),
    levels={
        "info": Level("#000000", "#FFFFFF", "#000000", "#FFFFFF"),
        "low": Level("#00202E", "#BFE6FF", "#6EC6FF", "#6EC6FF"),
        "medium": Level("#2B2800", "#FFF59D", "#FFF176", "#FFF176"),
        "high": Level("#2E1E00", "#FFD58A", "#FFB732", "#FFB732"),
        "critical": Level("#FF8A3D", "#000000", "#000000", "#000000"),
    },
    syntax={
        "key": "#A8CCFF",
        "str": "#8CFFC8",
        "num": "#FFB8DE",
        "com": "#E0E0E0",
        "punc": "#E0E0E0",
    },
)
