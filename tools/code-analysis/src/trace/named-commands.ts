import type { AnyNode } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { verdictOnCommand } from '../apis/editor-commands.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { isNode, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from './tracer.ts';

/**
 * Reports commands of the editor that buttons, entries of lists and links run when a person clicks them, where
 * their names are constant: `{ command: 'workbench.action.tasks.runTask' }` and `command:workbench.…`.
 */
export function findNamedCommands(tracer: Tracer): void {
  const codes = [...tracer.code.codes.values()];
  if (!codes.some(({ text }) => text.includes('vscode'))) return;
  for (const code of codes) {
    for (const named of namesIn(code)) {
      for (const name of tracer.code.index.strings(named) ?? []) judge(tracer, named, name);
    }
    for (const { index, 1: name = '' } of code.text.matchAll(links)) {
      const text = textAt(code.tree, index);
      if (text !== undefined) judge(tracer, text, name);
    }
  }
}

const links = /\bcommand:(?:\/\/\/?)?([a-z_][\w-]*(?:\.[\w-]+)+)/gi;

/** Expressions that are given as the command of something. */
function namesIn({ nodes }: ParsedCode): AnyNode[] {
  const given = nodes.properties.flatMap((property) =>
    property.type === 'Property' && writtenName(property) === 'command' ? [property.value] : [],
  );
  const set = nodes.members.flatMap((member) => {
    const { parent } = member;
    if (member.type !== 'MemberExpression' || writtenName(member) !== 'command') return [];
    const isSet = parent?.type === 'AssignmentExpression' && parent.left === member;
    return isSet && parent.operator === '=' ? [parent.right] : [];
  });
  return [...given, ...set];
}

/** Names of other things are words without a dot, or of programs: `git.exe`. */
const isOfEditor = (name: string) => name.includes('.') && !/\.(?:bat|cmd|exe|sh)$/i.test(name);

function judge(tracer: Tracer, node: AnyNode, name: string): void {
  const is = isOfEditor(name) ? verdictOnCommand(name) : undefined;
  const what = `command "${name.slice(0, 60)}"`;
  if (is === 'unresolved') tracer.findings.unresolved(node, { reason: 'unknown-effect', what });
  else if (typeof is === 'object') {
    // what a click opens, a person opens
    const permissions = is.filter((each) => each !== 'filesystem.read' && each !== 'network');
    tracer.findings.use(node, { call: what, permissions });
  }
}

/** The text in the code that a place is part of; undefined for a comment. */
function textAt(tree: AnyNode, offset: number): AnyNode | undefined {
  let node: AnyNode | undefined = tree;
  while (node !== undefined && node.type !== 'Literal' && node.type !== 'TemplateElement') {
    const parent: AnyNode = node;
    node = (KEYS[parent.type] ?? [])
      .flatMap((key): unknown => Reflect.get(parent, key))
      .filter(isNode)
      .find(({ start, end }) => start <= offset && offset < end);
  }
  return node;
}
