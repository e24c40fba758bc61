#!/usr/bin/env bash
# What surprises: when GitHub's answer breaks off in the middle of its body, octokit neither fails nor retries, although
# its retry plugin is on: `request` resolves with status 200 and `data` the empty STRING where the types promise an array,
# and `paginate` resolves with `[]`, "there are no releases". Broken before the headers, the same call is retried three
# times and then rejects; plain fetch rejects with "terminated".
# Why it matters: a sync that believes an empty answer removes what still exists.
# Source: @octokit/request 10.0.16, dist-src/fetch-wrapper.js: `response.text().catch(noop)`.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund "node-$(node -p 'process.platform + "-" + process.arch')@24.21.0" octokit@5.0.5 @octokit/request@10.0.16
PATH="$(echo "$lab"/node_modules/node-*/bin):$PATH"
echo "node $(node -v), octokit 5.0.5, @octokit/request $(node -p 'require("./node_modules/@octokit/request/package.json").version')"

cat >run.mjs <<'JS'
import http from 'node:http';
import { Octokit } from 'octokit';

const body = JSON.stringify([{ tag_name: 'v1.0.0', body: 'notes '.repeat(1000) }]);
let requests = 0;
const server = http.createServer((request, response) => {
  requests += 1;
  if (request.url.startsWith('/before')) return request.socket.destroy();
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.write(body.slice(0, 3000), () => setTimeout(() => response.destroy(), 50));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const baseUrl = `http://127.0.0.1:${server.address().port}`;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const octokit = new Octokit({ baseUrl, log: quiet, retry: { retryAfterBaseValue: 10 } });

async function outcome(act) {
  requests = 0;
  const said = await act().then(
    (answer) => `resolves: ${JSON.stringify(answer)}`,
    (error) => `rejects: ${error.message}`,
  );
  return `${said}, requests: ${requests}`;
}
const seen = {
  'fetch, cut in the body': await outcome(async () => (await fetch(`${baseUrl}/cut`)).json()),
  'octokit, cut before the headers': await outcome(() => octokit.request('GET /before')),
  'octokit, cut in the body': await outcome(async () => {
    const { status, data } = await octokit.request('GET /repos/{owner}/{repo}/releases', { owner: 'a', repo: 'b' });
    return { status, data };
  }),
  'octokit.paginate, cut in the body': await outcome(() =>
    octokit.paginate('GET /repos/{owner}/{repo}/releases', { owner: 'a', repo: 'b' })),
};
server.close();
for (const [who, what] of Object.entries(seen)) console.log(`${who}: ${what}`);
const expected = ['rejects: terminated, requests: 1', 'rejects: other side closed, requests: 4',
  'resolves: {"status":200,"data":""}, requests: 1', 'resolves: [], requests: 1'];
if (String(Object.values(seen)) !== String(expected)) throw new Error('behaviour changed');
JS
node run.mjs
