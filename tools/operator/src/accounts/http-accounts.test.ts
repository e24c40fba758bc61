import { startServer } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { httpAccounts } from './http-accounts.ts';

test.each([301, 302, 303, 307, 308])(
  'httpAccounts() takes its token to no place that a %i leads to',
  async (status) => {
    await using other = await startServer((_request, response) => response.end('{"data":[]}'));
    await using server = await startServer((_request, response) => {
      response.writeHead(status, { location: other.url }).end();
    });
    const accounts = httpAccounts({ api: server.url, token: 'secret' });
    await expect(accounts.list()).rejects.toMatchObject({ code: 'registry-unreachable' });
    await expect(accounts.issueToken('tide')).rejects.toMatchObject({
      code: 'registry-unreachable',
    });
    expect(other.requests).toEqual([]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
  },
);
