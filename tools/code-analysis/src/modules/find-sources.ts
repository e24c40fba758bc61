import type {
  AnyNode,
  ExportNamedDeclaration,
  ImportDeclaration,
  Literal,
  MemberExpression,
  Identifier,
  Program,
} from 'acorn';
import { isBuiltin } from 'node:module';
import { addModule, exportsHolder, wholeModule } from './bundled-modules.ts';
import { computedFiles } from '../values/computed-path.ts';
import { isAssigned } from '../apis/api-use.ts';
import { runAddress } from '../evaluated/run-texts.ts';
import { findConstructors } from '../trace/find-constructors.ts';
import { findGlobalThis } from '../trace/find-global-this.ts';
import { findHandings } from '../trace/give-parts.ts';
import { findContexts } from '../trace/find-contexts.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import {
  addExport,
  type ApiValue,
  type ExportsValue,
  followExports,
  type Value,
} from '../values/value.ts';

/** Starts the tracing at every place where an API enters the code. */
export function findSources(tracer: Tracer): void {
  tracer.closed.settle();
  findHandings(tracer);
  for (const code of tracer.code.codes.values()) {
    findGlobals(tracer, code);
    for (const statement of code.tree.body) findImports(tracer, { code, statement });
    for (const node of code.nodes.imports) {
      loadModules(tracer, { node, path: node.source, what: 'import(…)' });
    }
    findContexts(tracer, code);
    findOwnExports(tracer, code);
    findRequires(tracer, code);
    findArguments(tracer, code);
    findConstructors(tracer, code);
  }
  findGlobalThis(tracer);
}

/** Loads the modules that an expression may name. */
export function loadModules(
  tracer: Tracer,
  at: { node: AnyNode; path: AnyNode | undefined; what: string; isElsewhere?: boolean },
): void {
  const { node, path, what, isElsewhere = false } = at;
  const { index } = tracer.code;
  const names = path === undefined ? null : index.strings(path);
  for (const name of names ?? []) importModule(tracer, node, { name, isElsewhere });
  if (names !== null) return;
  const from = tracer.codeOf(node);
  const isInside = from && path && !isElsewhere;
  const files = isInside ? computedFiles(tracer.code.files, { from, path, index }) : null;
  for (const file of files ?? []) addModule(tracer, node, tracer.own.exports(file));
  if (!files) tracer.findings.unresolved(node, { reason: 'computed-module', what });
}

/**
 * Loads a module by its name: an API, or a file of the package.
 *
 * @param of.isElsewhere true for a `require` of a file that isn't in the package, which finds other files
 */
export function importModule(
  tracer: Tracer,
  node: AnyNode,
  of: { name: string; isElsewhere?: boolean },
): void {
  const { name, isElsewhere = false } = of;
  const api = tracer.apis.module(name);
  if (api !== undefined) {
    tracer.unseen.enter(node, api);
    return tracer.add(node, api);
  }
  if (isElsewhere) {
    if (!isBuiltin(name)) tracer.tellOutside(node, name);
    return;
  }
  for (const exports of exportsOf(tracer, { from: node, name })) addModule(tracer, node, exports);
}

/** The exports of what an import names in the package; what leaves it, or isn't read, is reported. */
function exportsOf(tracer: Tracer, at: { from: AnyNode; name: string }): ExportsValue[] {
  const { from, name } = at;
  const code = tracer.codeOf(from);
  if (code === undefined || isBuiltin(name)) return [];
  if (isData.test(name)) {
    return runAddress(tracer, from, name).map((each) => tracer.own.exports(each));
  }
  // nobody can tell where a text finds other files
  if (code.ranBy !== undefined) {
    tracer.tellOutside(from, name);
    return [];
  }
  const isUrl = from.type !== 'CallExpression' && from.type !== 'NewExpression';
  const {
    codes,
    unread: others,
    leaves,
  } = tracer.code.files.resolve(name, {
    from: code.path,
    isUrl,
  });
  // a compiled module alone does nothing: it can use what it is given when it is instantiated
  const unread = isSourcePhase(from) ? others.filter((path) => !path.endsWith('.wasm')) : others;
  if (leaves === 'outside') tracer.tellOutside(from, name);
  if (leaves === 'address') {
    tracer.findings.unresolved(from, { reason: 'evaluated-code', what: name.slice(0, 60) });
  }
  const isNative = name.endsWith('.node') || unread.some((path) => path.endsWith('.node'));
  if (isNative) {
    tracer.findings.unresolved(from, { reason: 'unreadable', what: `native code: ${name}` });
  } else if (unread.length > 0) {
    const what = `code in a file of another kind: ${name}`;
    tracer.findings.unresolved(from, { reason: 'unreadable', what });
  }
  return codes.map((each) => tracer.own.exports(each));
}

