import { expect, test } from 'vitest';
import { splitChangelog } from './split-changelog.ts';

test('splitChangelog() splits at headings that name a version', () => {
  const text =
    '# Changelog\n\nAll of it.\n\n## [2.0.0] - 2026-03-01\n\n- Two.\n\n### Fixed\n\n- More.\n\n## v1.1.0 (old)\n\n- One.\n\n# Licence\n\nMIT\n';
  expect(splitChangelog(text)).toEqual([
    { version: null, text: '# Changelog\n\nAll of it.' },
    { version: '2.0.0', text: '## [2.0.0] - 2026-03-01\n\n- Two.\n\n### Fixed\n\n- More.' },
    { version: '1.1.0', text: '## v1.1.0 (old)\n\n- One.' },
    { version: null, text: '# Licence\n\nMIT' },
  ]);
});

test('splitChangelog() takes no heading out of a code block', () => {
  const text = '## 1.0.0\n\n```\n## 0.9.0\n# not a heading\n```\n\nDone.';
  expect(splitChangelog(text)).toEqual([{ version: '1.0.0', text }]);
});

test.each([
  '## [1.1.0] - 2026-02-02',
  '### [1.1.0](https://example.com/compare/v1.0.0...v1.1.0) (2026-02-02)',
  '# 1.1.0 / 2026-02-02',
  '## <small>1.1.0 (2026-02-02)</small>',
  '## 1.1.0: Faster',
  'Version 1.1.0\n=============',
  '1.1.0\n-----',
  '**1.1.0** - 2026-02-02',
  '## @scope/tides@1.1.0',
  '## tides-v1.1.0',
  '## Tides 1.1.0',
  '## `1.1.0`',
  '## 🚀 Release v1.1.0 🚀',
  '<h2 id="v1">1.1.0</h2>',
  '## 2026-02-02, Version 1.1.0',
  '## 02.02.2026: 1.1.0',
  '## 1.1 (2026-02-02)',
])('splitChangelog() finds the version in %j', (heading) => {
  const sections = splitChangelog(`# Changelog\n\n${heading}\n\n- New.\n`);
  expect(sections.map(({ version }) => version)).toEqual([null, '1.1.0']);
  expect(sections[1]?.text).toBe(`${heading}\n\n- New.`);
});

test.each([
  '## Upgrading from 1.1.0',
  '## Requires Node 22.1.0',
  '### Tides 1.1.0 and moon',
  '## 1.1.0.4',
  '## 2026.02',
  '- **1.1.0**',
  '**Fixes the crash of 1.1.0**',
  '<!--\n## 1.1.0\n-->',
  '````\n```\n## 1.1.0\n```\n````',
])('splitChangelog() takes %j for no heading of a version', (text) => {
  expect(splitChangelog(text).map(({ version }) => version)).toEqual([null]);
});

test('splitChangelog() keeps what is unreleased apart, and an anchor with its heading', () => {
  const text =
    '## 1.1.0\n\n- New.\n\n## [Unreleased]\n\n- Next.\n\n<a name="1.0.0"></a>\n\n## 1.0.0\n\n- First.';
  expect(splitChangelog(text)).toEqual([
    { version: '1.1.0', text: '## 1.1.0\n\n- New.' },
    { version: null, text: '## [Unreleased]\n\n- Next.' },
    { version: '1.0.0', text: '<a name="1.0.0"></a>\n\n## 1.0.0\n\n- First.' },
  ]);
});

test('splitChangelog() of a text without versions is one section', () => {
  expect(splitChangelog('- Something\r\n- else')).toEqual([
    { version: null, text: '- Something\n- else' },
  ]);
  expect(splitChangelog(' \n')).toEqual([]);
});
