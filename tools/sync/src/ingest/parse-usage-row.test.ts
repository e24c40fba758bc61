import { expect, test } from 'vitest';
import { type RowChange, usageRow } from '../../test/make-usage-log.ts';
import { parseUsageRow } from './parse-usage-row.ts';

const parse = (change: RowChange, prefix = '') => parseUsageRow(usageRow(change), { prefix });

test('parseUsageRow() tells a download, and its day in UTC', () => {
  const download = { kind: 'download', name: 'tide', version: '1.0.0', day: '2026-03-01' };
  expect(parse({})).toEqual(download);
  const json = {
    cs_operation: 'storage.objects.get',
    cs_uri: '/download/storage/v1/b/B/o/packages%2Ftide%2Ftide-1.0.0.tar.gz?alt=media&x=1',
  };
  expect(parse(json)).toEqual(download);
  expect(parse({ cs_object: 'a/b/packages/tide/tide-1.0.0.tar.gz' }, 'a/b/')).toEqual(download);
  expect(parse({ cs_object: 'packages/git-lens/git-lens-2.0.0-beta.1.tar.gz' })).toMatchObject({
    name: 'git-lens',
    version: '2.0.0-beta.1',
  });
});

test.each<[string, RowChange]>([
  ['a part', { sc_status: '206' }],
  ['what was cached', { sc_status: '304' }],
  ['what is not there', { sc_status: '404' }],
  ['a look at the headers', { cs_method: 'HEAD', cs_operation: 'HEAD_Object' }],
  ['an upload', { cs_method: 'PUT', cs_operation: 'PUT_Object' }],
  ['what is known of an object', { cs_operation: 'storage.objects.get', cs_uri: '/storage/v1/b' }],
  ['its access list', { cs_operation: 'GET_Object_ACL' }],
  ['a document', { cs_object: 'docs/tide/1.0.0/readme.md' }],
  ['a package of two names', { cs_object: 'packages/tide/moon-1.0.0.tar.gz' }],
  ['another prefix', { cs_object: 'old/packages/tide/tide-1.0.0.tar.gz' }],
  ['a path that climbs', { cs_object: 'packages/../../tide-1.0.0.tar.gz' }],
  ['what nobody asked for', { cs_method: '', sc_status: '', c_ip: '' }],
])('parseUsageRow() counts no download for %s', (_what, change) => {
  expect(parse(change)).toEqual({ kind: 'other' });
});

test.each<[string, string[]]>([
  ['columns too few', usageRow().slice(1)],
  ['columns too many', [...usageRow(), '']],
  ['no time', usageRow({ time_micros: '' })],
  ['a time with a sign', usageRow({ time_micros: '-1' })],
  ['a time that is far away', usageRow({ time_micros: '999999999999999999' })],
  ['an address as the time', usageRow({ time_micros: '203.0.113.7' })],
  ['no number as the status', usageRow({ sc_status: '2OO' })],
])('parseUsageRow() can not understand %s, and quotes no address', (_what, row) => {
  const parsed = parseUsageRow(row, { prefix: '' });
  expect(parsed).toEqual({ kind: 'invalid', reason: expect.stringMatching(/^Expected .*; found/) });
  expect(JSON.stringify(parsed)).not.toContain('203.0');
});
