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

test('splitChangelog() of a text without versions is one section', () => {
  expect(splitChangelog('- Something\r\n- else')).toEqual([
    { version: null, text: '- Something\n- else' },
  ]);
  expect(splitChangelog(' \n')).toEqual([]);
});
