"""The real documents that stand beside the checkout; tests that need them skip without them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1] / "../shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "samples").is_dir(),
    reason="the shared sample documents do not stand beside this checkout",
)