const isData = /^\s*data:/i;

/** True for `import source x from …` and `import.source(…)`. */
function isSourcePhase(node: AnyNode): boolean {
  const isImport = node.type === 'ImportDeclaration' || node.type === 'ImportExpression';
  return isImport && node.phase === 'source';
}

/** Finds `exports[key]`, which reads whatever the file exports. */
function findOwnExports(tracer: Tracer, code: ParsedCode): void {
  for (const node of code.nodes.members) {
    if (node.type !== 'MemberExpression') continue;
    if (writtenName(node) === 'exports') findWholeExport(tracer, node);
    if (!node.computed) continue;
    const exports = isAssigned(node) ? null : exportsHolder(tracer, node.object);
    if (exports === tracer.own.exports(code)) tracer.add(node.object, exports);
  }
}

/** Finds `module.exports.name`, which reads what the file assigned to `module.exports`. */
function findWholeExport(tracer: Tracer, node: MemberExpression): void {
  const exports = isTarget(node) ? null : exportsHolder(tracer, node.object);
  if (exports === null) return;
  followExports(exports, (name, value) => {
    if (name === wholeModule) tracer.add(node, value);
  });
}

function findGlobals(tracer: Tracer, code: ParsedCode): void {
  const global = tracer.apis.global();
  for (const [name, identifiers] of code.unbound) {
    const member = tracer.apis.member(global, name);
    if (member === undefined || name === 'default') continue;
    for (const identifier of identifiers) tracer.reach(identifier, member);
  }
}

function findImports(
  tracer: Tracer,
  at: { code: ParsedCode; statement: Program['body'][number] },
): void {
  const { code, statement } = at;
  const exports = tracer.own.exports(code);
  switch (statement.type) {
    case 'ImportDeclaration':
      return findImport(tracer, statement);
    case 'ExportAllDeclaration': {
      const name = statement.exported ? nameOf(statement.exported) : null;
      return exportAll(tracer, {
        exports,
        name,
        node: statement,
        from: String(statement.source.value),
      });
    }
    case 'ExportNamedDeclaration':
      return findExports(tracer, { exports, statement });
    default:
  }
}

function findImport(tracer: Tracer, statement: ImportDeclaration): void {
  const from = String(statement.source.value);
  const api = tracer.apis.module(from);
  const files = api === undefined ? exportsOf(tracer, { from: statement, name: from }) : [];
  for (const specifier of statement.specifiers) {
    const { local } = specifier;
    const name =
      specifier.type === 'ImportSpecifier'
        ? nameOf(specifier.imported)
        : specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : null;
    const value = api === undefined || name === null ? api : tracer.apis.member(api, name);
    if (value !== undefined) tracer.bind(local, value);
    if (value !== undefined && value === api) tracer.unseen.enter(local, value);
    for (const exports of files) importFrom(tracer, { exports, name, local });
  }
}

function importFrom(
  tracer: Tracer,
  at: { exports: ExportsValue; name: string | null; local: Identifier },
): void {
  const { exports, name, local } = at;
  if (name === null) tracer.bind(local, exports);
  followExports(exports, (exported, value) => {
    if (exported === name) tracer.bind(local, value);
    else if (exported === wholeModule) bindWhole(tracer, { value, name, local });
  });
}

/**
 * Binds an import of a CommonJS file, `import x from './file.cjs'`: the default is `module.exports`, and
 * names are its properties.
 */
function bindWhole(
  tracer: Tracer,
  at: { value: Value; name: string | null; local: Identifier },
): void {
  const { value, name, local } = at;
  if (name === null || name === 'default') return tracer.bind(local, value);
  const member = value.kind === 'api' ? tracer.apis.member(value, name) : undefined;
  if (member !== undefined) tracer.bind(local, member);
}

