import type { AnyNode } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { linkedCommands, needsOfClick } from '../apis/clicked-commands.ts';
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
    for (const { name, offset } of linkedCommands(code.text)) {
      const text = textAt(code.tree, offset);
      if (text !== undefined) judge(tracer, text, name);
    }
  }
}

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

function judge(tracer: Tracer, node: AnyNode, name: string): void {
  const needs = needsOfClick(name);
  const call = `command "${name.slice(0, 60)}"`;
  if (needs === 'unresolved') {
    tracer.findings.unresolved(node, { reason: 'unknown-effect', what: call });
  } else tracer.findings.use(node, { call, permissions: needs });
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
