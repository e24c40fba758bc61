import { makeFolder } from '@orchestra/testkit';
import * as esbuild from 'esbuild';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findWall } from '../../src/confine/find-wall.ts';
import type { RaycastExtension } from '../../src/guest/raycast/facts.ts';
import { bundleRaycast } from '../../src/programs/bundle-raycast.ts';
import { runTestFile, type TestFileResult } from '../../src/scripted/run-test-file.ts';
import { engineFiles } from '../../test/run-extension.ts';

const command = (name: string, mode: string, more: object = {}) => ({
  name,
  title: name,
  mode,
  preferences: [],
  arguments: [],
  ...more,
});

const sources = {
  'src/count.ts': 'export const state = { runs: 0 };',
  'src/list.tsx': `
import { Action, ActionPanel, Alert, Clipboard, confirmAlert, Detail, getPreferenceValues, List, LocalStorage, open, showToast, Toast } from '@raycast/api';
import { useFetch } from '@raycast/utils';
import { useState } from 'react';
import { state } from './count';

function Tide({ name }) {
  return <Detail markdown={'# ' + name} navigationTitle={name} metadata={<Detail.Metadata><Detail.Metadata.Label title="Height" text="4 m" /></Detail.Metadata>} />;
}

export default function Tides() {
  const [kind, setKind] = useState('all');
  const { data = [], isLoading } = useFetch('https://tide.example/tides');
  const shown = data.filter((one) => kind === 'all' || one.kind === kind);
  state.runs += 1;
  return (
    <List
      isLoading={isLoading}
      navigationTitle={'in ' + getPreferenceValues().unit}
      searchBarAccessory={
        <List.Dropdown tooltip="Kind" onChange={setKind}>
          <List.Dropdown.Item title="All" value="all" />
          <List.Dropdown.Item title="Only Low" value="low" />
        </List.Dropdown>
      }
    >
      <List.EmptyView title="No tides" description="Look at the sea" />
      <List.Section title="Today">
        {shown.map(({ name, height }) => (
          <List.Item
            key={name}
            title={name}
            subtitle="tide"
            accessories={[{ text: height + ' m' }]}
            actions={
              <ActionPanel>
                <Action.Push title="Show" target={<Tide name={name} />} />
                <Action.CopyToClipboard title="Copy" content={name} />
                <Action.OpenInBrowser url={'https://tide.example/' + name} />
                <Action
                  title="Delete"
                  style={Action.Style.Destructive}
                  onAction={async () => {
                    if (!(await confirmAlert({ title: 'Sure?', primaryAction: { title: 'Delete' } }))) return;
                    await LocalStorage.setItem('deleted', name);
                    const toast = await showToast({ style: Toast.Style.Animated, title: 'Deleting' });
                    toast.style = Toast.Style.Success;
                    toast.title = 'Deleted';
                    toast.primaryAction = { title: 'Undo', onAction: () => LocalStorage.removeItem('deleted') };
                  }}
                />
              </ActionPanel>
            }
          />
        ))}
      </List.Section>
    </List>
  );
}`,
  'src/form.tsx': `
import { Action, ActionPanel, Form, showHUD, popToRoot } from '@raycast/api';
import { FormValidation, useForm } from '@raycast/utils';
export default function Add({ arguments: given, launchContext }) {
  const { handleSubmit, itemProps } = useForm({
    onSubmit: (values) => showHUD(JSON.stringify(values)),
    initialValues: { name: given.name, kind: launchContext?.kind ?? 'high' },
    validation: { name: FormValidation.Required },
  });
  return (
    <Form actions={<ActionPanel><Action.SubmitForm title="Add" onSubmit={handleSubmit} /></ActionPanel>}>
      <Form.TextField title="Name" {...itemProps.name} />
      <Form.Dropdown title="Kind" {...itemProps.kind}>
        <Form.Dropdown.Item title="High Tide" value="high" />
        <Form.Dropdown.Item title="Low Tide" value="low" />
      </Form.Dropdown>
      <Form.Checkbox id="sure" label="Sure" />
    </Form>
  );
}`,
  'src/kept.tsx': `
import { Action, ActionPanel, Form, useNavigation } from '@raycast/api';
export default function Kept() {
  return (
    <Form actions={<ActionPanel><Action.SubmitForm title="Keep" onSubmit={(values) => values.name !== 'refused'} /></ActionPanel>}>
      <Form.TextField id="name" title="Name" defaultValue="Neap" storeValue />
      <Form.TextField id="other" title="Other" />
      <Form.PasswordField id="secret" title="Secret" storeValue />
      <Form.DatePicker id="day" title="Day" storeValue />
      <Form.Dropdown id="kind" title="Kind" storeValue>
        <Form.Dropdown.Item title="High" value="high" />
        <Form.Dropdown.Item title="Low" value="low" />
      </Form.Dropdown>
      <Form.TextField id="given" title="Given" value="own" storeValue />
    </Form>
  );
}`,
  'src/kinds.tsx': `
import { List } from '@raycast/api';
import { useState } from 'react';
export default function Kinds() {
  const [kind, setKind] = useState('');
  return (
    <List
      searchBarAccessory={
        <List.Dropdown tooltip="Kind" storeValue onChange={setKind}>
          <List.Dropdown.Item title="All" value="all" />
          <List.Dropdown.Item title="Only Low" value="low" />
        </List.Dropdown>
      }
    >
      <List.Item title={'of ' + kind} />
    </List>
  );
}`,
  'src/copy.tsx': `
import { AI, Cache, Clipboard, getSelectedText, showHUD, updateCommandMetadata } from '@raycast/api';
let runs = 0;
export default async function Copy({ arguments: { what } }) {
  runs += 1;
  if (what === 'throw') throw new RangeError('no such tide');
  new Cache().set('last', what);
  await updateCommandMetadata({ subtitle: what });
  const text = await getSelectedText().catch(() => 'nothing');
  await Clipboard.paste(await AI.ask(text));
  await showHUD('run ' + runs);
}`,
};

