"""The tables. A change is a new migration at the end; one that was released is never edited.

What the world said: sources, items, item_versions, sightings, documents. Facts.
What was derived from it: matches, concepts, sketches, alerts, alert_items, cards. Rebuildable.
What the desk did: events. Append-only; `alerts` caches its fold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from osawatch.errors import NewerProfile
from osawatch.store import script
from osawatch.store.schema_apart import m022_apart
from osawatch.store.schema_attached import m017_attached
from osawatch.store.schema_brought import m028_brought
from osawatch.store.schema_bundles import m009_bundles
from osawatch.store.schema_cases import m011_cases
from osawatch.store.schema_claims import m026_claims
from osawatch.store.schema_desk_sources import m029_desk_sources
from osawatch.store.schema_details import m016_details
from osawatch.store.schema_filing import m021_filing
from osawatch.store.schema_grades import m019_grades
from osawatch.store.schema_hub import m010_hub
from osawatch.store.schema_named import m013_named, m015_watched
from osawatch.store.schema_notify import m014_notify
from osawatch.store.schema_overtime import m012_overtime
from osawatch.store.schema_papers import m020_papers
from osawatch.store.schema_rated import m018_rated
from osawatch.store.schema_rounds import m027_rounds
from osawatch.store.schema_situation import m024_soonest
from osawatch.store.schema_wrong import m025_wrong

if TYPE_CHECKING:
    from sqlite_utils import Database

SOURCES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources(
  id TEXT PRIMARY KEY, title TEXT NOT NULL, url TEXT NOT NULL, publisher TEXT NOT NULL,
  country TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, format TEXT NOT NULL,
  status TEXT NOT NULL, auth TEXT NOT NULL, poll_minutes INTEGER NOT NULL, grade TEXT NOT NULL,
  official INTEGER NOT NULL, state_media INTEGER NOT NULL, tier TEXT NOT NULL,
  start INTEGER NOT NULL, local INTEGER NOT NULL, user_agent TEXT NOT NULL, notes TEXT NOT NULL,
  origin TEXT NOT NULL, enabled INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0,
  etag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT NULL DEFAULT '',
  body_hash TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '', http INTEGER NOT NULL DEFAULT 0,
  last_polled INTEGER, last_success INTEGER, next_poll INTEGER,
  failures INTEGER NOT NULL DEFAULT 0, moved_to TEXT NOT NULL DEFAULT '', newest INTEGER,
  validated_url TEXT NOT NULL DEFAULT '', rhythm REAL
);
CREATE TABLE source_days(
  source TEXT NOT NULL REFERENCES sources(id), day INTEGER NOT NULL,
  polls INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0, outcome TEXT NOT NULL DEFAULT '',
  hours REAL NOT NULL DEFAULT 0, PRIMARY KEY(source, day)
) WITHOUT ROWID;
CREATE INDEX source_days_day ON source_days(day, hours);
CREATE TABLE documents(
  sha256 TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(id), url TEXT NOT NULL,
  received INTEGER NOT NULL, content_type TEXT NOT NULL, bytes INTEGER NOT NULL,
  body BLOB NOT NULL
);
CREATE INDEX documents_source ON documents(source, received);
"""

