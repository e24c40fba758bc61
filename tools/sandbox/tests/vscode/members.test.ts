import { apiFamilies, unsupportedCalls } from '@orchestra/core';
import { expect, test } from 'vitest';
import { notOfferedByVscode } from '../../src/guest/vscode/not-offered-members.ts';
import { runVscode, vscodeMain } from '../../test/run-vscode.ts';

/** Members of what the API gives: other tests call them. */
const ofParts =
  /^(?:Terminal|TerminalShellIntegration|EnvironmentVariableCollection|TextEditor|TextEditorEdit|FileSystem|WorkspaceEdit|TextDocument|NotebookDocument|DebugSession|LanguageModelChat|Extension)\./;

/** What published extensions can't use. */
const proposed = new Set([
  'window.withScmProgress',
  'window.registerQuickDiffProvider',
  'commands.registerDiffInformationCommand',
  'workspace.findFiles2',
  'workspace.findTextInFiles',
  'workspace.findTextInFiles2',
  'workspace.registerRemoteAuthorityResolver',
  'extensions.allAcrossExtensionHosts',
]);

/** What the table of permissions has of VS Code, but for what only types name. */
const members = apiFamilies
  .flatMap(({ tables }) => tables)
  .filter(({ module }) => module === 'vscode')
  .flatMap(({ judgements }) => judgements)
  .filter(({ why }) => !why.startsWith('What the app tells'))
  .flatMap(({ names }) => names)
  .filter((name) => !ofParts.test(name) && !proposed.has(name));

test('each member that is judged is offered, or says by its name that it is not', async () => {
  const { sandbox } = await runVscode(
    vscodeMain(`
command((names) => names.filter((name) => {
  const parts = name.split('.');
  const last = parts.pop();
  const holder = parts.reduce((value, part) => value?.[part], vscode);
  if (holder === undefined || holder === null) return true;
  return !(last in holder || holder[last] !== undefined || last.startsWith('active'));
}));`),
  );
  expect(members.length).toBeGreaterThan(350);
  expect(await sandbox.runCommand('it', [members])).toEqual([]);
});

test('what is listed as not offered throws by its name, and nothing else does at once', async () => {
  const { sandbox } = await runVscode(
    vscodeMain(`
command((parts) => parts.map(({ member, isClass }) => {
  const found = member.split('.').reduce((value, part) => value?.[part], vscode);
  try {
    const call = isClass || typeof found === 'function' ? found : found.anything;
    return isClass ? String(new call()) : String(call());
  } catch (error) {
    return error.message;
  }
}));`),
  );
  const told = await sandbox.runCommand('it', [notOfferedByVscode]);
  expect(told).toEqual(
    notOfferedByVscode.map(({ member, isClass }) => {
      const isNamespace = !isClass && !member.includes('.');
      return `Orchestra doesn't offer ${member}${isNamespace ? '.anything' : ''} to extensions.`;
    }),
  );
});

test('what is not offered when it runs is what a check of the code tells, and the other way round', () => {
  const told = Object.values(unsupportedCalls).flatMap(({ vscode }) => vscode);
  const parts = notOfferedByVscode.filter(({ isClass }) => !isClass); // classes are of these parts
  expect(parts.map(({ member }) => member).toSorted()).toEqual(
    [...new Set(told.map((name) => name.replace(/\.\*$/, '')))]
      .filter((name) => name !== 'workspace.registerNotebookSerializer') // it is taken, and never asked
      .toSorted(),
  );
});
