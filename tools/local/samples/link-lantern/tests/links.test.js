import { editor } from '@orchestra/api';
import { expect, host, runCommand, test } from '@orchestra/test';

/** Has a list answered, and keeps what it showed. */
function answerList(answer) {
  const shown = [];
  host.answer('ui.showQuickPick', ({ items, placeholder }) => {
    shown.push(
      placeholder,
      ...items.map(({ label, description, detail }) => `${label} | ${description} | ${detail}`),
    );
    return answer;
  });
  return shown;
}

test('lists links that lead nowhere, and opens the line of the one that is chosen', async () => {
  await host.workspace({
    'a.md': '# Tides\n\n[here](b.md#low)\n[gone](c.md)\n[no heading](b.md#high)\n',
    'b.md': '# Low\n\n<https://tide.example/here>\n\n[away](https://tide.example/gone)\n',
    'node_modules/x/c.md': '[gone](none.md)\n',
  });
  host.network('https://tide.example/here', 'here');
  host.network('https://tide.example/gone', new Response(null, { status: 410 }));
  const shown = answerList(2);
  await runCommand('link-lantern.check');
  expect(shown).toEqual([
    '3 dead links',
    'c.md | no such file | a.md:4',
    'b.md#high | no such heading | a.md:5',
    'https://tide.example/gone | answered 410 | b.md:5',
  ]);
  expect(editor.active?.document.path).toMatch(/b\.md$/);
});

test('checks the open file alone, without what is ignored', async () => {
  await host.workspace({ 'a.md': '[local](http://localhost:1/)\n', 'b.md': '[gone](none.md)\n' });
  await host.editor('a.md');
  const shown = answerList(undefined);
  await runCommand('link-lantern.checkFile');
  expect(shown).toEqual(['Every link leads somewhere']);
});
