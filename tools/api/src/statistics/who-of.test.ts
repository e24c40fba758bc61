import { mirrorEntries } from '@orchestra/db';
import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { startApi } from '../../test/start-api.ts';

test('whoOf() takes the addresses of one IPv6 network for one machine', async () => {
  await using api = await startApi({ api: { proxies: ['127.0.0.1'] } });
  const entry = makeEntry({ name: 'tide-table' });
  await mirrorEntries(api.database, [{ entry, verified: false, featuredRank: null }]);
  for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1']) {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
    const body = JSON.stringify({ version: '1.0.0' });
    await api.send('/extensions/tide-table/install', { method: 'POST', headers, body });
  }
  expect(await api.database.query('select installs from daily_statistics')).toEqual([
    { installs: 2 },
  ]);
});
