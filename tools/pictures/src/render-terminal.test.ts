import { expect, test } from 'vitest';
import { renderTerminal } from './render-terminal.ts';

test('renderTerminal() shows what was typed and printed, in its colours and as text', () => {
  const html = renderTerminal('orchestra ext list', '\u001B[32mlamp\u001B[39m <1.0.0>\n');
  expect(html).toContain('orchestra ext list');
  expect(html).toContain('<span class="ansi-green-fg">lamp</span> &lt;1.0.0&gt;');
  expect(html).not.toContain('\u001B');
});
