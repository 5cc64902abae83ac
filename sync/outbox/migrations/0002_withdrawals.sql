-- A teller may take a story back while it waits here. `withdrawing`: it will never be sent, its file goes next. `withdrawn`: nothing
-- is left of it but the ids that keep a crash right after Send from being taken for one before it.
CREATE TABLE packages_2 (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    package_id    TEXT NOT NULL UNIQUE,
    group_id      TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    size_bytes    INTEGER NOT NULL CHECK (size_bytes > 0 OR state = 'withdrawn'),
    state         TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'confirmed', 'erased', 'blocked', 'quarantined',
                                                 'withdrawing', 'withdrawn')),
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
    -- 1 from the moment on at which a byte of it may have left this laptop, by whatever way.
    may_have_left INTEGER NOT NULL DEFAULT 0 CHECK (may_have_left IN (0, 1)),
    CHECK ((state IN ('confirmed', 'erased')) = (receipt IS NOT NULL)),
    CHECK ((state IN ('blocked', 'quarantined')) = (reason IS NOT NULL)),
    CHECK ((state IN ('erased', 'withdrawn')) = (file_name IS NULL)),
    CHECK ((state IN ('erased', 'withdrawn')) = (part IS NULL))
);

INSERT INTO packages_2
    SELECT number, package_id, group_id, sha256, size_bytes, state, part, file_name, queued_day, upload_url, upload_kiosk_id,
           offset_bytes, sent_bytes, attempts, rejects, next_try_at_s, reason, receipt,
           NOT (state = 'queued' AND upload_url IS NULL AND attempts = 0 AND rejects = 0)
    FROM packages;

DROP TABLE packages;

ALTER TABLE packages_2 RENAME TO packages;

CREATE INDEX packages_group ON packages (group_id);

CREATE INDEX packages_active ON packages (part, number)
    WHERE state IN ('queued', 'sending', 'delivered', 'confirmed', 'blocked', 'withdrawing');

-- By what a code typed here finds its story (sync/outbox/marks.py). Gone as soon as nothing of the story has to travel any more.
CREATE TABLE withdrawal_marks (
    group_id TEXT PRIMARY KEY,
    mark     TEXT NOT NULL
);

-- Requests to the archive, sealed to it. Gone as soon as the archive has signed for them.
CREATE TABLE withdrawals (
    request_id    TEXT PRIMARY KEY,
    sealed        BLOB NOT NULL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    next_try_at_s REAL NOT NULL DEFAULT 0
);
