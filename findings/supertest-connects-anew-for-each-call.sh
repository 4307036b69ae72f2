#!/usr/bin/env bash
# supertest 7.3.2 (superagent 10.4.2) opens a connection for every call, on a Node (20) whose own clients keep theirs: superagent hands Node
# `agent: false` unless `.agent()` is given one, so the kept connections of the global agent are not used. Ten calls one after the other make ten
# connections; with `.agent(new Agent({ keepAlive: true }))`, and by `http.get` alone, they make one. A suite of 2,000 calls pays for it twice, as the
# tenant pays too. Behind https it is a handshake each time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --save-exact supertest@7.3.2 >/dev/null
cat >try.cjs <<'JS'
const { Agent, createServer, get } = require('node:http');
const supertest = require('supertest');

const server = createServer((request, response) => response.end('{}'));
let connections = 0;
server.on('connection', () => (connections += 1));

async function counted(call) {
  connections = 0;
  for (let turn = 0; turn < 10; turn += 1) await call();
  return connections;
}

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const kept = new Agent({ keepAlive: true });
  const seen = {
    supertest: await counted(() => supertest(url).get('/')),
    'supertest with an agent': await counted(() => supertest(url).get('/').agent(kept)),
    'http.get': await counted(
      () => new Promise((done) => get(url, (answer) => answer.resume().once('close', done))),
    ),
  };
  console.log(JSON.stringify(seen));
  process.exit(0);
});
JS
seen=$(node try.cjs)
echo "node $(node -v), supertest 7.3.2: $seen"
test "$seen" = '{"supertest":10,"supertest with an agent":1,"http.get":1}'
echo 'As seen on 2026-11-30.'
