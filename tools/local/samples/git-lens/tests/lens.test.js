import { beforeEach, expect, host, runCommand, activate, test, waitFor } from '@orchestra/test';

beforeEach(() =>
  host.git([
    {
      message: 'Begin <b>\n\nThe body\nsays why.',
      author: 'Tidewater Tools',
      date: '2026-03-31T12:00:00Z',
      files: { 'tide.ts': 'low();\nhigh();\n', 'other.ts': 'other();\n' },
    },
    {
      message: 'Add a last one',
      author: 'Bo',
      date: '2026-05-01T12:00:00Z',
      files: { 'tide.ts': 'low();\nhigh();\nlast(1 < 2);\n', 'other.ts': 'another();\n' },
    },
  ]),
);

/** For a machine that does other things as well. */
const patient = { timeout: 30_000 };

/** Waits for a text in the status bar. */
const untilShown = (text) =>
  waitFor(async () => {
    const [item] = await host.statusBar();
    expect(item).toMatchObject({ visible: true, text });
    return item;
  }, patient);

const at = (line) => ({ start: { line, column: 0 }, end: { line, column: 0 } });

test('follows the cursor in the status bar', async () => {
  await host.settings({ 'git-lens.dateFormat': 'iso' });
  await host.editor('tide.ts', { line: 3 });
  await activate();
  await untilShown('Bo, 2026-05-01 · Add a last one');
  await host.select(at(0));
  const { tooltip } = await untilShown('Tidewater Tools, 2026-03-31 · Begin <b>');
  expect(tooltip).toMatch(/^[0-9a-f]{8} · 2026-03-31 · Tidewater Tools\nBegin <b>$/);
  await host.settings({ 'git-lens.statusBar': false });
  await waitFor(async () => expect(await host.statusBar()).toEqual([]), patient);
});

test('copies the hash of the line, and shows its commit', async () => {
  await host.editor('tide.ts', { line: 3 });
  await runCommand('git-lens.copyHash');
  const hash = await host.clipboard.read();
  expect(hash).toMatch(/^[0-9a-f]{40}$/);
  await runCommand('git-lens.showCommit');
  const [page] = await host.webviews();
  expect(page.title).toBe(`Commit ${hash.slice(0, 8)}`);
  expect(page.html).toContain('<ins>+last(1 &lt; 2);</ins>');
  expect(page.html).not.toContain('another');
  await host.select(at(0));
  await runCommand('git-lens.showCommit');
  const pages = await host.webviews();
  expect(pages).toHaveLength(1);
  expect(pages[0].html).toContain('Begin &lt;b&gt;');
  expect(pages[0].html).toContain('<pre class="message">The body\nsays why.</pre>');
});

test('says that a new line has no commit, before it is saved', async () => {
  await host.editor('tide.ts', { line: 1 });
  await host.type('new();\n');
  await host.select(at(0));
  await activate();
  await untilShown('Not committed yet');
  await runCommand('git-lens.copyHash');
  expect(await host.notifications()).toMatchObject([
    { message: 'This line is not committed yet.' },
  ]);
});

test('lists the history of a file, and shows what is chosen', async () => {
  await host.settings({ 'git-lens.dateFormat': 'iso' });
  await runCommand('git-lens.showHistory');
  expect(await host.notifications()).toMatchObject([{ message: 'Open a file first.' }]);
  await host.editor('tide.ts');
  host.answer('ui.showQuickPick', undefined, ({ items }) => {
    const told = items.map(({ label, description }) => [label, description.slice(11)]);
    expect(told).toEqual([
      ['Add a last one', 'Bo, 2026-05-01'],
      ['Begin <b>', 'Tidewater Tools, 2026-03-31'],
    ]);
    return 1;
  });
  await runCommand('git-lens.showHistory');
  expect(await host.webviews()).toEqual([]);
  await runCommand('git-lens.showHistory');
  expect((await host.webviews())[0].html).toContain('<ins>+high();</ins>');
});
