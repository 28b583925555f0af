"use strict";
// Loaded before Azurite, which loads what it is told not to use: telemetry, three quarters of all its modules, and a
// database for SQL. Without the two it starts with a third of the work. Azurite asks for nothing of telemetry while that is
// off, and of the database only a class to derive from.
const modules = require("node:module");

const unused = { applicationinsights: {}, sequelize: { Model: class {} } };
const load = modules._load;
modules._load = function (name, ...next) {
  return Object.hasOwn(unused, name) ? unused[name] : load.call(this, name, ...next);
};
