import { workspace } from '@orchestra/api';
import { beforeEach, expect, host, runCommand, test } from '@orchestra/test';

beforeEach(async () => {
  await host.git([{ message: 'Begin with the tides', files: { 'tide.ts': 'low();\n' } }]);
  await host.workspace({ 'tide.ts': 'low();\nhigh();\n', '.env': 'KEY=hush\n' });
});

test('drafts messages for what is staged, and commits the one that is chosen', async () => {
  await workspace.git.add(['tide.ts', '.env']);
  host.ai(({ messages }) => {
    const [, { content }] = messages;
    expect(content).toContain('Earlier subjects:\nBegin with the tides');
    expect(content).toContain('Staged files:\n.env\ntide.ts');
    expect(content).toContain('+high();');
    expect(content).not.toContain('hush');
    return ['Add the high tide\n\nIt was ', 'missing.\n---\n2. Tell of high', ' tide.'];
  });
  host.answer('ui.showQuickPick', ({ items }) => {
    expect(items.map(({ label }) => label)).toEqual(['Add the high tide', 'Tell of high tide']);
    return 0;
  });
  host.answer('ui.showInputBox', ' Add high tide ');
  await runCommand('commit-compass.draft');
  const [latest] = await workspace.git.log({ maxCount: 1 });
  expect(latest.message.trim()).toBe('Add high tide\n\nIt was missing.');
  expect(await host.progress()).toMatchObject([
    { title: 'Drafting commit messages', isOpen: false },
  ]);
});

test('commits nothing where nothing is staged or the list is left', async () => {
  host.answer('ui.showQuickPick', ({ items, placeholder }) => {
    expect([items, placeholder]).toEqual([[], expect.stringContaining('Nothing is staged')]);
  });
  await runCommand('commit-compass.draft');
  expect(await host.calls('ai.chatStream')).toEqual([]);
  expect(await host.calls('workspace.git.commit')).toEqual([]);
});
