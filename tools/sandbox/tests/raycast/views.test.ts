import { expect, test } from 'vitest';
import { findParts, runRaycast } from '../../test/run-raycast.ts';

const list = `
import { Action, ActionPanel, List } from '@raycast/api';
import { useState } from 'react';

export default function Tides() {
  const [text, setText] = useState('');
  const names = ['High', 'Low', 'Neap'].filter((name) => name.toLowerCase().includes(text));
  return (
    <List searchBarPlaceholder="Find a tide" onSearchTextChange={setText}>
      {names.map((name) => (
        <List.Item
          key={name}
          title={name}
          accessories={[{ text: 'm', date: new Date(0) }]}
          actions={
            <ActionPanel>
              <Action.CopyToClipboard title="Copy" content={name} />
            </ActionPanel>
          }
        />
      ))}
    </List>
  );
}`;

test('a list is rendered, searched, and what its actions do is done', async () => {
  const { sandbox, views, asked } = await runRaycast(
    { 'src/it.tsx': list },
    { permissions: ['clipboard'] },
  );
  const ran = sandbox.runCommand('it');
  await expect.poll(() => findParts(views.view, 'list-item').length).toBe(3);
  const [shown] = findParts(views.view, 'list');
  expect(shown?.props).toMatchObject({ searchBarPlaceholder: 'Find a tide' });
  views.call(shown?.props['onSearchTextChange'], 'ne');
  await expect
    .poll(() => findParts(views.view, 'list-item').map(({ props }) => props['title']))
    .toEqual(['Neap']);
  const [item] = findParts(views.view, 'list-item');
  expect(item?.props['accessories']).toEqual([{ text: 'm', date: new Date(0) }]);
  const [action] = findParts(views.view, 'action');
  expect(action?.props['title']).toBe('Copy');
  views.call(action?.props['onAction']);
  await expect.poll(() => asked).toContain('clipboard.writeText "Neap"');
  views.back();
  await ran;
  expect(views.view).toBeNull();
});
