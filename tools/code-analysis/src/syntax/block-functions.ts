import type { Scope, Variable } from 'eslint-scope';
import { isStrict } from './is-strict.ts';
import { treeNode } from './syntax.ts';

/**
 * Makes one variable of a function that a script declares within a block, and of the variable of that name around
 * it: outside of strict mode, the function is there behind its block as well.
 *
 * Source: https://tc39.es/ecma262/#sec-block-level-function-declarations-web-legacy-compatibility-semantics
 */
export function joinBlockFunctions(scopes: readonly Scope[]): void {
  for (const scope of scopes) {
    if (scope.type !== 'block' && scope.type !== 'switch') continue;
    const joined = scope.variables.filter((variable) => {
      return isScriptFunction(variable) && isSeenOutside(scope, variable.name);
    });
    for (const variable of joined) join(scope, variable);
  }
}

function isScriptFunction({ defs }: Variable): boolean {
  return (
    defs.length > 0 &&
    defs.every(({ node }) => {
      const declared = treeNode(node);
      return declared?.type === 'FunctionDeclaration' && !isStrict(declared);
    })
  );
}

/** False where a variable between the block and the function around it has that name, or a parameter. */
function isSeenOutside(block: Scope, name: string): boolean {
  const { variableScope } = block;
  for (let scope = block.upper; scope !== null && scope !== variableScope; scope = scope.upper) {
    if (scope.set.get(name)?.defs.some(({ type }) => type !== 'FunctionName') === true)
      return false;
  }
  const around = variableScope.set.get(name);
  return around?.defs.every(isOfFunctionScope) ?? true;
}

/** True for a function, and for what `var` declares. */
function isOfFunctionScope({ type, parent }: Variable['defs'][number]): boolean {
  const declaration = treeNode(parent);
  const isVar = declaration?.type === 'VariableDeclaration' && declaration.kind === 'var';
  return type === 'FunctionName' || isVar;
}

function join(block: Scope, variable: Variable): void {
  const { variableScope } = block;
  const { name } = variable;
  block.set.delete(name);
  block.variables.splice(block.variables.indexOf(variable), 1);
  const around = variableScope.set.get(name);
  const joined = around ?? variable;
  if (around === undefined) {
    variableScope.set.set(name, variable);
    variableScope.variables.push(variable);
    variable.scope = variableScope;
  } else {
    around.defs.push(...variable.defs);
    around.identifiers.push(...variable.identifiers);
  }
  const outside = variableScope.through.filter(({ identifier }) => identifier.name === name);
  for (const reference of outside) {
    const { resolved } = reference;
    resolved?.references.splice(resolved.references.indexOf(reference), 1);
  }
  const moved = around === undefined ? outside : [...variable.references, ...outside];
  for (const reference of moved) {
    reference.resolved = joined;
    joined.references.push(reference);
  }
  variableScope.through = variableScope.through.filter((each) => !outside.includes(each));
}
