import type { Analysis } from '@orchestra/core';
import { expect, test } from 'vitest';
import { renderAnalysisDetails } from './render-analysis-details.ts';

const nothing: Analysis = { format: 1, permissions: [], unresolved: [], unsupported: [] };
const place = { file: 'dist/main.js', line: 1, column: 2045 };
const source = { file: 'src/main.ts', line: 3, column: 12 };

test('renderAnalysisDetails() tells the first places of each permission, and what can not be told', () => {
  const uses = [
    { call: 'fetch', place: { ...place, source } },
    ...[2, 3, 4].map((line) => ({ call: 'network.fetch', place: { ...place, line } })),
  ];
  const text = renderAnalysisDetails({
    format: 1,
    permissions: [{ permission: 'network', count: 7, uses }],
    unresolved: [
      { reason: 'evaluated-code', what: 'eval(…)', permissions: ['network', 'git'], place },
    ],
    unsupported: [{ feature: 'custom editors', call: 'vscode.window.custom', place }],
  });
  expect(text).toMatchInlineSnapshot(`
    "<details><summary>What its code uses</summary>

    - **network**
      - \`fetch\` at \`dist/main.js:1:2045\` (says its source map: \`src/main.ts:3:12\`)
      - \`network.fetch\` at \`dist/main.js:2:2045\`
      - \`network.fetch\` at \`dist/main.js:3:2045\`
      - and 4 more

    **Nobody can tell what this uses**

    - \`eval(…)\` at \`dist/main.js:1:2045\`: it runs code that is made of a text. It may need network, git

    **Orchestra does not have this**

    - \`vscode.window.custom\` at \`dist/main.js:1:2045\`: \`custom editors\`

    </details>"
  `);
});

test('renderAnalysisDetails() of code that needs nothing says so, and never where nobody can tell', () => {
  expect(renderAnalysisDetails(nothing)).toContain('It needs no permission.');
  const unresolved: Analysis['unresolved'] = [
    { reason: 'computed-module', what: 'require(…)', permissions: ['git'], place },
  ];
  expect(renderAnalysisDetails({ ...nothing, unresolved })).not.toContain('no permission');
});

test('renderAnalysisDetails() lets nothing of the code be markup, and stays short', () => {
  const hostile = '</details>`@everyone`\n\n# <img src=x> me@tides.dev';
  const long = 'x'.repeat(1000);
  const at = { ...place, file: hostile, source: { ...source, file: hostile } };
  const unresolved = Array.from({ length: 50 }, () => ({
    reason: 'passed-on' as const,
    what: hostile,
    permissions: [],
    place: at,
  }));
  const unsupported = unresolved.map(() => ({ feature: long, call: hostile, place: at }));
  const text = renderAnalysisDetails({ ...nothing, unresolved, unsupported });
  expect(text).not.toContain('tides.dev');
  const unquoted = text.replaceAll(/(`+) ?[^\n]*? ?\1(?!`)/g, '');
  expect(unquoted).not.toMatch(/@everyone|<img|# /);
  expect(unquoted.match(/<\/details>/g)).toHaveLength(1);
  expect(text.match(/and 40 more/g)).toHaveLength(2);
  expect(text.length).toBeLessThan(20_000);
});
