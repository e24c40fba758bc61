import { startGitHub } from '@orchestra/testkit/github';
import { expect, test } from 'vitest';
import { openTestGitHub } from '../test/open-test-github.ts';
import { startServer } from '../test/start-server.ts';
import { readRepository } from './read-repository.ts';

const named = { owner: 'tidewater', repo: 'tides' };

test.each([301, 302, 303, 307, 308])(
  'a token stays behind where a question is redirected (%i) to another origin',
  async (status) => {
    await using elsewhere = await startServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"id":1}');
    });
    await using api = await startServer((_request, response) => {
      response.writeHead(status, { location: `${elsewhere.url}/there` }).end();
    });
    const { data } = await openTestGitHub(api.url).rest.repos.get(named);
    expect(data).toEqual({ id: 1 });
    expect(api.tokens).toEqual(['token t']);
    expect(elsewhere).toMatchObject({ asked: ['GET /there'], tokens: [undefined] });
  },
);

test.each([307, 308])('also with what is written (%i)', async (status) => {
  await using elsewhere = await startServer((_request, response) => response.end());
  await using api = await startServer((_request, response) => {
    response.writeHead(status, { location: `${elsewhere.url}/there` }).end();
  });
  await openTestGitHub(api.url).rest.repos.createRelease({ ...named, tag_name: 'v1' });
  expect(elsewhere).toMatchObject({ asked: ['POST /there'], tokens: [undefined] });
});

test('and it does not come back with a second redirect', async () => {
  await using api = await startServer((request, response) => {
    if (request.url === '/back') response.end();
    else response.writeHead(302, { location: `${elsewhere.url}/there` }).end();
  });
  await using elsewhere = await startServer((_request, response) => {
    response.writeHead(302, { location: `${api.url}/back` }).end();
  });
  await openTestGitHub(api.url).rest.repos.get(named);
  expect(api.asked).toEqual(['GET /repos/tidewater/tides', 'GET /back']);
  expect(api.tokens).toEqual(['token t', undefined]);
});

test('within the API it goes along: a repository is found by the name that it had before', async () => {
  await using github = await startGitHub();
  await github.addUser('tidewater');
  const { id } = await github.addRepository('tidewater/tides');
  await github.renameRepository('tidewater/tides', 'ebbs');
  const opened = openTestGitHub(github.api, { token: github.addToken('tidewater') });
  expect(await readRepository('tidewater/tides', opened)).toMatchObject({
    id,
    fullName: 'tidewater/ebbs',
    repo: 'ebbs',
    mayPush: true,
  });
  const sent = github.requests.map(({ headers }) => headers['authorization']);
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent).size).toBe(1);
});

test('an address of an answer that is no address of the API is not asked', async () => {
  await using elsewhere = await startServer((_request, response) => response.end('{}'));
  await using api = await startServer((_request, response) => {
    const link = `<${elsewhere.url}/next>; rel="next"`;
    response.writeHead(200, { link, 'content-type': 'application/json' }).end('[]');
  });
  const github = openTestGitHub(api.url);
  const upload = github.request({ method: 'POST', url: `${elsewhere.url}/upload`, data: 'a' });
  await expect(upload).rejects.toMatchObject({ code: 'github-failed' });
  const pages = github.paginate(github.rest.repos.listReleases, named);
  await expect(pages).rejects.toMatchObject({ code: 'github-failed' });
  expect(elsewhere.asked).toEqual([]);
});
