import type { AnyNode, Expression, SpreadElement } from 'acorn';
import type { Permission } from '@orchestra/core';
import { beginOf } from '../values/computed-path.ts';
import { opensFile, permissionsToOpen } from '../values/open-flags.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { isSurelyDocument } from './surely-given.ts';
import type { Tracer } from '../trace/tracer.ts';
import { writtenTo } from '../values/only-read.ts';
import type { ApiValue } from '../values/value.ts';
import { builtinOf } from './builtins.ts';
import { permissionsOfClient, permissionsToFork } from './started-servers.ts';

/** A use of an API whose arguments decide what it needs. */
interface Use {
  tracer: Tracer;
  arguments: readonly (Expression | SpreadElement)[];
}

/**
 * The permissions that a use of an API needs, where its arguments decide that.
 *
 * @returns null where the table's verdict holds
 */
export function permissionsByShape(
  tracer: Tracer,
  { node, api }: { node: AnyNode; api: ApiValue },
): readonly Permission[] | null {
  if (opensFile(api.id)) return permissionsToOpen(node, tracer.code.index);
  // much else has a member of that name
  if (api.id === 'global:document.open' && !isOfDocument(node)) return [];
  const shape = shapes.get(api.id);
  const given = shape === undefined ? undefined : argumentsOf(node);
  return given === undefined ? null : (shape?.({ tracer, arguments: given }) ?? null);
}

/** True for an API whose use is decided once everything is traced, because that tells what it is given. */
export function isDecidedLast({ id }: ApiValue): boolean {
  return decidedLast.has(id);
}

const decidedLast = new Set([
  'vscode:window.showTextDocument',
  'process:kill',
  'global:process.kill',
]);

const shapes = new Map<string, (use: Use) => readonly Permission[] | null>([
  ['process:kill', ofKill],
  ['global:process.kill', ofKill],
  ['child_process:fork', permissionsToFork],
  ...['vscode-languageclient', 'vscode-languageclient/node'].map(
    (module) => [`${module}:LanguageClient`, permissionsOfClient] as const,
  ),
  ['sqlite:DatabaseSync', ofDatabase],
  ['vscode:workspace.openTextDocument', ofNewDocument],
  ['vscode:window.showTextDocument', ofShownDocument],
  ['vscode:env.openExternal', ofExternal],
  ['global:document.execCommand', ofEditing],
  ['global:document.open', ofOpening],
  ['global:navigation.navigate', ofNavigation],
  ...raycastNames('open').map((id) => [id, ofOpen] as const),
  ...raycastNames('launchCommand').map((id) => [id, ofLaunch] as const),
]);

function raycastNames(name: string): string[] {
  return ['@raycast/api', '@raycast/utils', '@orchestra/raycast-compat'].map(
    (module) => `${module}:${name}`,
  );
}

/** The arguments of the call of an expression; undefined where it isn't called there. */
function argumentsOf(node: AnyNode): Use['arguments'] | undefined {
  let callee = node;
  while (callee.parent !== undefined && bare(callee.parent) === bare(node)) callee = callee.parent;
  const call = callee.parent;
  const isCall = call?.type === 'CallExpression' || call?.type === 'NewExpression';
  return isCall && call.callee === callee ? call.arguments : undefined;
}

/** Signal 0 only asks whether a program runs; a signal to this process ends nobody else. */
function ofKill({ tracer, arguments: [id, signal] }: Use): readonly Permission[] | null {
  if (signal?.type === 'Literal' && signal.value === 0) return [];
  if (id?.type !== 'MemberExpression' || writtenName(id) !== 'pid') return null;
  const process = tracer.code.apis.modules.get('process');
  const isOwn = [...tracer.valuesOf(id.object)].some(
    (value) => value.kind === 'api' && value.node === process,
  );
  return isOwn ? [] : null;
}

