import { expect, test } from 'vitest';
import { writeMountTable } from './write-mount-table.ts';

test('writeMountTable() writes a line an entry, whatever its path holds', () => {
  const table = writeMountTable(
    [
      { path: '/lib/libstdc++.so.6', folder: false, runs: true },
      { path: '/a b\n#\\/ü', folder: true, runs: false },
    ],
    { base: '/new', hidden: ['/ü/b'] },
  );
  const strange = String.raw`/a\040b\012\043\134/\303\274`;
  expect(table).toBe(
    `/lib/libstdc++.so.6 /new/lib/libstdc++.so.6 none bind,ro,nosuid,nodev 0 0\n` +
      `${strange} /new${strange} none bind,ro,nosuid,nodev,noexec 0 0\n` +
      String.raw`tmpfs /new/\303\274/b tmpfs ro,nosuid,nodev,noexec,size=4k,mode=755 0 0` +
      '\n',
  );
});
