import { expect, host, runCommand, test } from '@orchestra/test';

// run them by: orchestra ext test

test('copies the date as it is chosen', async () => {
  host.answer('ui.showQuickPick', ({ items }) => items[0]?.label);
  await runCommand('__name__.copy-date');
  const copied = await host.clipboard.read();
  expect(copied).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await host.notifications()).toMatchObject([{ message: `Copied ${copied}` }]);
});

test('copies nothing when the list is left', async () => {
  host.answer('ui.showQuickPick', undefined);
  await runCommand('__name__.copy-date');
  expect(await host.calls('clipboard.writeText')).toEqual([]);
});
