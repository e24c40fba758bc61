import { startServer } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makeCommandContext } from '../../test/make-context.ts';
import { sendReport } from './send-report.ts';

test.each([301, 302, 303, 307, 308])(
  'sendReport() takes its token to no place that a %i leads to',
  async (status) => {
    await using other = await startServer((_request, response) => response.end());
    await using server = await startServer((_request, response) => {
      response.writeHead(status, { location: other.url }).end();
    });
    const report = { name: 'tide', version: '1.0.0', api: server.url, token: 'secret', ci: false };
    for (const what of ['install', 'uninstall'] as const) {
      await expect(sendReport({ ...report, what }, makeCommandContext({}))).rejects.toMatchObject({
        code: 'registry-unreachable',
      });
    }
    expect(other.requests).toEqual([]);
    expect(server.requests).toHaveLength(2);
  },
);
