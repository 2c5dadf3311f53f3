"""What the core hands out and takes in: frozen values named for their stage."""

from __future__ import annotations

from osawatch.model.alerts import (
    Alert,
    AlertDetail,
    AlertStatus,
    Card,
    CardDetail,
    HistoryEntry,
    Listed,
    Mark,
    RoleOf,
    StoryItem,
)
from osawatch.model.changes import (
    Changes,
    merged,
)
from osawatch.model.edits import (
    PollLine,
    SourceEdit,
)
from osawatch.model.numbers import (
    RuleRow,
    Trend,
    TrendDay,
)
from osawatch.model.people import (
    Holder,
    Network,
    Person,
    Settings,
)
from osawatch.model.scores import (
    BANDS,
    Band,
    Confidence,
    Impact,
    Override,
    Score,
    band,
)
from osawatch.model.sources import (
    Excluded,
    FileResult,
    PollProgress,
    PollReport,
    PollResult,
    SourceRow,
)
from osawatch.model.wishes import (
    OUTCOMES,
    REASONS,
    Action,
    Chosen,
    Facet,
    Facets,
    Filter,
    Reason,
    View,
)

__all__ = [
    "BANDS",
    "OUTCOMES",
    "REASONS",
    "Action",
    "Alert",
    "AlertDetail",
    "AlertStatus",
    "Band",
    "Card",
    "CardDetail",
    "Changes",
    "Chosen",
    "Confidence",
    "Excluded",
    "Facet",
    "Facets",
    "FileResult",
    "Filter",
    "HistoryEntry",
    "Holder",
    "Impact",
    "Listed",
    "Mark",
    "Network",
    "Override",
    "Person",
    "PollLine",
    "PollProgress",
    "PollReport",
    "PollResult",
    "Reason",
    "RoleOf",
    "RuleRow",
    "Score",
    "Settings",
    "SourceEdit",
    "SourceRow",
    "StoryItem",
    "Trend",
    "TrendDay",
    "View",
    "band",
    "merged",
]
