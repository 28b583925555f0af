CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE instances (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, execution TEXT NOT NULL,
    name TEXT NOT NULL, status INTEGER NOT NULL, turn INTEGER NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL,
    version TEXT, parent TEXT, tags TEXT, input TEXT, output TEXT, custom_status TEXT);
CREATE INDEX instances_by_status ON instances (status, updated);
CREATE TABLE history (instance INTEGER NOT NULL, turn INTEGER NOT NULL, events BLOB NOT NULL,
    PRIMARY KEY (instance, turn)) WITHOUT ROWID;
CREATE TABLE inbox (number INTEGER PRIMARY KEY AUTOINCREMENT,
    instance INTEGER NOT NULL, execution TEXT, event BLOB NOT NULL);
CREATE INDEX inbox_by_instance ON inbox (instance);
CREATE TABLE activities (instance INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT,
    PRIMARY KEY (instance, task)) WITHOUT ROWID;
CREATE TABLE timers (instance INTEGER NOT NULL, task INTEGER NOT NULL, due INTEGER NOT NULL,
    PRIMARY KEY (instance, task)) WITHOUT ROWID;
