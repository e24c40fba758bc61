import { expect, test } from 'vitest';
import { changesBetween } from './changes-between.ts';

const changelog = `# Changelog

All that changed.

## [Unreleased]

- Soon.

## [2.0.0] - 2026-03-01

- Two.

### Fixed

- More of two.

## v1.1.0 (2026-02-01)

- One and a bit.

## 1.0.0

- One.

# Licence

MIT
`;

test('changesBetween() keeps the sections after one version up to another', () => {
  const changes = changesBetween(changelog, { after: '1.0.0', upTo: '2.0.0' });
  expect(changes).toBe(
    '## [2.0.0] - 2026-03-01\n\n- Two.\n\n### Fixed\n\n- More of two.\n\n## v1.1.0 (2026-02-01)\n\n- One and a bit.',
  );
});

test('changesBetween() leaves out what is newer than the version asked for', () => {
  expect(changesBetween(changelog, { after: '1.0.0', upTo: '1.1.0' })).toBe(
    '## v1.1.0 (2026-02-01)\n\n- One and a bit.',
  );
});

test('changesBetween() ends a section at a heading of the first level', () => {
  expect(changesBetween(changelog, { after: '0.9.0', upTo: '1.0.0' })).toBe('## 1.0.0\n\n- One.');
});

test('changesBetween() is empty where no heading names a version', () => {
  expect(changesBetween('- Something\n', { after: '1.0.0', upTo: '2.0.0' })).toBe('');
});
