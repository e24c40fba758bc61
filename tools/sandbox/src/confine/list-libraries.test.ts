import { expect, test } from 'vitest';
import { readLoaderOutput } from './list-libraries.ts';

test('readLoaderOutput() has the path of each library and of the loader, once', () => {
  const output = `\tlinux-vdso.so.1 (0x00007f5b3b66d000)
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f5b3b320000)
\t/lib64/ld-linux-x86-64.so.2 (0x00007f5b3b66f000)
\tlibc.musl-x86_64.so.1 => not found
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f7faf93e000)
\tlibc.musl-aarch64.so.1 => /lib/ld-musl-aarch64.so.1 (0xffff91a2b000)
`;
  expect(readLoaderOutput(output)).toEqual([
    '/lib/x86_64-linux-gnu/libm.so.6',
    '/lib64/ld-linux-x86-64.so.2',
    '/lib/ld-musl-aarch64.so.1',
  ]);
  expect(readLoaderOutput('\tstatically linked\n')).toEqual([]);
});
