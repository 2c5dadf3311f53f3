"""Trade files are counted in a process apart: it sees them alone, and may die of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from feeds.jail.carry import Unfit
from feeds.jail.keeper import Jail, Limits, Work
from osawatch.core import Core
from osawatch.dependency import apart, compute, summing
from osawatch.errors import BadInput

ROWS = "t,i,j,k,v,q\n2023,156,528,010121,60,6\n"
linux = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux'")


@pytest.fixture
def trade(tmp_path: Path) -> Path:
    (tmp_path / "room").mkdir()
    file = tmp_path / "trade.csv"
    file.write_text(ROWS)
    return file


@contextmanager
def jail(file: Path, *files: str) -> Iterator[Jail]:
    room = str(file.parent / "room")
    code = str(Path(summing.__file__).parent)
    made = Jail(Limits(memory=4096), Work(partial(apart.ready, room), (*files, code), room))
    try:
        yield made
    finally:
        made.close()


def asked(file: Path) -> bytes:
    question = summing.Asked((str(file),), (("NL",),), {}, mirror=False, threads=2)
    return json.dumps(asdict(question)).encode()


@linux
def test_the_file_that_was_asked_for_is_read_and_no_other(trade: Path) -> None:
    with jail(trade, str(trade)) as one:
        assert one.ask("trade", asked(trade), apart._read_broken) is None
    with jail(trade) as one:
        told = one.ask("trade", asked(trade), apart._read_broken)
        if "files" not in one.walls:
            pytest.skip("this kernel has no Landlock")
    assert told is not None
    assert "Permission denied" in str(told)


@linux
def test_the_same_walls_stand_as_around_the_reader_of_feeds(trade: Path) -> None:
    """They hold the thread that puts them up and its children: nothing of DuckDB ran before."""
    feeds = Jail()
    feeds.parse(b"")
    with jail(trade, str(trade)) as one:
        one.ask("trade", asked(trade), apart._read_broken)
        assert one.walls == feeds.walls
    feeds.close()


def test_a_file_that_kills_its_reader_is_told_and_what_was_kept_stays(
    core: Core, trade: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = core.trade.keep([trade], compute.compute([trade]))
    monkeypatch.setattr(apart, "_limits", lambda _asked: Limits(memory=4096, patience=0.0))
    with pytest.raises(BadInput, match="the process that reads died") as caught:
        core.trade.keep([trade], compute.compute([trade]))
    assert caught.value.file == str(trade)
    assert core.trade.kept() == kept


def test_the_time_for_a_file_grows_with_its_size(trade: Path) -> None:
    question = summing.Asked((str(trade),), (), {}, mirror=False, threads=1)
    small = apart._limits(question).compute
    with trade.open("r+b") as file:
        file.truncate(900 << 20)  # no byte of it is on the disk
    assert apart._limits(question).compute == small + 900


@pytest.mark.parametrize(
    "answer",
    [
        b"R[", b"R[0]", b"R[9,[]]", b"R[true,[]]", b'R[0,[["a",1]]]', b"R[0,[[1,NaN]]]",
        b"R[0,[[1,1e999]]]", b"R[0,[[1,2]]]", b"X[0,[]]", b'R[0,[{"a":1}]]',
    ],
)  # fmt: skip
def test_an_answer_of_another_shape_is_believed_by_nobody(answer: bytes) -> None:
    with pytest.raises(Unfit):
        apart._rows(answer, (int, float), 2)
    assert apart._rows(b"R[1,[[2023,0.5]]]", (int, float), 2) == (1, [[2023, 0.5]])


@pytest.mark.parametrize("answer", [b"", b"1", b"NaN", b"2.0", b'"0.5"'])
def test_so_is_how_far_it_is(answer: bytes) -> None:
    with pytest.raises(Unfit):
        apart._share(answer)


@pytest.mark.parametrize(
    ("lands", "amounts"), [(["CN"], []), ([1], [1.0]), (["CN"], ["1"]), (["CN"], [1])]
)
def test_a_supplier_without_its_amount_is_no_supplier(
    lands: list[object], amounts: list[object]
) -> None:
    with pytest.raises(Unfit):
        compute._sum([2023, "010121", 1.0, 1.0, 0.0, 0.0, 0.0, 1, lands, amounts])
