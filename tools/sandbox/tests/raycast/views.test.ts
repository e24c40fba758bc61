import { expect, test } from 'vitest';
import type { ViewNode } from '../../src/services/services.ts';
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

function titles(view: ViewNode | null, type = 'list-item'): unknown[] {
  return findParts(view, type).map(({ props }) => props['title']);
}

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
  await expect.poll(() => titles(views.view)).toEqual(['Neap']);
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

test('an action without its permission fails by its name, with the place, and the view goes on', async () => {
  const { sandbox, views, logs, calls } = await runRaycast({ 'src/it.tsx': list });
  void sandbox.runCommand('it');
  await expect.poll(() => titles(views.view)).toHaveLength(3);
  views.call(findParts(views.view, 'action')[0]?.props['onAction']);
  await expect.poll(() => logs.map(({ text }) => text).join()).toContain('"clipboard"');
  expect(calls.find(({ isAllowed }) => !isAllowed)).toMatchObject({
    api: 'Action.CopyToClipboard',
    permissions: ['clipboard'],
  });
  views.call(findParts(views.view, 'list')[0]?.props['onSearchTextChange'], 'lo');
  await expect.poll(() => titles(views.view)).toEqual(['Low']);
});

test('views are pushed and left, and those below keep their state', async () => {
  const { sandbox, views } = await runRaycast({
    'src/it.tsx': `
import { Action, ActionPanel, Detail, List, useNavigation } from '@raycast/api';
import { useEffect, useState } from 'react';

function Deep() {
  const { pop } = useNavigation();
  return <Detail markdown="# Deep" actions={<ActionPanel><Action title="Back" onAction={pop} /></ActionPanel>} />;
}

export default function Shallow() {
  const [count, setCount] = useState(0);
  return (
    <List navigationTitle={'seen ' + count}>
      <List.Item
        title="One"
        actions={
          <ActionPanel>
            <Action title="Count" onAction={() => setCount((before) => before + 1)} />
            <Action.Push title="Go" target={<Deep />} onPop={() => setCount((before) => before + 10)} />
          </ActionPanel>
        }
      />
    </List>
  );
}`,
  });
  const ran = sandbox.runCommand('it');
  const seen = () => findParts(views.view, 'list')[0]?.props['navigationTitle'];
  const act = (title: string) =>
    views.call(
      findParts(views.view, 'action').find(({ props }) => props['title'] === title)?.props[
        'onAction'
      ],
    );
  await expect.poll(seen).toBe('seen 0');
  act('Count');
  await expect.poll(seen).toBe('seen 1');
  act('Go');
  await expect.poll(() => findParts(views.view, 'detail')[0]?.props['markdown']).toBe('# Deep');
  expect(views.view?.props).toMatchObject({ depth: 1 });
  act('Back');
  await expect.poll(seen).toBe('seen 11');
  act('Go');
  await expect.poll(() => findParts(views.view, 'detail')).toHaveLength(1);
  views.back();
  await expect.poll(seen).toBe('seen 21');
  views.back();
  await ran;
});

test('a form tells of what is filled in, and hands its values over', async () => {
  const { sandbox, views, logs } = await runRaycast({
    'src/it.tsx': `
import { Action, ActionPanel, Form, popToRoot } from '@raycast/api';
import { useState } from 'react';

export default function Log() {
  const [error, setError] = useState<string>();
  const submit = (values) => {
    console.log(JSON.stringify(values), values.at instanceof Date);
    popToRoot();
  };
  return (
    <Form actions={<ActionPanel><Action.SubmitForm title="Save" onSubmit={submit} /></ActionPanel>}>
      <Form.TextField id="name" title="Name" error={error} onChange={(value) => setError(value === '' ? 'Say it' : undefined)} />
      <Form.DatePicker id="at" title="At" type={Form.DatePicker.Type.Date} />
      <Form.Dropdown id="kind" title="Kind" defaultValue="low">
        <Form.Dropdown.Item value="high" title="High" />
        <Form.Dropdown.Item value="low" title="Low" />
      </Form.Dropdown>
    </Form>
  );
}`,
  });
  void sandbox.runCommand('it');
  await expect.poll(() => findParts(views.view, 'form-text')).toHaveLength(1);
  views.call(findParts(views.view, 'form-text')[0]?.props['onChange'], '');
  await expect.poll(() => findParts(views.view, 'form-text')[0]?.props['error']).toBe('Say it');
  expect(titles(views.view, 'dropdown-item')).toEqual(['High', 'Low']);
  const at = new Date('2026-02-28T00:00:00Z');
  views.call(findParts(views.view, 'action')[0]?.props['onSubmit'], { name: 'Spring', at });
  await expect
    .poll(() => logs.map(({ text }) => text))
    .toEqual(['{"name":"Spring","at":"2026-02-28T00:00:00.000Z"} true']);
});

test('what a view throws while it is rendered ends the command, with its place', async () => {
  const { sandbox, views } = await runRaycast({
    'src/it.tsx': `
import { Detail } from '@raycast/api';
export default function Broken() {
  if (Date.now() > 0) throw new Error('no tide');
  return <Detail markdown="" />;
}`,
  });
  await expect(sandbox.runCommand('it')).rejects.toMatchObject({
    message: 'no tide',
    stack: expect.stringMatching(/src\/it\.tsx:4:/),
  });
  expect(views.view).toBeNull();
});

test('props that stay the same are no new picture', async () => {
  const { sandbox, views } = await runRaycast({
    'src/it.tsx': `
import { List } from '@raycast/api';
import { useEffect, useState } from 'react';
export default function Same() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count < 50) setTimeout(() => setCount(count + 1), 1);
  });
  return <List isLoading={count < 50}><List.Item title="Same" /></List>;
}`,
  });
  void sandbox.runCommand('it');
  await expect.poll(() => findParts(views.view, 'list')[0]?.props['isLoading']).toBe(false);
  expect(views.pictures).toBe(2);
});
