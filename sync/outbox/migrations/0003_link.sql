-- What the worker last found on its way to the archive, in one row. It holds back everything at once, so that a network without a way
-- out costs one small commit and not one for each story that waits.
CREATE TABLE link (
    one              INTEGER PRIMARY KEY CHECK (one = 1),
    state            TEXT NOT NULL DEFAULT 'unknown',
    since_s          REAL NOT NULL DEFAULT 0,
    checked_at_s     REAL NOT NULL DEFAULT 0,
    next_try_at_s    REAL NOT NULL DEFAULT 0,
    rate_bytes_per_s REAL,
    metered_hint     INTEGER CHECK (metered_hint IN (0, 1)),
    hinted_at_s      REAL NOT NULL DEFAULT 0,
    wakes            INTEGER NOT NULL DEFAULT 0
);

INSERT INTO link (one) VALUES (1);

-- How many bytes went out in which month, for a limit by the month.
CREATE TABLE traffic (
    month      TEXT PRIMARY KEY,
    sent_bytes INTEGER NOT NULL
);

-- The day on which a copy of it went onto a stick.
ALTER TABLE packages ADD COLUMN exported_day TEXT;

-- 1 when staff said "send now": no price and no limit of the link holds it back.
ALTER TABLE packages ADD COLUMN must_go INTEGER NOT NULL DEFAULT 0 CHECK (must_go IN (0, 1));

DROP INDEX packages_active;

CREATE INDEX packages_waiting ON packages (part, number, state) WHERE state IN ('queued', 'sending', 'delivered', 'blocked');

CREATE INDEX packages_erasable ON packages (number) WHERE state IN ('confirmed', 'withdrawing');
