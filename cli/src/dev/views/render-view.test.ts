import type { ViewNode } from '@orchestra/sandbox';
import { expect, test } from 'vitest';
import { styleFor } from '@orchestra/terminal';
import { renderView } from './render-view.ts';
import { ViewState } from '@orchestra/sandbox/views';

const node = (type: string, props: object = {}, ...children: ViewNode[]): ViewNode => ({
  type,
  props: { ...props },
  children,
});
const slot = (name: string, ...children: ViewNode[]) => node('slot', { name }, ...children);
const screen = (...children: ViewNode[]) => node('screen', { depth: 0 }, ...children);
const call = ($call: number) => ({ $call });
const action = (title: string, number: number, more: object = {}) =>
  node('action', { title, onAction: call(number), ...more });

function makeState(view: ViewNode) {
  const calls: unknown[][] = [];
  const state = new ViewState(view, (...args) => void calls.push(args));
  return { state, calls };
}

const item = (title: string, props: object = {}, ...children: ViewNode[]) =>
  node('list-item', { title, ...props }, ...children);

const plain = styleFor({}, { env: {}, colour: false });
const linesOf = (state: ViewState) => renderView(state, plain);

test('a list is narrowed by words of titles, subtitles and keywords', () => {
  const { state, calls } = makeState(
    screen(
      node(
        'list',
        { searchBarPlaceholder: 'Find a tide' },
        item('High', { subtitle: 'water', id: 'h' }),
        node('list-section', { title: 'Others' }, item('Low', { keywords: ['ebb'], id: 'l' })),
      ),
    ),
  );
  expect(linesOf(state)).toEqual(['› Find a tide', '❯ High  water', '  Others', '  Low']);
  state.search('EB');
  expect(linesOf(state)).toEqual(['› EB', '  Others', '❯ Low']);
  state.search('none');
  expect(linesOf(state)).toEqual(['› none', '  Nothing found']);
  expect(calls).toEqual([]);
});

test('a list that the extension narrows itself is told of each change, and shows all', () => {
  const list = (names: string[]) =>
    screen(node('list', { onSearchTextChange: call(1) }, ...names.map((name) => item(name))));
  const { state, calls } = makeState(list(['High', 'Low']));
  state.search('x');
  expect(calls).toEqual([[1, 'x']]);
  state.update(list(['Neap']), 0);
  expect(linesOf(state)).toEqual(['› x', '❯ Neap']);
});

test('the selected item says what can be done, and stays selected where others come', () => {
  const one = (name: string, number: number) =>
    item(
      name,
      { id: name },
      slot('actions', node('action-panel', {}, action(`Copy ${name}`, number))),
    );
  const list = (...items: ViewNode[]) =>
    screen(node('list', { onSelectionChange: call(9) }, ...items));
  const { state, calls } = makeState(list(one('a', 1), one('b', 2)));
  state.move(1);
  expect(state.actions.map(({ title }) => title)).toEqual(['Copy b']);
  state.update(list(one('new', 3), one('a', 1), one('b', 2)), 0);
  expect(state.selected?.id).toBe('b');
  const [first] = state.actions;
  if (first !== undefined) state.act(first);
  state.move(100);
  state.move(-100);
  expect(calls).toEqual([[9, 'b'], [2], [9, 'new']]);
});

test('more is asked for near the end of a list', () => {
  const pagination = { hasMore: true, pageSize: 2, onLoadMore: call(4) };
  const items = Array.from({ length: 8 }, (_, at) => item(`row ${at}`));
  const { state, calls } = makeState(screen(node('list', { pagination }, ...items)));
  state.move(1);
  expect(calls).toEqual([]);
  state.move(5);
  expect(calls).toEqual([[4]]);
});

test('long lists show where one is, sections again, accessories, and the detail beside', () => {
  const items = Array.from({ length: 30 }, (_, at) =>
    item(
      `row ${at}`,
      { accessories: [{ text: { value: 'm' } }, { tag: { value: 'new' } }, { icon: 'x' }] },
      slot(
        'detail',
        node(
          'detail',
          { markdown: `# Row ${at}\ntext` },
          slot(
            'metadata',
            node('metadata', {}, node('metadata-label', { title: 'At', text: String(at) })),
          ),
        ),
      ),
    ),
  );
  const { state } = makeState(screen(node('list', { isShowingDetail: true }, ...items)));
  state.move(20);
  const lines = linesOf(state);
  expect(lines).toContain('❯ row 20  m  new');
  expect(lines).toContain('  21 of 30');
  expect(lines.slice(-4)).toEqual(['Row 20', 'text', '', 'At  20']);
});

