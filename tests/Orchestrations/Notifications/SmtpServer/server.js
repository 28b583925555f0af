// A mail server for the tests. How it behaves towards a message is said by the recipient's name, as listed below.
// Every accepted message is written to the folder as received; the port is the only line on standard output.
const { readFileSync, writeFileSync, renameSync } = require("node:fs");
const { join } = require("node:path");
const { SMTPServer } = require("smtp-server");

const [folder, mode] = process.argv.slice(2);
const waited = new Set();
let accepted = 0;

const refuse = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  secure: mode === "tls",
  key: readFileSync(join(folder, "key.pem")),
  cert: readFileSync(join(folder, "cert.pem")),
  onAuth: ({ username, password }, session, done) =>
    username === "sakip" && password === "rahasia" ? done(null, { user: username }) : done(refuse(535, "no")),
  onRcptTo: ({ address }, session, done) => {
    const name = address.split("@")[0];
    if (name === "tidak-ada") return done(refuse(550, "no such mailbox"));
    if (name === "nanti" && !waited.has(address)) {
      waited.add(address);
      return done(refuse(451, "greylisted, come back"));
    }
    if (name === "bungkam") return;
    done();
  },
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const file = join(folder, `${String(++accepted).padStart(3, "0")}.eml`);
      writeFileSync(`${file}.tmp`, Buffer.concat(chunks));
      renameSync(`${file}.tmp`, file);
      const name = session.envelope.rcptTo[0].address.split("@")[0];
      if (name === "spam") return done(refuse(554, "looks like spam"));
      if (name === "putus") {
        for (const connection of server.connections) {
          if (connection.session.id === session.id) connection._socket.destroy();
        }
        return;
      }
      done();
    });
  },
});

server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