ITEMS = """
CREATE TABLE items(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL REFERENCES sources(id),
  format TEXT NOT NULL, guid TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,
  summary TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, publisher TEXT NOT NULL,
  published INTEGER, updated INTEGER, precision TEXT NOT NULL, first_seen INTEGER NOT NULL,
  fetched INTEGER NOT NULL, at INTEGER NOT NULL, text_hash TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1, story TEXT NOT NULL, copy_of TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT ''
);
CREATE INDEX items_source ON items(source, at);
CREATE INDEX items_story ON items(story);
CREATE INDEX items_at ON items(at, n);
CREATE TABLE item_versions(
  item INTEGER NOT NULL REFERENCES items(n), version INTEGER NOT NULL, seen INTEGER NOT NULL,
  title TEXT NOT NULL, summary TEXT NOT NULL, text_hash TEXT NOT NULL,
  PRIMARY KEY(item, version)
) WITHOUT ROWID;
CREATE TABLE sightings(
  source TEXT NOT NULL REFERENCES sources(id), item INTEGER NOT NULL REFERENCES items(n),
  seen INTEGER NOT NULL, PRIMARY KEY(source, item)
) WITHOUT ROWID;
CREATE INDEX sightings_item ON sightings(item);
CREATE TABLE sketches(
  hash INTEGER NOT NULL, at INTEGER NOT NULL, item INTEGER NOT NULL REFERENCES items(n),
  PRIMARY KEY(hash, at, item)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE items_fts USING fts5(
  title, summary, content='', tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE matches(
  item INTEGER NOT NULL REFERENCES items(n), rule TEXT NOT NULL, version INTEGER NOT NULL,
  level TEXT NOT NULL, status TEXT NOT NULL, tier TEXT NOT NULL, title TEXT NOT NULL,
  because TEXT NOT NULL, evidence TEXT NOT NULL, verdicts TEXT NOT NULL,
  PRIMARY KEY(item, rule, version)
) WITHOUT ROWID;
CREATE INDEX matches_rule ON matches(rule, item);
CREATE TABLE findings(
  item INTEGER PRIMARY KEY REFERENCES items(n), version INTEGER NOT NULL, data TEXT NOT NULL
);
CREATE TABLE concepts(
  axis TEXT NOT NULL, concept TEXT NOT NULL, day INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES items(n), PRIMARY KEY(axis, concept, day, item)
) WITHOUT ROWID;
CREATE INDEX concepts_item ON concepts(item);
CREATE TABLE daily_counts(
  day INTEGER NOT NULL, good TEXT NOT NULL, country TEXT NOT NULL, measure TEXT NOT NULL,
  kind TEXT NOT NULL, stories INTEGER NOT NULL, PRIMARY KEY(day, good, country, measure, kind)
) WITHOUT ROWID;
"""

ALERTS = """
CREATE TABLE alerts(
  id TEXT PRIMARY KEY, rule TEXT NOT NULL, groups TEXT NOT NULL, rule_title TEXT NOT NULL,
  level TEXT NOT NULL, tier TEXT NOT NULL, trial INTEGER NOT NULL, suppressed TEXT NOT NULL,
  because TEXT NOT NULL, card TEXT NOT NULL, lead INTEGER NOT NULL REFERENCES items(n),
  first_item INTEGER NOT NULL REFERENCES items(n),
  title TEXT NOT NULL, language TEXT NOT NULL, goods TEXT NOT NULL, countries TEXT NOT NULL,
  roles TEXT NOT NULL, measures TEXT NOT NULL, measure_status TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL, publishers INTEGER NOT NULL, items INTEGER NOT NULL,
  official INTEGER NOT NULL, facts TEXT NOT NULL, score REAL NOT NULL, scored INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'new', status TEXT NOT NULL DEFAULT 'new',
  assignee TEXT NOT NULL DEFAULT '', relevant INTEGER, reason TEXT NOT NULL DEFAULT '',
  snooze TEXT NOT NULL DEFAULT '', snoozed_until INTEGER, tags TEXT NOT NULL DEFAULT '',
  merged_into TEXT NOT NULL DEFAULT '', closed_at INTEGER
);
CREATE INDEX alerts_group ON alerts(rule, groups, start);
CREATE INDEX alerts_card ON alerts(card);
CREATE INDEX alerts_first ON alerts(first_item);
CREATE INDEX alerts_seen ON alerts(last_seen DESC, stop DESC, id);
CREATE INDEX alerts_status ON alerts(status, last_seen);
CREATE INDEX alerts_merged ON alerts(merged_into) WHERE merged_into <> '';
CREATE TABLE alert_concepts(
  axis TEXT NOT NULL, concept TEXT NOT NULL,
  alert TEXT NOT NULL REFERENCES alerts(id) ON UPDATE CASCADE,
  PRIMARY KEY(axis, concept, alert)
) WITHOUT ROWID;
CREATE INDEX alert_concepts_alert ON alert_concepts(alert);
CREATE TABLE alert_items(
  alert TEXT NOT NULL REFERENCES alerts(id) ON UPDATE CASCADE,
  item INTEGER NOT NULL REFERENCES items(n),
  PRIMARY KEY(alert, item)
) WITHOUT ROWID;
CREATE INDEX alert_items_item ON alert_items(item, alert);
CREATE TABLE aliases(
  id TEXT PRIMARY KEY, alert TEXT NOT NULL REFERENCES alerts(id) ON UPDATE CASCADE
) WITHOUT ROWID;
CREATE INDEX aliases_alert ON aliases(alert);
CREATE VIRTUAL TABLE alert_fts USING fts5(
  title, summary, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE cards(
  id TEXT PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL, level TEXT NOT NULL,
  score REAL NOT NULL, status TEXT NOT NULL, unread INTEGER NOT NULL, goods TEXT NOT NULL,
  countries TEXT NOT NULL, measures TEXT NOT NULL, measure_status TEXT NOT NULL,
  publishers INTEGER NOT NULL, items INTEGER NOT NULL, official INTEGER NOT NULL,
  first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, newest INTEGER NOT NULL,
  assignee TEXT NOT NULL, alerts TEXT NOT NULL, reason TEXT NOT NULL,
  inbox INTEGER NOT NULL, snoozed INTEGER NOT NULL, trial INTEGER NOT NULL,
  suppressed INTEGER NOT NULL, closed INTEGER NOT NULL
);
CREATE INDEX cards_all ON cards(last_seen DESC, newest DESC, id);
CREATE INDEX cards_inbox ON cards(last_seen DESC, newest DESC, id, unread, assignee) WHERE inbox;
CREATE INDEX cards_snoozed ON cards(last_seen DESC, newest DESC, id) WHERE snoozed;
CREATE INDEX cards_trial ON cards(last_seen DESC, newest DESC, id) WHERE trial;
CREATE INDEX cards_suppressed ON cards(last_seen DESC, newest DESC, id) WHERE suppressed;
CREATE INDEX cards_closed ON cards(last_seen DESC, newest DESC, id) WHERE closed;
"""

