import { expect, host, runCommand, test } from '@orchestra/test';

test('says why there is nothing to tell where no repository is', async () => {
  await host.workspace({ 'tide.ts': 'low();\n' });
  await host.editor('tide.ts');
  for (const id of ['showCommit', 'copyHash', 'showHistory']) await runCommand(`git-lens.${id}`);
  const message = 'The open folder is not the top of a git repository.';
  expect(await host.notifications()).toMatchObject([{ message }, { message }, { message }]);
  expect(await host.statusBar()).toEqual([]);
});
