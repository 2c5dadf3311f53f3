"""Records of sanctions lists as bytes and back, many in a piece.

A piece is JSON and, behind it, the records as their list wrote them: bytes that nobody takes apart
on the way, and that whoever asked never takes apart itself (`opener`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast, get_args

from feeds.jail.carry import Unfit
from feeds.jail.packing import Table, dumped, joined, loaded, split, table, texts
from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType, Quality
from feeds.lists.ofac_delta import Action, Delta, Part
from feeds.lists.read import ListDocument
from feeds.lists.xml import Leaves, Opener

KINDS, TYPES, QUALITIES = (frozenset(get_args(one)) for one in (Kind, NameType, Quality))
ACTIONS, OUTCOMES = frozenset(get_args(Action)), frozenset(("parsed", "refused"))


def packed(found: Sequence[ListEntry]) -> bytes:
    """Records as a piece."""
    rows, raws = _rows(found)
    return joined([dumped(rows), *raws])


def unpacked(piece: bytes, opener: Opener) -> list[ListEntry]:
    """The records in a piece, or `Unfit`. `opener` takes their bytes apart when they are asked."""
    rows, raws = _parts(piece)
    return _entries(rows, raws, opener)


def packed_deltas(found: Sequence[Delta]) -> bytes:
    """Deltas as a piece."""
    rows, raws = _rows([one.entry for one in found])
    told = [(one.action, one.published, one.lists, one.parts) for one in found]
    return joined([dumped([rows, told]), *raws])


def unpacked_deltas(piece: bytes, opener: Opener) -> list[Delta]:
    """The deltas in a piece, or `Unfit`."""
    both, raws = _parts(piece)
    try:
        rows, told = both
        made = _entries(rows, raws, opener)
        return [_delta(entry, *one) for entry, one in zip(made, told, strict=True)]
    except (ValueError, TypeError) as error:
        raise Unfit(str(error)[:200]) from error


def packed_verdict(found: ListDocument | None) -> bytes:
    """What a list is, its records apart; None = no list at all."""
    return dumped(found and [found.list, found.format, found.outcome, found.reason, found.detail])


def unpacked_verdict(piece: bytes) -> ListDocument | None:
    """The same, or `Unfit`."""
    found = loaded(piece)
    if found is None:
        return None
    told = texts(found)
    if len(told) != 5 or told[2] not in OUTCOMES:
        raise Unfit("no verdict where one belongs")
    list_id, form, outcome, reason, detail = told
    return ListDocument(list_id, form, (), cast("Any", outcome), reason, detail)


def _rows(found: Sequence[ListEntry]) -> tuple[list[list[object]], list[bytes]]:
    rows, raws = [], []
    for one in found:
        fields = one.fields
        whole = isinstance(fields, Leaves)
        rows.append([
            one.list, one.id, one.kind, one.names, one.programmes, one.measures, one.countries,
            one.identifiers, one.births, one.addresses, one.listed, one.amended, one.reference,
            one.legal_basis, one.remarks, one.active,
            list((fields.more if isinstance(fields, Leaves) else fields).items()), whole,
        ])  # fmt: skip
        if isinstance(fields, Leaves):
            raws.append(fields.raw)
    return rows, raws


def _parts(piece: bytes) -> tuple[Any, list[bytes]]:
    parts = list(split(piece))
    if not parts:
        raise Unfit("an empty piece")
    return loaded(parts[0]), parts[1:]


def _entries(rows: Any, raws: list[bytes], opener: Opener) -> list[ListEntry]:
    behind = iter(raws)
    try:
        return [_entry(row, behind, opener) for row in rows]
    except StopIteration as error:
        raise Unfit("fewer records than there are") from error
    except (ValueError, TypeError) as error:
        raise Unfit(str(error)[:200]) from error


def _entry(row: Any, raws: Any, opener: Opener) -> ListEntry:
    (list_id, key, kind, names, programmes, measures, countries, identifiers, births, addresses,
     listed, amended, reference, basis, remarks, active, more, whole) = row  # fmt: skip
    texts([list_id, key, kind, listed, amended, reference, remarks])
    if kind not in KINDS or type(active) is not bool or type(whole) is not bool:
        raise Unfit("a word that is not known")
    found: Table = table(more)
    return ListEntry(
        list_id, key, kind, tuple([_name(*one) for one in names]), texts(programmes),
        texts(measures), texts(countries), tuple([_identifier(one) for one in identifiers]),
        tuple([_birth(*one) for one in births]), texts(addresses), listed, amended, reference,
        texts(basis), remarks, active, Leaves(next(raws), found, opener) if whole else found,
    )  # fmt: skip


def _name(text: Any, kind: Any, quality: Any, script: Any, language: Any) -> Name:
    if not (type(text) is type(script) is type(language) is str):
        raise Unfit("no text where text belongs")
    if kind not in TYPES or quality not in QUALITIES:
        raise Unfit("a word that is not known")
    return Name(text, kind, quality, script, language)


def _identifier(row: Any) -> Identifier:
    return Identifier(*texts(row))


def _birth(value: Any, circa: Any) -> Birth:
    if type(value) is not str or type(circa) is not bool:
        raise Unfit("no birth where one belongs")
    return Birth(value, circa)


def _delta(entry: ListEntry, action: Any, published: Any, lists: Any, parts: Any) -> Delta:
    if action not in ACTIONS or type(published) is not str:
        raise Unfit("a word that is not known")
    return Delta(action, entry, published, texts(lists), tuple([_part(*one) for one in parts]))


def _part(action: Any, group: Any, values: Any) -> Part:
    texts([action, group])
    return Part(action, group, texts(values))
