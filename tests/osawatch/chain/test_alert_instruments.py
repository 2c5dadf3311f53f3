"""`alerts show` names the instruments that fit an alert's sector and measure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Filter
from osawatch.sample import load
from ui.cli import main


def test_an_alert_names_the_instruments_of_its_sector_and_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Core(tmp_path / "p") as core:
        load(core.news, core.now())
        one = next(x for x in core.alerts(Filter(goods=("gallium",), view="all")) if x.measures)
        fit = [x.id for x in core.chain.fitting(one.goods, one.measures, one.countries)]
    assert main(["alerts", "show", one.id, "--profile", str(tmp_path / "p"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["instruments"] == fit != []
    assert main(["alerts", "show", one.id, "--profile", str(tmp_path / "p")]) == 0
    assert "instruments by sector and measure: " in capsys.readouterr().out
