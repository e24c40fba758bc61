import { editor } from '@orchestra/api';
import { activate, expect, host, runCommand, test, waitFor } from '@orchestra/test';

const files = {
  'a.md': '# Tides\n\nThe tide is high.\n\nTODO: ask for the low one\n',
  'src/b.ts': 'export const high = 1; // FIXME(moon): measure it\n',
  'node_modules/x/c.md': 'TODO: not ours\n',
};

/** What the status bar says. */
async function total() {
  const [item] = await host.statusBar();
  return item?.text;
}

test('the status bar has the totals, and counts again after a save', async () => {
  await host.workspace(files);
  await activate();
  expect(await total()).toBe('6 lines · 19 words · 2 notes');
  await host.workspace({ 'c.md': 'one two three\n' });
  const isCounted = async () => expect(await total()).toBe('7 lines · 22 words · 2 notes');
  await waitFor(isCounted, { timeout: 30_000 }); // it waits until nothing changes for two seconds
});

test('lists notes without those of packages, and opens the line of the one that is chosen', async () => {
  await host.workspace(files);
  const shown = [];
  host.answer('ui.showQuickPick', ({ items, placeholder }) => {
    shown.push(placeholder, ...items.map(({ label, description }) => `${label} | ${description}`));
    return 0;
  });
  await runCommand('line-ledger.notes');
  expect(shown).toEqual([
    '2 notes',
    'TODO: ask for the low one | a.md:5',
    'FIXME: measure it | src/b.ts:1',
  ]);
  expect(editor.active?.document.path).toMatch(/a\.md$/);
});

test('a click on the status bar shows the ledger as a page', async () => {
  await host.workspace(files);
  await activate();
  await host.click('words');
  const [page] = await host.webviews();
  expect(page).toMatchObject({ title: 'Line Ledger' });
});

test('tells once that the goal of the day is reached', async () => {
  await host.workspace({ 'a.md': 'one\n' });
  await host.settings({ 'line-ledger.dailyGoal': 2 });
  await activate();
  expect(await host.notifications()).toEqual([]);
  await host.workspace({ 'b.md': 'two three\n' });
  await runCommand('line-ledger.recount');
  await runCommand('line-ledger.recount');
  await waitFor(async () => expect(await host.notifications()).toHaveLength(1));
});