const facts: RaycastExtension = {
  name: 'tides',
  owner: 'harbour',
  preferences: [{ name: 'unit', type: 'textfield', default: 'm' }],
  commands: [
    command('list', 'view'),
    command('form', 'view', { arguments: [{ name: 'name', type: 'text' }] }),
    command('kept', 'view'),
    command('kinds', 'view'),
    command('copy', 'no-view', { arguments: [{ name: 'what', type: 'text', required: true }] }),
  ],
};

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/sandbox', import.meta.url));
const permissions = ['ai.chat', 'clipboard', 'network', 'notifications', 'system.exec'];

async function runTests(body: string, declared = permissions): Promise<TestFileResult> {
  await using folder = await makeFolder({
    ...sources,
    'src/it.test.tsx': `import { expect, host, launch, runCommand, test, view } from '@orchestra/test';\n${body}`,
  });
  const [files, wall, modules] = await Promise.all([
    engineFiles(),
    findWall(),
    bundleRaycast(cache),
  ]);
  const loads = facts.commands.map(({ name }) => `${name}: () => import('./src/${name}.tsx')`);
  return await runTestFile({
    bundler: esbuild,
    engine: { files, wall },
    entry: 'commands of package.json',
    entryCode: `import { startCommands } from 'orchestra:raycast';
export const { activate, deactivate } = startCommands(${JSON.stringify(facts)}, { ${loads.join(', ')} });`,
    modules,
    testFile: 'src/it.test.tsx',
    extension: {
      folder: folder.path,
      kind: 'raycast',
      permissions: declared,
      contributes: {
        configuration: { properties: { unit: { type: 'string', default: 'm' } } },
      },
    },
    allowNetwork: false,
    path: process.env['PATH'],
    timeoutMs: 30_000,
    onResult: () => undefined,
  });
}

const told = ({ tests }: TestFileResult) =>
  tests.map(({ name, status, failure }) => [name, status, failure?.message ?? '']);

const tides = `
const tides = [{ name: 'Neap', height: 2, kind: 'high' }, { name: 'Ebb', height: 1, kind: 'low' }];
host.network('https://tide.example/tides', tides);`;