EVENTS = """
CREATE TABLE events(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hlc TEXT NOT NULL, device TEXT NOT NULL,
  dev_seq INTEGER NOT NULL, actor TEXT NOT NULL, post TEXT NOT NULL, kind TEXT NOT NULL,
  subject TEXT NOT NULL, data TEXT NOT NULL CHECK(json_valid(data)), UNIQUE(device, dev_seq)
);
CREATE INDEX events_subject ON events(subject, hlc, device, dev_seq);
CREATE INDEX events_order ON events(device, hlc);
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
"""

TELLINGS = """
CREATE TABLE tellings(
  item INTEGER PRIMARY KEY REFERENCES items(n), at INTEGER NOT NULL, id TEXT NOT NULL,
  topic TEXT NOT NULL, stale INTEGER NOT NULL
);
CREATE INDEX tellings_order ON tellings(at, id);
CREATE INDEX tellings_topic ON tellings(topic);
CREATE INDEX tellings_stale ON tellings(at, id) WHERE stale;
INSERT INTO tellings SELECT n, at, id, story, 1 FROM items
  WHERE n IN (SELECT item FROM alert_items);
"""

MEASURES = """
CREATE TABLE sighted(item INTEGER PRIMARY KEY REFERENCES items(n), version INTEGER NOT NULL);
CREATE TABLE measure_sightings(
  item INTEGER NOT NULL REFERENCES items(n), country TEXT NOT NULL, measure TEXT NOT NULL,
  data TEXT NOT NULL, PRIMARY KEY(item, country, measure)
) WITHOUT ROWID;
CREATE INDEX measure_sightings_country ON measure_sightings(country);
CREATE TABLE measures(id TEXT PRIMARY KEY, country TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX measures_country ON measures(country);
"""


LISTS = """
CREATE TABLE list_versions(
  n INTEGER PRIMARY KEY, list TEXT NOT NULL, sha256 TEXT NOT NULL, received INTEGER NOT NULL,
  format TEXT NOT NULL, records INTEGER NOT NULL, bytes INTEGER NOT NULL, origin TEXT NOT NULL,
  file TEXT NOT NULL
);
CREATE INDEX list_versions_list ON list_versions(list, n);
CREATE TABLE list_states(
  list TEXT PRIMARY KEY, outcome TEXT NOT NULL, detail TEXT NOT NULL, checked INTEGER,
  succeeded INTEGER, etag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT NULL DEFAULT '',
  validated_url TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE screenings(
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, post TEXT NOT NULL,
  purpose TEXT NOT NULL, kind TEXT NOT NULL, query TEXT NOT NULL, hits INTEGER NOT NULL
);
CREATE INDEX screenings_at ON screenings(at);
CREATE TABLE screening_hits(
  id TEXT PRIMARY KEY, screening INTEGER NOT NULL REFERENCES screenings(n), list TEXT NOT NULL,
  entity TEXT NOT NULL, name TEXT NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open', decider TEXT NOT NULL DEFAULT '', decided INTEGER
) WITHOUT ROWID;
CREATE INDEX screening_hits_screening ON screening_hits(screening);
"""