test('a form keeps what is filled in, and hands over all of it', () => {
  const form = screen(
    node(
      'form',
      {},
      node('form-text', { id: 'name', title: 'Name', placeholder: 'Spring', onChange: call(1) }),
      node('form-checkbox', { id: 'loud', label: 'Loud', defaultValue: true }),
      node(
        'form-dropdown',
        { id: 'kind', title: 'Kind' },
        node('dropdown-item', { value: 'l', title: 'Low' }),
      ),
      node('form-description', { text: 'All of it' }),
      slot(
        'actions',
        node('action-panel', {}, node('action', { title: 'Save', onSubmit: call(2) })),
      ),
    ),
  );
  const { state, calls } = makeState(form);
  state.moveField(1);
  expect(linesOf(state)).toEqual(['  Name  Spring', '❯ Loud  yes', '  Kind  Low', '  All of it']);
  const [name] = state.view.fields;
  if (name !== undefined) state.fill(name, 'Neap');
  const [save] = state.actions;
  if (save !== undefined) state.act(save);
  expect(calls).toEqual([
    [1, 'Neap'],
    [2, { name: 'Neap', loud: true, kind: 'l' }],
  ]);
});

test('a choice beside the search bar is told at once, and when it changes', () => {
  const dropdown = node(
    'dropdown',
    { tooltip: 'Kind', onChange: call(1) },
    node('dropdown-item', { value: 'a', title: 'All' }),
    node('dropdown-section', {}, node('dropdown-item', { value: 'b', title: 'Both' })),
  );
  const { state, calls } = makeState(
    screen(node('list', {}, slot('searchBarAccessory', dropdown))),
  );
  state.choose('b');
  expect(calls).toEqual([
    [1, 'a'],
    [1, 'b'],
  ]);
  expect(linesOf(state)[0]).toBe('› Search  [Both]');
});

test('what a stranger wrote does not steer the terminal', () => {
  const { state } = makeState(
    screen(
      node(
        'list',
        { navigationTitle: 'a\u001B[2Jb' },
        item('x\u001B]0;y\u0007', { subtitle: 'c\r\nd' }),
      ),
    ),
  );
  expect(linesOf(state).join('\n')).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('a field is gone to and emptied where the extension asks for it', () => {
  const form = (asked: object) =>
    screen(
      node(
        'form',
        {},
        node('form-text', { id: 'a', title: 'A' }),
        node('form-text', { id: 'b', title: 'B', ...asked }),
      ),
    );
  const { state } = makeState(form({}));
  const [, second] = state.view.fields;
  if (second !== undefined) state.fill(second, 'x');
  expect(linesOf(state)).toEqual(['❯ A  –', '  B  x']);
  state.update(form({ $focus: 1 }), 0);
  expect(linesOf(state)).toEqual(['  A  –', '❯ B  x']);
  state.moveField(-1);
  state.update(form({ $focus: 1, $reset: 1 }), 0);
  expect(linesOf(state)).toEqual(['❯ A  –', '  B  –']);
});

test('what is typed faster than the extension answers is not lost', () => {
  const list = (searchText: string) =>
    screen(node('list', { searchText, onSearchTextChange: call(1) }, item('a')));
  const { state, calls } = makeState(list(''));
  for (const letter of 'tide') state.search(state.searchText + letter);
  expect(calls.map(([, text]) => text)).toEqual(['t', 'ti', 'tid', 'tide']);
  for (const text of ['t', 'tid', 'tide']) {
    state.update(list(text), 0);
    expect(state.searchText).toBe('tide'); // what is given back may be behind
  }
  state.update(list('high'), 0);
  expect(state.searchText).toBe('high');
  state.search('');
  state.update(list(''), 0);
  expect(state.searchText).toBe('');
});
