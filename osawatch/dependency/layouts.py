"""How trade files say what they say: columns are found by name, never by place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from osawatch.errors import BadInput

ROLES = ("year", "reporter", "partner", "product", "flow", "value", "quantity", "unit")
NEEDED = ("year", "reporter", "partner", "product", "value")
EXPORT = ("2", "X", "EXPORT", "EXPORTS", "E")
# Sums of countries, and trade that is assigned to nobody: no suppliers. QR, QS: stores, secret.
AGGREGATES = (
    "0", "W00", "WLD", "WORLD", "ALL", "EXT_EU27_2020", "INT_EU27_2020", "EU27_2020", "EXT_EU28",
    "INT_EU28", "EU28", "EU", "EUROPEAN UNION", "EA19", "EA20", "QR", "QS",
)  # fmt: skip
COUNTRY = {"EL": "GR", "UK": "GB", "XI": "GB", "XS": "RS"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A form of file: the column of each role, and what its numbers count.

    `tonnes`: what a quantity is multiplied with; `kept`: (column, words) of the rows that count;
    `keys`: further columns that tell two rows apart.
    """

    name: str
    columns: Mapping[str, str]
    tonnes: float = 1.0
    bilateral: bool = False
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    def column(self, role: str) -> str:
        """The column of a role, "" = the file does not say."""
        return self.columns.get(role, "")


LAYOUTS = (
    Layout(
        "CEPII BACI",
        {
            "year": "t", "partner": "i", "reporter": "j", "product": "k", "value": "v",
            "quantity": "q",
        },
        bilateral=True,
    ),
    Layout(
        "Eurostat Comext",
        {
            "year": "PERIOD", "reporter": "REPORTER", "partner": "PARTNER",
            "product": "PRODUCT_NC", "flow": "FLOW", "value": "VALUE_EUR",
            "quantity": "QUANTITY_KG",
        },
        tonnes=0.001,
        keys=("STAT_PROCEDURE", "SUPPL_UNIT", "TRADE_TYPE"),
    ),
    Layout(
        "Eurostat Comext (old)",
        {
            "year": "PERIOD", "reporter": "DECLARANT_ISO", "partner": "PARTNER_ISO",
            "product": "PRODUCT_NC", "flow": "FLOW", "value": "VALUE_IN_EUROS",
            "quantity": "QUANTITY_IN_KG",
        },
        tonnes=0.001,
        keys=("STAT_REGIME", "SUPP_UNIT", "TRADE_TYPE"),
    ),
    Layout(
        "UN Comtrade",
        {
            "year": "refYear", "reporter": "reporterCode", "partner": "partnerCode",
            "product": "cmdCode", "flow": "flowCode", "value": "primaryValue",
            "quantity": "netWgt",
        },
        tonnes=0.001,
        keys=("partner2Code", "motCode", "customsCode", "mosCode", "period"),
    ),
    Layout(
        "UN Comtrade (legacy)",
        {
            "year": "Year", "reporter": "Reporter Code", "partner": "Partner Code",
            "product": "Commodity Code", "flow": "Trade Flow Code", "value": "Trade Value (US$)",
            "quantity": "Netweight (kg)",
        },
        tonnes=0.001,
        keys=("2nd Partner Code", "Customs Proc. Code", "Period"),
    ),
    Layout("own table", {role: role for role in ROLES}),
)  # fmt: skip


def find(header: Sequence[str], mapping: Mapping[str, str] | None = None) -> Layout | None:
    """The layout of a header; `mapping` says the column of each role instead."""
    names = {one.strip() for one in header}
    if mapping:
        return Layout("own columns", dict(mapping)) if names >= set(mapping.values()) else None
    for one in LAYOUTS:
        needed = [one.column(role) for role in NEEDED]
        if names.issuperset(needed):
            known = {role: name for role, name in one.columns.items() if name in names}
            return replace(one, columns=known, keys=tuple(k for k in one.keys if k in names))
    return None


def missing(header: Sequence[str]) -> str:
    """What the nearest layout lacks: the words of an error."""
    names = {one.strip() for one in header}
    best = max(LAYOUTS, key=lambda one: len(names & set(one.columns.values())))
    lacks = [best.column(role) for role in NEEDED if best.column(role) not in names]
    if len(lacks) == len(NEEDED):
        told = ", ".join(one[:30] for one in header[:8])
        known = ", ".join(one.name for one in LAYOUTS[:-1])
        return f"its columns ({told}) are of no known trade file ({known}); say them with --map"
    return f"looks like {best.name}, but the column {lacks[0]!r} is missing"


def mapped(words: Sequence[str]) -> dict[str, str]:
    """`role=column` words as a mapping, or `BadInput`."""
    found = {}
    for word in words:
        role, _, name = word.partition("=")
        if role not in ROLES or not name:
            raise BadInput(
                f"{word!r}: say role=column, role one of {', '.join(ROLES)}", field="--map"
            )
        found[role] = name
    lacks = [role for role in NEEDED if role not in found]
    if found and lacks:
        raise BadInput(f"says no column for {', '.join(lacks)}", field="--map")
    return found