test('a list is read, searched, chosen from, and what its actions do is seen', async () => {
  const result = await runTests(`
    ${tides}
    test('read', async () => {
      await launch('list', { preferences: { unit: 'ft' } });
      expect(await view.text()).toBe('in ft\\n› Search  [All]\\n  Today\\n❯ Neap  tide  2 m\\n  Ebb  tide  1 m');
      expect(await view.read()).toMatchObject({
        kind: 'list', title: 'in ft', isLoading: false, depth: 0, selected: 'Neap',
        search: { text: '', placeholder: '' },
        dropdown: { title: 'Kind', value: 'all', choices: [{ value: 'all' }, { title: 'Only Low', value: 'low' }] },
        items: [{ title: 'Neap', subtitle: 'tide', accessories: ['2 m'], section: 'Today' }, { title: 'Ebb' }],
      });
    });
    test('narrow', async () => {
      await launch('list');
      await view.search('eb');
      expect((await view.read()).items.map(({ title }) => title)).toEqual(['Ebb']);
      await view.search('none');
      expect(await view.read()).toMatchObject({ items: [], empty: { title: 'No tides', description: 'Look at the sea' } });
      await view.search('');
      await view.choose('Only Low');
      expect((await view.read()).items).toHaveLength(1);
    });
    test('act', async () => {
      await launch('list');
      await view.select('Ebb');
      expect(await view.actions()).toEqual(['Show', 'Copy', 'Open in Browser', 'Delete']);
      await view.act('Copy');
      expect(await host.clipboard.read()).toBe('Ebb');
      await view.act('Open in Browser');
      expect(await host.opened()).toEqual(['https://tide.example/Ebb']);
      await view.act('Show');
      expect(await view.read()).toMatchObject({ kind: 'detail', depth: 1, markdown: '# Ebb', metadata: [{ title: 'Height', text: '4 m' }] });
      await view.back();
      expect(await view.read()).toMatchObject({ depth: 0, selected: 'Ebb' });
      await view.back();
      expect(await view.isOpen()).toBe(false);
    });
    test('delete', async () => {
      host.answer('confirmAlert', false, 'Delete');
      await launch('list');
      await view.act('Delete');
      expect(await host.localStorage.read()).toEqual({});
      await view.act('Delete');
      expect(await host.localStorage.read()).toEqual({ deleted: 'Neap' });
      expect(await host.toasts()).toEqual([{ style: 'SUCCESS', title: 'Deleted', message: '', actions: ['Undo'], isShown: true }]);
      await host.actOnToast('Undo');
      expect(await host.localStorage.read()).toEqual({});
    });
  `);
  expect(result.errors).toEqual([]);
  expect(told(result)).toEqual(
    ['read', 'narrow', 'act', 'delete'].map((name) => [name, 'passed', '']),
  );
});

test('a form is filled in, tells what is wrong, and is submitted', async () => {
  const result = await runTests(`
    test('form', async () => {
      await launch('form', { launchContext: { kind: 'low' } });
      expect((await view.read()).fields).toMatchObject([
        { id: 'name', kind: 'text', title: 'Name', value: '' },
        { id: 'kind', kind: 'dropdown', value: 'low' },
        { id: 'sure', kind: 'checkbox', value: false },
      ]);
      await view.submit();
      expect((await view.read()).fields[0].error).toBe('The item is required');
      expect(await host.huds()).toEqual([]);
      await view.fill({ name: 'Neap', Kind: 'High Tide', sure: true });
      expect(await view.text()).toContain('Kind: High Tide');
      await view.act('Add');
      expect(await host.huds()).toEqual(['{"name":"Neap","kind":"high","sure":true}']);
    });
    test('arguments', async () => {
      await runCommand('form', 'Ebb');
      expect((await view.read()).fields[0].value).toBe('Ebb');
    });
  `);
  expect(told(result)).toEqual(['form', 'arguments'].map((name) => [name, 'passed', '']));
});