SERIES = """
CREATE TABLE series(
  n INTEGER PRIMARY KEY, good TEXT NOT NULL, country TEXT NOT NULL, measure TEXT NOT NULL,
  UNIQUE(good, country, measure)
);
CREATE TABLE series_days(
  series INTEGER NOT NULL REFERENCES series(n), day INTEGER NOT NULL, stories INTEGER NOT NULL,
  PRIMARY KEY(series, day)
) WITHOUT ROWID;
"""

SIGNALS = """
CREATE TABLE signals(
  day INTEGER NOT NULL, good TEXT NOT NULL, country TEXT NOT NULL, level TEXT NOT NULL,
  p REAL NOT NULL, stories INTEGER NOT NULL, expected REAL NOT NULL,
  PRIMARY KEY(day, good, country)
) WITHOUT ROWID;
CREATE TABLE judged(
  at INTEGER NOT NULL, series INTEGER NOT NULL, watch REAL NOT NULL, alert REAL NOT NULL
);
"""


def m001_ground(db: Database) -> None:
    """The tables of the first release."""
    for part in (SOURCES, ITEMS, ALERTS, EVENTS):
        script.execute(db, part)


def m002_recipes(db: Database) -> None:
    """How a source without a format is read, and where one that is read on and on stands."""
    for column in ("recipe", "resume"):
        db.execute(f"ALTER TABLE sources ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


def m003_tellings(db: Database) -> None:
    """The story of an item that is told in other words; alerts that a person took off a card."""
    script.execute(db, TELLINGS)
    db.execute("ALTER TABLE alerts ADD COLUMN apart INTEGER NOT NULL DEFAULT 0")


def m004_hints(db: Database) -> None:
    """What a document said of its pace: it holds as long as the document is unchanged."""
    db.execute("ALTER TABLE sources ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE sources ADD COLUMN rest TEXT NOT NULL DEFAULT ''")


def m006_measures(db: Database) -> None:
    """Measures with their life, and what items say of them."""
    script.execute(db, MEASURES)


def m005_lists(db: Database) -> None:
    """Versions of the sanctions lists; who was screened, and what came of it."""
    script.execute(db, LISTS)


def m007_series(db: Database) -> None:
    """Stories a day for each good, country and measure, counted from the items there are."""
    from osawatch.store import counts

    script.execute(db, SERIES)
    counts.rebuild(db.conn)


def m008_signals(db: Database) -> None:
    """Which days of which series were unusual, and when all were judged last."""
    script.execute(db, SIGNALS)


STEPS: tuple[Callable[[Database], None], ...] = (
    m001_ground,
    m002_recipes,
    m003_tellings,
    m004_hints,
    m005_lists,
    m006_measures,
    m007_series,
    m008_signals,
    m009_bundles,
    m010_hub,
    m011_cases,
    m012_overtime,
    m013_named,
    m014_notify,
    m015_watched,
    m016_details,
    m017_attached,
    m018_rated,
    m019_grades,
    m020_papers,
    m021_filing,
    m022_apart,
    m024_soonest,
    m025_wrong,
    m026_claims,
    m027_rounds,
    m028_brought,
    m029_desk_sources,
)
SET = "osawatch"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to this program's form, or refuse one that a newer program made."""
    applied = _applied(connection)
    names = [step.__name__ for step in STEPS]
    newer = [name for name in applied if name not in names]
    if newer:
        raise NewerProfile(newer[-1])
    if len(applied) < len(names):
        _apply(connection)


def _applied(connection: sqlite3.Connection) -> list[str]:
    tables = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if connection.execute(tables).fetchone() is None:
        return []
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (SET,)
    )
    return [row[0] for row in rows]


def _apply(connection: sqlite3.Connection) -> None:
    from sqlite_utils import (
        Database,
        Migrations,
    )  # loads numpy: a fifth of a second, once a profile

    migrations = Migrations(SET)
    for step in STEPS:
        migrations(name=step.__name__)(step)
    connection.execute("BEGIN IMMEDIATE")  # two programs may open a new profile at once
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