function exportAll(
  tracer: Tracer,
  at: { exports: ExportsValue; name: string | null; node: AnyNode; from: string },
): void {
  const { exports, name, node, from } = at;
  const api = tracer.apis.module(from);
  if (api !== undefined) {
    if (name !== null) addExport(exports, name, api);
    else if (typeof api.node.others !== 'string') addExport(exports, wholeModule, api);
    else
      for (const child of api.node.children.keys())
        exportMember(tracer, { exports, api, name: child, as: child });
    return;
  }
  for (const other of exportsOf(tracer, { from: node, name: from })) {
    if (name !== null) addExport(exports, name, other);
    else {
      followExports(other, (each, value) => {
        if (each !== 'default' && each !== wholeModule) addExport(exports, each, value);
      });
    }
  }
}

function exportMember(
  tracer: Tracer,
  at: { exports: ExportsValue; api: ApiValue; name: string; as: string },
): void {
  const member = tracer.apis.member(at.api, at.name);
  if (member !== undefined) addExport(at.exports, at.as, member);
}

function findExports(
  tracer: Tracer,
  at: { exports: ExportsValue; statement: ExportNamedDeclaration },
): void {
  const { exports, statement } = at;
  const from = statement.source === null ? null : String(statement.source?.value);
  for (const specifier of statement.specifiers) {
    const name = nameOf(specifier.local);
    const as = nameOf(specifier.exported);
    if (from !== null) exportFrom(tracer, { exports, node: statement, from, name, as });
    else if (specifier.local.type === 'Identifier' && specifier.local.variable !== undefined) {
      tracer.exportVariable(specifier.local.variable, { exports, name: as });
    }
  }
  for (const variable of declaredBy(statement.declaration)) {
    tracer.exportVariable(variable, { exports, name: variable.name });
  }
}

function exportFrom(
  tracer: Tracer,
  at: { exports: ExportsValue; node: AnyNode; from: string; name: string; as: string },
): void {
  const api = tracer.apis.module(at.from);
  if (api !== undefined) return exportMember(tracer, { ...at, api });
  for (const other of exportsOf(tracer, { from: at.node, name: at.from })) {
    followExports(other, (each, value) => {
      if (each === at.name) addExport(at.exports, at.as, value);
    });
  }
}

function declaredBy(declaration: AnyNode | null | undefined) {
  if (!declaration) return [];
  const names: AnyNode[] = [];
  if (declaration.type === 'VariableDeclaration') {
    names.push(...declaration.declarations.map(({ id }) => id));
  } else if (
    declaration.type === 'FunctionDeclaration' ||
    declaration.type === 'ClassDeclaration'
  ) {
    if (declaration.id !== null) names.push(declaration.id);
  }
  const variables = [];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (name.type === 'Identifier' && name.variable !== undefined) variables.push(name.variable);
    else if (name.type === 'ObjectPattern') {
      names.push(...name.properties.map((each) => (each.type === 'Property' ? each.value : each)));
    } else if (name.type === 'ArrayPattern')
      names.push(...name.elements.filter((each) => each !== null));
    else if (name.type === 'AssignmentPattern') names.push(name.left);
    else if (name.type === 'RestElement') names.push(name.argument);
  }
  return variables;
}

/** The name of an import or export; `module.exports` is what `require` gives of a module. */
function nameOf(node: Identifier | Literal): string {
  const name = node.type === 'Identifier' ? node.name : String(node.value);
  return name === 'module.exports' ? wholeModule : name;
}

/** Finds where a file of CommonJS reads its own arguments, among which are `require` and `module`. */
function findArguments(tracer: Tracer, code: ParsedCode): void {
  for (const node of code.ownArguments) {
    const { parent } = node;
    if (parent?.type === 'MemberExpression' && writtenName(parent) === 'length') continue;
    tracer.tellOutside(node, 'arguments');
  }
}

/** Finds calls of a `require` that a bundler turned into a parameter; it still loads the app's modules. */
function findRequires(tracer: Tracer, code: ParsedCode): void {
  for (const call of code.nodes.calls) {
    const { callee } = call;
    if (callee.type !== 'Identifier' || callee.name !== 'require') continue;
    if (callee.variable?.defs[0]?.type !== 'Parameter') continue;
    const [argument] = call.arguments;
    const names = argument === undefined ? null : tracer.code.index.strings(argument);
    for (const name of names ?? []) importModule(tracer, call, { name });
  }
}
