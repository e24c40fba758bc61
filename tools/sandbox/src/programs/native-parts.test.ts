import { expect, test } from 'vitest';
import { listNativeParts } from './list-native-parts.ts';
import { nativePartName } from './native-part-name.ts';

test('nativePartName() is the name of a part that comes for this system', async () => {
  const names = (await listNativeParts()).map(({ path }) => path.split('/').at(-1));
  expect(names).toContain(nativePartName());
  for (const platform of ['darwin-arm64', 'linux-arm64', 'win32-x64']) {
    const [name = '', arch = ''] = platform.split('-');
    const target = { platform: name, arch, abi: '137', libc: 'glibc' } as const;
    expect(names).toContain(nativePartName(target));
  }
});
