import { expect, test } from 'vitest';
import { connect, refusal, registry, startScene } from '../../test/start-scene.ts';

test('an answer that the client has already is a 304, which is free', async () => {
  await using scene = await startScene();
  const { octokit } = scene;
  const first = await octokit.rest.repos.get(registry);
  const etag = first.headers.etag ?? '';
  expect(etag).not.toBe('');
  const again = octokit.rest.repos.get({ ...registry, headers: { 'if-none-match': etag } });
  expect(await refusal(again)).toMatchObject({ status: 304 });
  const { data } = await octokit.rest.rateLimit.get();
  expect(data.rate.used).toBe(1);
});

test('a list comes in pages, with links to the others', async () => {
  await using scene = await startScene();
  const { octokit, app } = scene;
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await app.rest.issues.createLabel({ ...registry, name });
  }
  const page = await octokit.rest.issues.listLabelsForRepo({ ...registry, per_page: 2, page: 2 });
  expect(page.data.map(({ name }) => name)).toEqual(['c', 'd']);
  for (const relation of ['prev', 'next', 'last', 'first']) {
    expect(page.headers.link).toContain(`rel="${relation}"`);
  }
  const all = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, {
    ...registry,
    per_page: 2,
  });
  expect(all).toHaveLength(5);
});

test('requests are counted, and refused once there are none left', async () => {
  await using scene = await startScene({ rateLimit: { authenticated: 2, anonymous: 1 } });
  const { github } = scene;
  const anyone = connect(github);
  const { headers } = await anyone.rest.repos.get(registry);
  expect(headers).toMatchObject({ 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' });
  expect(await refusal(anyone.rest.repos.get(registry))).toMatchObject({
    status: 403,
    message: expect.stringContaining('API rate limit exceeded'),
  });
  const signedIn = connect(github, github.addToken('tidewater'));
  expect((await signedIn.rest.repos.get(registry)).headers['x-ratelimit-remaining']).toBe('1');
});

test('a secondary limit may be ordered, and is told with the time to wait', async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  const message = 'You have exceeded a secondary rate limit.';
  github.faults.fail(
    { method: 'POST', path: /\/labels$/ },
    { status: 429, body: { message }, headers: { 'retry-after': '7' }, times: 1 },
  );
  const create = () => octokit.rest.issues.createLabel({ ...registry, name: 'mine' });
  await expect(create()).rejects.toMatchObject({
    status: 429,
    response: { headers: { 'retry-after': '7' } },
  });
  expect(await refusal(create())).toMatchObject({ status: 403 }); // its own answer again
  expect(github.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
});

test('what was renamed is found at both names, until someone else takes the old one', async () => {
  await using scene = await startScene();
  const { github, octokit } = scene;
  const { id } = await github.addRepository('tidewater/git-lens');
  await github.renameRepository('tidewater/git-lens', 'lens');
  await github.renameUser('tidewater', 'ebb');
  const former = { owner: 'tidewater', repo: 'git-lens' };
  const byFirst = await octokit.rest.repos.get(former);
  expect(byFirst.data).toMatchObject({ id, full_name: 'ebb/lens' });
  const contents = await octokit.rest.repos.getContent({ ...former, path: 'README.md' });
  expect(contents.data).toMatchObject({ name: 'README.md' });
  const direct = await fetch(`${github.api}/repos/tidewater/lens`, { redirect: 'manual' });
  expect(direct.status).toBe(301);
  expect(direct.headers.get('location')).toBe(`${github.api}/repositories/${id}`);

  const newcomer = await github.addUser('tidewater');
  const { id: other } = await github.addRepository('tidewater/git-lens');
  expect(other).not.toBe(id);
  const { data } = await octokit.rest.repos.get(former);
  expect(data).toMatchObject({ id: other, owner: { id: newcomer.id } });
});

test('who says nothing of themselves, and what is no JSON, is refused', async () => {
  await using scene = await startScene();
  const { github } = scene;
  const url = `${github.api}/repos/harbor/registry/labels`;
  const authorization = `bearer ${github.addToken('harbor', { kind: 'installation' })}`;
  const post = (body: string) =>
    fetch(url, { method: 'POST', headers: { authorization, 'user-agent': 'test' }, body });
  expect((await post('{')).status).toBe(400);
  expect((await post('{"name": 1}')).status).toBe(422);
  expect((await post('{"name": "a"}')).status).toBe(201);
  expect((await post('{"name": "A"}')).status).toBe(422);
  expect((await fetch(`${github.api}/nothing`)).status).toBe(404);
});
