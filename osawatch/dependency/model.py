"""What is computed from trade: shares and concentrations are 0..1, never percent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["value", "quantity"]
EU = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
        "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip # since 2020
NEAR = frozenset({"NO", "IS", "LI", "CH", "GB"})  # a high share of these is another risk
CDI1, CDI2, CDI3 = 0.4, 0.5, 1.0  # thresholds of SWD(2021) 352
YEARS, OF_YEARS = 2, 3  # one in five dependent products changes each year: look at three


@dataclass(frozen=True, slots=True)
class Supplier:
    """A country outside the EU and its share in the imports from outside; `near`: EEA, CH, UK."""

    country: str
    share: float
    near: bool


@dataclass(frozen=True, slots=True)
class Dependency:
    """The core dependency indicators of one product in one year.

    Formulas: SWD(2021) 352, 3 indicators. None = cannot be computed: no imports from outside
    (cdi1), no imports (cdi2), no exports (cdi3, which then counts as met).
    `exports` are those to all countries; amounts in the unit of the file.
    """

    year: int
    hs6: str
    reporter: str
    basis: Basis
    extra_eu_imports: float
    intra_eu_imports: float
    exports: float
    exports_extra: float
    cdi1: float | None
    cdi2: float | None
    cdi3: float | None
    cdi3_extra_exports_only: float | None
    dependent: bool
    steady: bool | None
    """Dependent in two of the last three years; None = fewer than two years are known."""
    coverage: float
    """Share of the product's chapter that is not hidden in confidential codes, 0..1."""
    supplier_count: int
    suppliers: tuple[Supplier, ...]
    """The ten largest."""


@dataclass(frozen=True, slots=True)
class Reverse:
    """How far a partner's imports hang on the reporter, as far as the file shows them."""

    year: int
    hs6: str
    partner: str
    reporter: str
    basis: Basis
    imports: float
    share: float
    whole: bool
    """Whether the file holds the partner's imports from others too; if not, `share` is no share
    of all it imports."""
