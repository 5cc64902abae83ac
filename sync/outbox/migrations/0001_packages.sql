-- Opaque facts only: random ids, sizes, hashes, states. No name, no language, no text, no time finer than a day.
CREATE TABLE packages (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    package_id    TEXT NOT NULL UNIQUE,
    group_id      TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    size_bytes    INTEGER NOT NULL CHECK (size_bytes > 0),
    state         TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'confirmed', 'erased', 'blocked', 'quarantined')),
    part          TEXT CHECK (part IN ('listen', 'master')),
    file_name     TEXT,
    queued_day    TEXT,
    upload_url    TEXT,
    upload_kiosk_id TEXT,
    offset_bytes  INTEGER NOT NULL DEFAULT 0 CHECK (offset_bytes BETWEEN 0 AND size_bytes),
    sent_bytes    INTEGER NOT NULL DEFAULT 0 CHECK (sent_bytes BETWEEN 0 AND size_bytes),
    attempts      INTEGER NOT NULL DEFAULT 0,
    rejects       INTEGER NOT NULL DEFAULT 0,
    next_try_at_s REAL NOT NULL DEFAULT 0,
    reason        TEXT,
    receipt       TEXT,
    CHECK ((state IN ('confirmed', 'erased')) = (receipt IS NOT NULL)),
    CHECK ((state IN ('blocked', 'quarantined')) = (reason IS NOT NULL)),
    CHECK ((state = 'erased') = (file_name IS NULL)),
    CHECK ((state = 'erased') = (part IS NULL))
);

CREATE INDEX packages_group ON packages (group_id);

CREATE INDEX packages_active ON packages (part, number)
    WHERE state IN ('queued', 'sending', 'delivered', 'confirmed', 'blocked');
