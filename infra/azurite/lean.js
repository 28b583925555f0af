"use strict";
// Loaded before Azurite, which loads what it is told not to use: telemetry, three quarters of all its modules, and a
// database for SQL. Without the two it starts with a third of the work. Azurite asks for nothing of telemetry while that is
// off, and of the database only a class to derive from.
// Told to stop, it waits until its callers have closed their connections. An app's pool keeps some that were opened in
// advance for as long as the app lives, and the app waits for its emulator: what is left a moment later is broken off.
const modules = require("node:module");

const unused = { applicationinsights: {}, sequelize: { Model: class {} } };
const grace = 250;
const load = modules._load;
modules._load = function (name, ...next) {
  if (Object.hasOwn(unused, name)) return unused[name];
  const loaded = load.call(this, name, ...next);
  return name === "stoppable" ? (server) => loaded(server, grace) : loaded;
};
