import type { AnyNode } from 'acorn';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { functionsOf } from './functions-of.ts';
import type { Round } from './round.ts';

const mostDepth = 12;

/** The name of the module outside of the package that an expression is, or of which it is a part. */
export function foreignModule(round: Round, written: AnyNode, depth = 0): string | undefined {
  const node = bare(written);
  const next = (of: AnyNode) => foreignModule(round, of, depth + 1);
  if (depth > mostDepth) return undefined;
  if (node.type === 'MemberExpression') {
    return writtenName(node) === undefined ? undefined : next(node.object);
  }
  if (node.type === 'CallExpression') {
    const { modules, copies } = round.around;
    const loaded = modules.loadedBy(node);
    const [whole, ...others] = loaded.flatMap(({ wholes }) => wholes);
    if (loaded.length > 0) {
      const isOne = whole !== undefined && others.length === 0;
      return isOne && loaded.every(({ isOpen }) => !isOpen) && loaded.length === 1
        ? next(whole)
        : undefined;
    }
    const [first] = node.arguments;
    const functions = functionsOf(round, node.callee, depth) ?? [];
    const isCopy =
      functions.length > 0 && functions.every((each) => copies.of(each, 0)?.returns === true);
    return isCopy && first !== undefined ? next(first) : modules.externalOf(node);
  }
  if (node.type !== 'Identifier') return undefined;
  const [def, ...others] = node.variable?.defs ?? [];
  const definition = treeNode(def?.node);
  if (others.length > 0 || definition === undefined) return undefined;
  if (node.variable?.references.some((each) => each.isWrite() && each.init !== true))
    return undefined;
  const imported = definition.parent;
  if (imported?.type === 'ImportDeclaration') {
    return foreignName(round, String(imported.source.value));
  }
  const isInit = definition.type === 'VariableDeclarator' && definition.id === treeNode(def?.name);
  return isInit && definition.init ? next(definition.init) : undefined;
}

function foreignName({ around }: Round, name: string): string | undefined {
  return around.apis.modules.has(name.replace(/^node:/, '')) ? name : undefined;
}