/** A database may load native code where its options allow that, or aren't known. */
function ofDatabase({ arguments: [, options] }: Use): readonly Permission[] | null {
  if (options === undefined) return null;
  const isPlain =
    options.type === 'ObjectExpression' &&
    options.properties.every(
      (each) => each.type === 'Property' && !/^(?:allowExtension)?$/.test(writtenName(each) ?? ''),
    );
  return isPlain ? null : ['filesystem.read', 'filesystem.write', 'system.exec'];
}

/**
 * A new document has no file, whatever is written into it: `openTextDocument({ content })`. An object with all that
 * an address has is taken for one.
 */
function ofNewDocument({ arguments: [what] }: Use): readonly Permission[] | null {
  if (what === undefined) return [];
  const isNew =
    what.type === 'ObjectExpression' &&
    what.properties.every(
      (each) =>
        each.type === 'Property' && /^(?:content|encoding|language)$/.test(writtenName(each) ?? ''),
    );
  return isNew ? [] : null;
}

/** Shows a document that is there already. What opened it is told where it was opened. */
function ofShownDocument({ tracer, arguments: [what] }: Use): readonly Permission[] | null {
  return what !== undefined && isSurelyDocument(tracer, what) ? [] : null;
}

/** A command of an editor in a page, some of which are those of the clipboard. */
function ofEditing({ tracer, arguments: [command] }: Use): readonly Permission[] | null {
  const names = (command && tracer.code.index.strings(command)) ?? [];
  const isOfClipboard = (name: string) => /^(?:copy|cut|paste)$/i.test(name);
  if (names.length === 0) return null;
  return names.some(isOfClipboard) ? ['clipboard'] : [];
}

/** With three arguments it opens another page. */
function ofOpening({ arguments: given }: Use): readonly Permission[] | null {
  const isSpread = given.some(({ type }) => type === 'SpreadElement');
  return given.length > 2 || isSpread ? null : [];
}

/** True for a member of what is surely the document. */
function isOfDocument(node: AnyNode): boolean {
  const object = node.type === 'MemberExpression' ? builtinOf(node.object) : undefined;
  return /(?:^|\.)document$/.test(object ?? '');
}

/** The address of an entry of the page's own history: `navigation.currentEntry.url`. */
function ofNavigation({ arguments: [address] }: Use): readonly Permission[] | null {
  if (address?.type !== 'MemberExpression' || writtenName(address) !== 'url') return null;
  const entry = bare(address.object);
  const variable = entry.type === 'Identifier' ? variableOf(entry) : undefined;
  const entries = variable === undefined ? [entry] : writtenTo(variable);
  const isOwn = (each: AnyNode | undefined) =>
    each?.type === 'MemberExpression' &&
    writtenName(each) === 'currentEntry' &&
    builtinOf(each.object) === 'navigation';
  return entries.length > 0 && entries.every((each) => isOwn(each && bare(each))) ? [] : null;
}

/** An address of a file is opened by the program that it belongs to. */
function ofExternal({ arguments: [what] }: Use): readonly Permission[] | null {
  const callee = what?.type === 'CallExpression' ? what.callee : undefined;
  const isFile = callee?.type === 'MemberExpression' && writtenName(callee) === 'file';
  return isFile ? ['network', 'system.exec'] : null;
}

/** A web address is opened by the browser, all else by some program. */
function ofOpen({ tracer, arguments: [what] }: Use): readonly Permission[] | null {
  if (what === undefined || what.type === 'SpreadElement') return null;
  const { index } = tracer.code;
  const texts = index.strings(what) ?? [beginOf(index, what)];
  return texts.every((text) => /^(?:https?:\/\/|mailto:)/i.test(text)) ? ['network'] : null;
}

/** A command of the extension itself: its name is constant, and no other extension is named. */
function ofLaunch({ arguments: [options] }: Use): readonly Permission[] | null {
  if (options?.type !== 'ObjectExpression') return null;
  const names = options.properties.map((each) =>
    each.type === 'Property' ? writtenName(each) : undefined,
  );
  const isOwn = names.every((name) => name !== undefined && ofOwnCommand.has(name));
  return isOwn && names.includes('name') ? [] : null;
}

const ofOwnCommand = new Set(['name', 'type', 'arguments', 'context', 'fallbackText']);
