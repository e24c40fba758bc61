import { vscodeCommandNames } from './command-names.ts';
import { expect, test } from 'vitest';
import { verdictOnCommand } from './editor-commands.ts';

test('verdictOnCommand() takes the name that says most', () => {
  expect(verdictOnCommand('list.focusDown')).toBe('harmless');
  expect(verdictOnCommand('list.selectAll')).toBe('unresolved');
  expect(verdictOnCommand('workbench.action.terminal.new')).toEqual(['terminal']);
  expect(verdictOnCommand('workbench.action.toggleZenMode')).toBe('harmless');
});

test('verdictOnCommand() knows whole names alone, and a star no dots', () => {
  expect(verdictOnCommand('notebook.cell.execute')).toEqual(['system.exec']);
  expect(verdictOnCommand('acme.notebook.cell.execute')).toBeUndefined();
  expect(verdictOnCommand('workbench.action.toggle.new.thing')).toBe('unresolved');
  expect(verdictOnCommand('cursorDown.more')).toBeUndefined();
  expect(verdictOnCommand('workbench.action.\nterminal')).toBe('unresolved');
  expect(verdictOnCommand('')).toBeUndefined();
});

test('no name of a command has two verdicts', () => {
  const names = vscodeCommandNames.flatMap((each) => each.names);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
