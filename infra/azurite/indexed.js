"use strict";
// Loaded before Azurite. It keeps entities in LokiJS, whose collections have an index of partition keys and one of row
// keys, and asks neither well: a query looks at every row of its table, and a point read at every row with that row key,
// whatever its partition. Here a query of one partition begins with the index of partitions, and a point read with the
// index that leaves fewer rows. What is found stays the same: Azurite's own filter is applied to it as before.
const loki = require("./node_modules/lokijs");
const store = require("./node_modules/azurite/dist/src/table/persistence/LokiTableMetadataStore").default;

const ofPartition = /^PartitionKey eq '((?:[^']|'')*)'(?: and (.*))?$/s;

// The partition that every row of an answer is in; undefined where the filter names none, or others beside it.
function partitionOf(filter) {
  const match = ofPartition.exec(filter ?? "");
  if (match === null || hasChoice(match[2] ?? "")) return undefined;
  return match[1].replaceAll("''", "'");
}

// An "or" outside brackets and quotation marks.
function hasChoice(text) {
  const bare = text.replace(/'(?:[^']|'')*'/g, "''");
  let depth = 0;
  for (let at = 0; at < bare.length; at++) {
    if (bare[at] === "(") depth++;
    else if (bare[at] === ")") depth--;
    else if (depth === 0 && /^\s+or\b/i.test(bare.slice(at, at + 4))) return true;
  }
  return false;
}

const query = store.prototype.queryTableEntities;
store.prototype.queryTableEntities = function (context, account, table, options, ...next) {
  const partition = partitionOf(options.filter);
  if (partition === undefined) return query.call(this, context, account, table, options, ...next);
  const narrowed = Object.create(this, {
    getEntityCollection: {
      value: (...of) => {
        const rows = this.getEntityCollection(...of);
        return { chain: () => rows.chain().find({ PartitionKey: partition }) };
      },
    },
  });
  return query.call(narrowed, context, account, table, options, ...next);
};

const findOne = loki.Collection.prototype.findOne;
loki.Collection.prototype.findOne = function (wanted) {
  if (wanted?.PartitionKey === undefined || wanted.RowKey === undefined) return findOne.call(this, wanted);
  const { PartitionKey, RowKey } = wanted;
  const inOrder = size(this, "PartitionKey", PartitionKey) < size(this, "RowKey", RowKey)
    ? { PartitionKey, RowKey }
    : { RowKey, PartitionKey };
  return findOne.call(this, inOrder);
};

function size(rows, key, value) {
  rows.ensureIndex(key);
  const [first, last] = rows.calculateRange("$eq", key, value);
  return last - first;
}