test('a field with storeValue begins with what was submitted last, and a dropdown with what was chosen', async () => {
  const result = await runTests(`
    const values = async () => Object.fromEntries((await view.read()).fields.map(({ id, value }) => [id, value]));
    const first = { name: 'Neap', other: '', secret: '', day: null, kind: 'high', given: 'own' };
    test('form', async () => {
      await launch('kept');
      expect(await values()).toEqual(first);
      await view.fill({ name: 'Ebb', kind: 'Low' });
      await launch('kept');
      expect(await values()).toEqual(first);
      const day = new Date('2026-02-28T12:00:00Z');
      await view.fill({ name: 'Ebb', other: 'not kept', secret: 'not kept', day, kind: 'Low', given: 'not kept' });
      await view.submit();
      await launch('kept');
      expect(await values()).toEqual({ ...first, name: 'Ebb', day, kind: 'low' });
      await view.fill({ name: 'refused' });
      await view.submit();
      await launch('kept');
      expect(await values()).toEqual({ ...first, name: 'Ebb', day, kind: 'low' });
      expect(await host.localStorage.read()).toEqual({});
    });
    test('dropdown', async () => {
      await launch('kinds');
      expect(await view.text()).toBe('› Search  [All]\\n❯ of all');
      await view.choose('Only Low');
      await launch('kinds');
      expect(await view.text()).toBe('› Search  [Only Low]\\n❯ of low');
      await launch('kept');
      expect(await values()).toEqual(first);
    });
  `);
  expect(result.errors).toEqual([]);
  expect(told(result)).toEqual([
    ['form', 'passed', ''],
    ['dropdown', 'passed', ''],
  ]);
});

test('a command without a view ends, each time with modules of its own', async () => {
  const result = await runTests(`
    test('copy', async () => {
      host.ai('one', 'two');
      host.answer('getSelectedText', 'sea');
      await launch('copy', { arguments: { what: 'a' } });
      await launch('copy', { arguments: { what: 'b' } });
      expect(await host.huds()).toEqual(['run 1', 'run 1']);
      expect(await host.pasted()).toEqual(['one', 'two']);
      expect(await host.subtitles()).toEqual({ copy: 'b' });
      expect(await host.cache.read()).toEqual({ last: 'b' });
      expect((await host.calls('AI.ask')).map(({ args }) => args[0][0].content)).toEqual(['sea', 'nothing']);
    });
    test('throws', async () => {
      await expect(launch('copy', { arguments: { what: 'throw' } })).rejects.toThrow('no such tide');
      await expect(launch('copy')).rejects.toThrow('copy needs the argument what');
      await expect(launch('none')).rejects.toThrow('The command none is not registered');
    });
    test('nobody waits', async () => {
      await launch('copy', { arguments: { what: 'throw' } });
    });
  `);
  expect(told(result)).toEqual([
    ['copy', 'passed', ''],
    ['throws', 'passed', ''],
    ['nobody waits', 'failed', 'no such tide'],
  ]);
  expect(result.tests[2]?.failure?.place).toMatchObject({ file: 'src/copy.tsx', line: 6 });
});

test('what is not there, not answered or not declared fails a test, with what to do', async () => {
  const result = await runTests(
    `
    test('no view', async () => { await view.text(); });
    test('no item', async () => { ${tides} await launch('list'); await view.select('Spring'); });
    test('no action', async () => { ${tides} await launch('list'); await view.act('Eat'); });
    test('no field', async () => { await launch('form'); await view.fill({ age: '1' }); });
    test('no network', async () => { await launch('list'); });
    test('no alert', async () => { ${tides} await launch('list'); await view.act('Delete'); });
    test('not declared', async () => { ${tides} await launch('list'); await view.act('Copy'); });
  `,
    ['network', 'notifications'],
  );
  expect(told(result).map(([name, status, message]) => [name, status, message])).toEqual([
    ['no view', 'failed', 'No view is shown: launch a command of mode "view" first'],
    ['no item', 'failed', 'There is no item "Spring"; there is "Neap", "Ebb"'],
    [
      'no action',
      'failed',
      'There is no action "Eat"; there is "Show", "Copy", "Open in Browser", "Delete"',
    ],
    ['no field', 'failed', 'There is no field "age"; there is "name", "kind", "sure"'],
    [
      'no network',
      'failed',
      "The test gives no answer to GET https://tide.example/tides: add host.network('https://tide.example/tides', …), or run with --allow-network",
    ],
    [
      'no alert',
      'failed',
      `The test gives no answer to the alert "Sure?": add host.answer('confirmAlert', true), or false`,
    ],
    ['not declared', 'failed', expect.stringContaining('"clipboard"')],
  ]);
});
