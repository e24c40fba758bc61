import { startServer } from '@orchestra/testkit';
import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { makeCommandContext } from '../../test/make-context.ts';
import { callApi } from './api-client.ts';

const context = makeCommandContext({});
const answer = Type.Object({ login: Type.String() });

test.each([301, 302, 303, 307, 308])(
  'callApi() takes its token to no place that a %i leads to',
  async (status) => {
    await using other = await startServer((_request, response) => response.end('{"login":"x"}'));
    await using server = await startServer(({ path }, response) => {
      if (path === '/own') response.end('{"login":"x"}');
      else response.writeHead(status, { location: path === '/out' ? other.url : '/own' }).end();
    });
    for (const path of ['/out', '/in']) {
      const call = { url: `${server.url}${path}`, token: 'secret', answer };
      await expect(callApi(call, context)).rejects.toMatchObject({ code: 'registry-unreachable' });
    }
    expect(other.requests).toEqual([]);
    expect(server.requests.map(({ path }) => path)).toEqual(['/out', '/in']);
  },
);

test('callApi() sends the token that it is given, and none otherwise', async () => {
  await using server = await startServer((_request, response) => response.end('{"login":"x"}'));
  await callApi({ url: server.url, token: 'secret', answer }, context);
  await callApi({ url: server.url, answer }, context);
  const sent = server.requests.map(({ headers }) => headers.authorization);
  expect(sent).toEqual(['Bearer secret', undefined]);
});
