import { expect, test } from 'vitest';
import { makePackage } from '../test/make-package.ts';
import { startApi } from '../test/start-api.ts';

test('a registry that takes pull requests alone refuses writes, and says where they go', async () => {
  const repository = 'tidewater/registry';
  const publish = { via: 'pull-request' as const, repository, clientId: 'x' };
  await using api = await startApi({ config: { publish } });
  const refused = {
    status: 403,
    body: { code: 'publish-by-pull-request', detail: expect.stringContaining(repository) },
  };
  expect(await api.publish((await makePackage()).bytes)).toMatchObject(refused);
  const path = '/extensions/tide-table/versions/1.0.0';
  const init = { method: 'DELETE', token: api.tokens.tide };
  expect(await api.send(path, init)).toMatchObject(refused);
  expect((await api.send('/extensions')).status).toBe(200);
});
