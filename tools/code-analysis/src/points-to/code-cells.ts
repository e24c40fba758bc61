import type {
  AnyNode,
  ArrowFunctionExpression,
  CallExpression,
  Class,
  MemberExpression,
  NewExpression,
  ObjectExpression,
  Pattern,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import { KEYS } from 'eslint-visitor-keys';
import { builtinOf } from '../apis/builtins.ts';
import type { ImportedFiles } from '../modules/imported-files.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { isStrict } from '../syntax/is-strict.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import {
  type FunctionNode,
  isFunction,
  isNode,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf } from '../syntax/variables.ts';
import { copyProperties, defineBy } from './builtins.ts';
import { type Body, type Call, Calls } from './calls.ts';
import { globalNames, Heap } from './heap.ts';
import { type Scope, scopeOf, sharedScope } from './scope.ts';
import type { Cell, Token } from './solver.ts';
import type { Given } from './tokens.ts';

/** Most objects of a method's call that are told apart. */
const mostApart = 6;

/** Methods that the language calls on objects by itself. */
const implicit = ['toString', 'valueOf', 'toJSON', '@@toPrimitive'];

/** Makes the cells of the code's expressions and variables, and what flows between them. */
export class CodeCells {
  readonly heap = new Heap();
  readonly calls: Calls;
  readonly #index: CodeIndex;
  readonly #files: ImportedFiles;
  readonly #cells = new Map<Scope, Map<AnyNode, Cell>>();
  /** The cells of each expression, in all scopes. */
  readonly ofNode = new Map<AnyNode, Cell[]>();
  readonly #variables = new Map<Scope, Map<Variable, Cell>>();
  readonly #exports = new Map<string, { module: Token; exports: Token }>();
  readonly #classes = new Map<Token, { node: Class; scope: Scope }>();
  readonly #codes: ReadonlyMap<string, ParsedCode>;
  readonly #codeOf: (node: AnyNode) => ParsedCode | undefined;
  readonly #implicit: readonly string[];
  readonly #isWritten: (word: string) => boolean;

  constructor(of: {
    codes: ReadonlyMap<string, ParsedCode>;
    index: CodeIndex;
    files: ImportedFiles;
    codeOf: (node: AnyNode) => ParsedCode | undefined;
    isWritten: (word: string) => boolean;
  }) {
    this.#codes = of.codes;
    this.#index = of.index;
    this.#files = of.files;
    this.#codeOf = of.codeOf;
    this.#isWritten = of.isWritten;
    this.#implicit = implicit.filter((name) => of.isWritten(name.replace('@@', '')));
    const characters = of.codes.values().reduce((sum, { text }) => sum + text.length, 0);
    this.calls = new Calls(this.heap, {
      makeBody: (node, scope) => this.#makeBody(node, scope),
      characters,
    });
    this.calls.hasThen = of.isWritten('then');
    this.calls.namesOf = (call, at) => this.#namesOfArgument(call, at);
    this.calls.mayBeMissing = (call, at) => mayBeMissing(call, at);
    this.calls.constructClass = (call, at) => this.#constructClass(call, at);
    this.calls.callImplicit = (token) => this.#callImplicit(token);
    this.heap.watch();
    for (const code of of.codes.values()) this.#addFile(code);
  }

  #addFile(code: ParsedCode): void {
    const { exports } = this.#exportsOf(code.path);
    const { heap } = this;
    heap.leave(heap.cellOf(exports));
    this.#visit(code.tree, sharedScope);
  }

  #exportsOf(path: string): { module: Token; exports: Token } {
    const known = this.#exports.get(path);
    if (known !== undefined) return known;
    const made = {
      module: this.heap.tokens.make({ kind: 'object' }),
      exports: this.heap.tokens.make({ kind: 'object' }),
    };
    this.#exports.set(path, made);
    this.heap.solver.give(this.heap.own(made.module, 'exports'), made.exports);
    this.heap.leave(this.heap.own(made.module, 'exports'));
    return made;
  }

  /** The cell of a variable, as a scope sees it. */
  #variable(variable: Variable, scope: Scope): Cell {
    const of = scopeOf(variable, scope);
    const cells = this.#variables.get(of) ?? new Map<Variable, Cell>();
    this.#variables.set(of, cells);
    const known = cells.get(variable);
    if (known !== undefined) return known;
    const cell = this.heap.solver.cell();
    cells.set(variable, cell);
    // `arguments`, and the arguments of a file of CommonJS
    if (variable.defs.length === 0) this.#addImplicitVariable(variable, cell, of);
    return cell;
  }

  #addImplicitVariable(variable: Variable, cell: Cell, scope: Scope): void {
    const block = treeNode(variable.scope.block);
    if (variable.name !== 'arguments' || !isFunction(block)) return;
    const body = this.calls.body(block, scope);
    if (body.arguments !== null) this.heap.solver.give(cell, body.arguments);
  }

  /** The cell of an expression. */
  value(node: AnyNode, scope: Scope): Cell {
    const cells = this.#cells.get(scope) ?? new Map<AnyNode, Cell>();
    this.#cells.set(scope, cells);
    const known = cells.get(node);
    if (known !== undefined) return known;
    const cell = this.heap.solver.cell();
    cells.set(node, cell);
    const all = this.ofNode.get(node);
    if (all === undefined) this.ofNode.set(node, [cell]);
    else all.push(cell);
    this.#fill(node, scope, cell);
    return cell;
  }

  #fill(node: AnyNode, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const { solver, tokens } = heap;
    const flow = (from: AnyNode | null | undefined) => {
      if (from) solver.edge(this.value(from, scope), cell);
    };
    switch (node.type) {
      case 'Identifier':
        return this.#fillIdentifier(node, scope, cell);
      case 'ThisExpression':
        return this.#fillThis(node, scope, cell);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return flow(node.expression);
      case 'AwaitExpression':
        return this.calls.settle(this.value(node.argument, scope), cell);
      case 'SequenceExpression':
        for (const each of node.expressions) this.value(each, scope);
        return flow(node.expressions.at(-1));
      case 'ConditionalExpression':
        this.value(node.test, scope);
        flow(node.consequent);
        return flow(node.alternate);
      case 'LogicalExpression':
        flow(node.right);
        // what is false is no object
        if (node.operator === '&&') return void this.value(node.left, scope);
        return flow(node.left);
      case 'AssignmentExpression':
        return this.#fillAssignment(node, scope, cell);
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ArrowFunctionExpression':
        return this.#fillFunction(node, scope, cell);
      case 'ClassExpression':
      case 'ClassDeclaration':
        return this.#fillClass(node, scope, cell);
      case 'ObjectExpression':
        return this.#fillObject(node, scope, cell);
      case 'ArrayExpression': {
        if (isData(node)) return this.#fillData(cell);
        const list = tokens.make({ kind: 'list' });
        solver.give(cell, list);
        let isShifted = false;
        for (const [nth, element] of node.elements.entries()) {
          if (element === null) continue;
          if (element.type === 'SpreadElement') {
            isShifted = true;
            this.calls.iterate(this.value(element.argument, scope), heap.items(list));
          } else {
            const to = isShifted ? heap.items(list) : heap.own(list, String(nth));
            solver.edge(this.value(element, scope), to);
          }
        }
        return;
      }
      case 'MemberExpression':
        return this.#fillMember(node, scope, cell);
      case 'CallExpression':
      case 'NewExpression':
        return this.#fillCall(node, scope, cell);
      case 'ImportExpression':
        return this.#fillImport(node.source, scope, cell);
      case 'TaggedTemplateExpression': {
        const texts = tokens.make({ kind: 'list' });
        solver.give(heap.items(texts), tokens.plain);
        const given = node.quasi.expressions.map((each) => this.value(each, scope));
        return this.#callExpression(node, scope, {
          callee: node.tag,
          given: { first: [heap.cellOf(texts), ...given], more: null },
          cell,
        });
      }
      case 'YieldExpression': {
        const of = functionAround(node);
        if (!isFunction(of)) return;
        const generator = this.#generatorOf(of, this.#scopeWithin(of, scope));
        if (node.argument) {
          const value = this.value(node.argument, scope);
          if (node.delegate) {
            this.calls.iterate(value, generator.yields, { isAsync: of.async });
            // what it returns
            solver.listen(value, (token) => {
              const thing = heap.thing(token);
              if (thing.kind === 'generator') solver.edge(thing.returns, cell);
              else solver.edge(heap.readAny(token), cell);
            });
          } else if (of.async) this.calls.settle(value, generator.yields);
          else solver.edge(value, generator.yields);
        }
        return solver.edge(generator.sent, cell);
      }
      case 'MetaProperty':
        if (node.meta.name === 'new') {
          const of = functionAround(node);
          if (isFunction(of)) {
            solver.edge(this.calls.body(of, this.#scopeWithin(of, scope)).newTarget, cell);
          }
          return;
        }
        return solver.give(cell, tokens.outside);
      case 'Super': {
        this.#fillSuper(node, scope, cell);
        return;
      }
      case 'BinaryExpression':
        this.value(node.left, scope);
        this.value(node.right, scope);
        solver.give(cell, tokens.plain);
        if (node.operator === 'instanceof' && this.#isWritten('hasInstance')) {
          heap.leave(this.value(node.left, scope));
          heap.leave(this.value(node.right, scope));
        }
        return;
      case 'PrivateIdentifier':
        return;
      case 'Literal':
        if (node.value !== null || node.regex) solver.give(cell, tokens.plain);
        return;
      case 'UnaryExpression':
      case 'UpdateExpression':
        this.value(node.argument, scope);
        return solver.give(cell, tokens.plain);
      default:
        this.#visitChildren(node, scope);
        solver.give(cell, tokens.plain);
    }
  }

  #fillIdentifier(node: AnyNode & { type: 'Identifier' }, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const { name, variable } = node;
    if (variable !== undefined && !isOfFile(variable)) {
      return heap.solver.edge(this.#variable(variable, scope), cell);
    }
    if (name === 'undefined') return;
    const code = this.#codeOf(node);
    if (code !== undefined && name === 'arguments') return heap.solver.give(cell, heap.tokens.outside);
    if (code !== undefined && (name === 'module' || name === 'exports')) {
      heap.solver.give(cell, this.#exportsOf(code.path)[name]);
    }
    heap.solver.edge(heap.globalVariable(name), cell);
    heap.solver.give(
      cell,
      globalNames.has(name) ? heap.tokens.global : heap.tokens.globalMember(name),
    );
  }

  #fillThis(node: AnyNode, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const around = functionAround(node, { skipsArrows: true });
    if (isFunction(around)) {
      const body = this.calls.body(around, this.#scopeWithin(around, scope));
      return heap.solver.edge(body.of, cell);
    }
    if (around !== undefined) return this.#fillThisOfClass(around, scope, cell);
    const code = this.#codeOf(node);
    if (code === undefined) return;
    heap.solver.give(cell, this.#exportsOf(code.path).exports);
    if (!isStrict(node)) heap.solver.give(cell, heap.tokens.global);
  }

  /** `this` in a field or a static block of a class. */
  #fillThisOfClass(member: AnyNode, scope: Scope, cell: Cell): void {
    const of = member.parent?.parent;
    if (of?.type !== 'ClassExpression' && of?.type !== 'ClassDeclaration') return;
    const isStatic = member.type === 'StaticBlock' || (member.type === 'PropertyDefinition' && member.static);
    const parts = this.#classParts(of, scope);
    this.heap.solver.edge(isStatic ? parts.self : parts.instances, cell);
  }

  #fillAssignment(
    node: AnyNode & { type: 'AssignmentExpression' },
    scope: Scope,
    cell: Cell,
  ): void {
    const { solver, tokens } = this.heap;
    const { left, right, operator } = node;
    if (this.#copiesByName(left, right, scope)) return void this.value(right, scope);
    const value = this.value(right, scope);
    if (/^(?:=|\|\|=|&&=|\?\?=)$/.test(operator)) {
      solver.edge(value, cell);
      if (operator !== '=') solver.edge(this.value(left, scope), cell);
      this.bind(left, value, scope);
    } else {
      solver.give(cell, tokens.plain);
      this.value(left, scope);
      this.bind(left, cell, scope);
    }
  }

  /** `target[key] = source[key]` gives each property under its own name. */
  #copiesByName(left: AnyNode, right: AnyNode, scope: Scope): boolean {
    if (left.type !== 'MemberExpression' || right.type !== 'MemberExpression') return false;
    if (!isSameKey(left, right) || this.#namesOfKey(left.property, scope) !== null) return false;
    copyProperties(this.calls, this.value(right.object, scope), this.value(left.object, scope));
    return true;
  }

  #fillFunction(node: FunctionNode, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const token = this.#functionToken(node, scope);
    heap.solver.give(cell, token);
    const name = node.type === 'FunctionExpression' ? node.id : null;
    if (name?.variable !== undefined) {
      heap.solver.give(this.#variable(name.variable, scope), token);
    }
    this.calls.body(node, scope);
  }

  readonly #functions = new Map<Scope, Map<AnyNode, Token>>();

  #functionToken(node: FunctionNode, scope: Scope): Token {
    const { heap } = this;
    const functions = this.#functions.get(scope) ?? new Map<AnyNode, Token>();
    this.#functions.set(scope, functions);
    const known = functions.get(node);
    if (known !== undefined) return known;
    const token = heap.tokens.make({ kind: 'function', node, scope });
    functions.set(node, token);
    if (node.type !== 'ArrowFunctionExpression') {
      const prototype = heap.tokens.make({ kind: 'object' });
      heap.solver.give(heap.own(token, 'prototype'), prototype);
      heap.solver.give(heap.own(prototype, 'constructor'), token);
      if (this.#isWritten('caller')) heap.solver.give(heap.own(token, 'caller'), heap.tokens.outside);
    }
    return token;
  }

  #makeBody(node: FunctionNode, scope: Scope): Body {
    const { heap, calls } = this;
    const { solver } = heap;
    const usesArguments =
      node.type !== 'ArrowFunctionExpression' && this.#usesArguments(node);
    const body: Body = {
      of: solver.cell(),
      parameters: node.params.filter(({ type }) => type !== 'RestElement').map(() => solver.cell()),
      rest: solver.cell(),
      result: solver.cell(),
      newTarget: solver.cell(),
      arguments: usesArguments ? heap.tokens.make({ kind: 'list' }) : null,
    };
    calls.note(node, scope, body);
    if (body.arguments !== null) {
      for (const [nth, parameter] of body.parameters.entries()) {
        // outside of strict code they are the same variables
        solver.edge(heap.own(body.arguments, String(nth)), parameter);
        solver.edge(heap.items(body.arguments), parameter);
        const param = node.params[nth];
        if (param?.type === 'Identifier' && param.variable !== undefined && !isStrict(node.body)) {
          solver.edge(
            this.#variable(param.variable, scope),
            heap.own(body.arguments, String(nth)),
          );
        }
      }
      const token = this.#functionToken(node, scope.of === node ? (scope.around ?? scope) : scope);
      solver.give(heap.own(body.arguments, 'callee'), token);
      solver.give(heap.own(token, 'arguments'), body.arguments);
    }
    for (const [nth, param] of node.params.entries()) {
      if (param.type === 'RestElement') {
        const list = heap.tokens.make({ kind: 'list' });
        solver.edge(body.rest, heap.items(list));
        this.bind(param.argument, heap.cellOf(list), scope);
      } else this.bind(param, body.parameters[nth] ?? solver.cell(), scope);
    }
    const returned = solver.cell();
    this.#returns.set(body, returned);
    if (node.generator) {
      const made = this.#generatorOf(node, scope);
      solver.edge(returned, made.returns);
      solver.give(body.result, made.token);
    } else if (node.async) {
      const value = solver.cell();
      const promise = heap.tokens.make({ kind: 'promise', value });
      calls.settle(returned, value);
      solver.give(body.result, promise);
    } else solver.edge(returned, body.result);
    if (isArrowOfValue(node)) solver.edge(this.value(node.body, scope), returned);
    else this.#visit(node.body, scope);
    return body;
  }

  readonly #returns = new Map<Body, Cell>();

  #usesArguments(node: FunctionNode): boolean {
    const text = this.#codeOf(node)?.text ?? 'arguments';
    return text.slice(node.start, node.end).includes('arguments');
  }

  readonly #generators = new Map<
    Scope,
    Map<FunctionNode, { token: Token; yields: Cell; returns: Cell; sent: Cell }>
  >();

  #generatorOf(node: FunctionNode, scope: Scope) {
    const generators = this.#generators.get(scope) ?? new Map();
    this.#generators.set(scope, generators);
    const known = generators.get(node);
    if (known !== undefined) return known;
    const { solver, tokens } = this.heap;
    const cells = { yields: solver.cell(), returns: solver.cell(), sent: solver.cell() };
    const made = { ...cells, token: tokens.make({ kind: 'generator', ...cells }) };
    // `next()` from outside
    generators.set(node, made);
    return made;
  }

  /** The scope that the body of a function around an expression has. */
  #scopeWithin(of: FunctionNode, scope: Scope): Scope {
    for (let at: Scope | null = scope; at !== null; at = at.around) {
      if (at.of === null || at.of === of || isInside(of, at.of)) return at;
    }
    return sharedScope;
  }

  #fillClass(node: Class, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const { self, token, prototype } = this.#classParts(node, scope);
    heap.solver.edge(self, cell);
    if (node.id?.variable !== undefined) {
      for (const variable of innerAndOuter(node)) {
        heap.solver.give(this.#variable(variable, scope), token);
      }
    }
    if (node.superClass) {
      const base = this.value(node.superClass, scope);
      heap.solver.edge(base, heap.prototypes(token));
      heap.solver.listen(base, (of) => {
        heap.solver.edge(heap.read(of, 'prototype'), heap.prototypes(prototype));
      });
    }
    for (const member of node.body.body) this.#addClassMember(member, { node, scope });
  }

  readonly #parts = new Map<
    Scope,
    Map<AnyNode, { token: Token; prototype: Token; self: Cell; instances: Cell }>
  >();

  #classParts(node: Class, scope: Scope) {
    const parts = this.#parts.get(scope) ?? new Map();
    this.#parts.set(scope, parts);
    const known = parts.get(node);
    if (known !== undefined) return known;
    const { heap } = this;
    const token = heap.tokens.make({ kind: 'class', node, scope });
    const prototype = heap.tokens.make({ kind: 'object' });
    heap.solver.give(heap.own(token, 'prototype'), prototype);
    heap.solver.give(heap.own(prototype, 'constructor'), token);
    const made = { token, prototype, self: heap.cellOf(token), instances: heap.solver.cell() };
    parts.set(node, made);
    this.#classes.set(token, { node, scope });
    return made;
  }

  #addClassMember(member: Class['body']['body'][number], of: { node: Class; scope: Scope }): void {
    const { heap } = this;
    const { scope } = of;
    const parts = this.#classParts(of.node, scope);
    if (member.type === 'StaticBlock') {
      for (const statement of member.body) this.#visit(statement, scope);
      return;
    }
    if (member.computed) this.value(member.key, scope);
    const names = this.#namesOfMember(member, scope);
    if (member.type === 'MethodDefinition') {
      const value = this.value(member.value, scope);
      if (member.kind === 'constructor') return;
      const target = member.static ? parts.token : parts.prototype;
      for (const name of names ?? [null]) {
        if (member.kind === 'get' || member.kind === 'set') {
          heap.addAccessor(target, { kind: member.kind, name, accessor: value });
        } else if (name === null) heap.writeAny(target, value);
        else heap.solver.edge(value, heap.own(target, name));
      }
      return;
    }
    if (!member.value) return;
    const value = this.value(member.value, scope);
    const targets = member.static ? parts.self : parts.instances;
    heap.solver.listen(targets, (target) => {
      if (!heap.isOwnObject(target)) return;
      if (names === null) heap.writeAny(target, value);
      else for (const name of names) heap.solver.edge(value, heap.own(target, name));
    });
  }

  #constructClass(call: Call, { token, of }: { token: Token; of: Cell }): void {
    const { heap } = this;
    const found = this.#classes.get(token);
    if (found === undefined) return;
    const { node, scope } = found;
    heap.solver.edge(of, this.#classParts(node, scope).instances);
    const own = node.body.body.find(
      (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
    );
    if (own?.type === 'MethodDefinition' && isFunction(own.value)) {
      return this.calls.enterConstructor(call, { node: own.value, scope, of, token });
    }
    if (!node.superClass) return;
    this.#callSuper({ ...call, site: call.site }, this.value(node.superClass, scope), of);
  }

  /** Calls the class that another one extends. */
  #callSuper(call: Call, base: Cell, of: Cell): void {
    const { heap } = this;
    const result = heap.solver.cell();
    heap.solver.edge(result, call.result);
    this.calls.link({ ...call, callee: base, of, isNew: false, result });
    // what a function or the language makes may be another object
    heap.solver.listen(result, (token) => {
      const { kind } = heap.thing(token);
      if (kind === 'api' || kind === 'outside' || kind === 'builtin') {
        heap.solver.listen(of, (instance) => {
          if (heap.isOwnObject(instance)) heap.solver.give(heap.prototypes(instance), token);
        });
      }
      // `return` of a base class
      if (call.scope !== null) heap.solver.give(of, token);
    });
  }

  #fillSuper(node: AnyNode, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const around = functionAround(node, { skipsArrows: true });
    const member = isFunction(around) ? around.parent : around;
    const of = member?.parent?.parent;
    if (of?.type === 'ClassExpression' || of?.type === 'ClassDeclaration') {
      const isStatic = member?.type === 'StaticBlock' || ('static' in member! && member.static);
      if (node.parent?.type === 'CallExpression') {
        if (of.superClass) heap.solver.edge(this.value(of.superClass, this.#scopeOfClass(of, scope)), cell);
        return;
      }
      const parts = this.#classParts(of, this.#scopeOfClass(of, scope));
      const home = isStatic === true ? parts.token : parts.prototype;
      return heap.solver.edge(heap.prototypes(home), cell);
    }
    // of an object that is written out
    heap.solver.give(cell, heap.tokens.outside);
    const literal = member?.parent;
    if (literal?.type === 'ObjectExpression') {
      heap.solver.listen(this.value(literal, this.#scopeOfClass(literal, scope)), (token) => {
        heap.solver.edge(heap.prototypes(token), cell);
      });
    }
  }

  #scopeOfClass(of: AnyNode, scope: Scope): Scope {
    for (let at: Scope | null = scope; at !== null; at = at.around) {
      if (at.of === null || isInside(of, at.of)) return at;
    }
    return sharedScope;
  }

  #fillObject(node: ObjectExpression, scope: Scope, cell: Cell): void {
    const { heap } = this;
    if (node.properties.length > 0 && isData(node)) return this.#fillData(cell);
    const token = heap.tokens.make({ kind: 'object' });
    heap.solver.give(cell, token);
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        const from = this.value(property.argument, scope);
        copyProperties(this.calls, from, heap.cellOf(token));
        continue;
      }
      if (property.computed) this.value(property.key, scope);
      const names = this.#namesOfMember(property, scope);
      const value = this.value(property.value, scope);
      for (const name of names ?? [null]) {
        if (property.kind !== 'init') {
          heap.addAccessor(token, { kind: property.kind, name, accessor: value });
        } else if (name === null) heap.writeAny(token, value);
        else if (name === '__proto__') heap.solver.edge(value, heap.prototypes(token));
        else heap.solver.edge(value, heap.own(token, name));
      }
    }
    this.#callImplicit(token);
  }

  /** What holds nothing but texts and numbers is one object with all that is in it. */
  #fillData(cell: Cell): void {
    const { heap } = this;
    const token = heap.tokens.make({ kind: 'list' });
    heap.solver.give(heap.items(token), token);
    heap.solver.give(heap.items(token), heap.tokens.plain);
    heap.solver.give(cell, token);
  }

  /** What is put into texts or written as JSON is asked for itself. */
  #callImplicit(token: Token): void {
    const { heap } = this;
    for (const name of this.#implicit) {
      this.calls.link({
        site: heap.propertiesOf(token),
        scope: sharedScope,
        callee: heap.read(token, name),
        of: heap.cellOf(token),
        given: { first: [], more: heap.cellOf(heap.tokens.plain) },
        result: heap.solver.cell(),
        isNew: false,
      });
    }
  }

  #fillMember(node: MemberExpression, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const object = this.value(node.object, scope);
    if (node.computed) this.value(node.property, scope);
    const names = this.#namesOfMember(node, scope);
    heap.solver.listen(object, (token) => {
      if (names === null) heap.solver.edge(heap.readAny(token), cell);
      else for (const name of names) heap.solver.edge(heap.read(token, name), cell);
    });
    if (node.object.type === 'Super') this.#readSuper(node, scope, cell);
  }

  /** Getters of a base class see the object itself. */
  #readSuper(node: MemberExpression, scope: Scope, cell: Cell): void {
    const { heap } = this;
    const of = heap.solver.cell();
    this.#fillThis(node, scope, of);
    const names = this.#namesOfMember(node, scope);
    heap.solver.listen(of, (token) => {
      if (!heap.isOwnObject(token)) return;
      if (names === null) heap.solver.edge(heap.readAny(token), cell);
      else for (const name of names) heap.solver.edge(heap.read(token, name), cell);
    });
  }

  #fillCall(node: CallExpression | NewExpression, scope: Scope, cell: Cell): void {
    const { callee } = node;
    if (node.type === 'CallExpression' && this.#definesByName(node, scope, cell)) return;
    const given = this.#given(node.arguments, scope);
    if (isRequire(callee)) this.#addRequired(node, { given, cell, scope });
    this.#callExpression(node, scope, { callee, given, cell });
  }

  #given(nodes: readonly AnyNode[], scope: Scope): Given {
    const { heap } = this;
    const first: Cell[] = [];
    let more: Cell | null = null;
    for (const each of nodes) {
      if (each.type === 'SpreadElement') {
        more ??= heap.solver.cell();
        this.calls.iterate(this.value(each.argument, scope), more);
      } else if (more === null) first.push(this.value(each, scope));
      else heap.solver.edge(this.value(each, scope), more);
    }
    return { first, more };
  }

  #callExpression(
    node: AnyNode,
    scope: Scope,
    of: { callee: AnyNode; given: Given; cell: Cell },
  ): void {
    const { heap, calls } = this;
    const isNew = node.type === 'NewExpression';
    const call = {
      site: node,
      scope,
      node,
      given: of.given,
      result: of.cell,
      isNew,
    };
    let callee = of.callee;
    while (callee.type === 'ChainExpression' || callee.type === 'ParenthesizedExpression') {
      callee = callee.expression;
    }
    const value = this.value(callee, scope);
    if (callee.type === 'Super') {
      const around = heap.solver.cell();
      this.#fillThis(callee, scope, around);
      this.#callSuper({ ...call, callee: value, of: around }, value, around);
      heap.solver.edge(around, of.cell);
      return;
    }
    if (callee.type !== 'MemberExpression' || isNew) {
      return calls.link({ ...call, callee: value, of: null });
    }
    if (callee.object.type === 'Super') {
      const around = heap.solver.cell();
      this.#fillThis(callee, scope, around);
      return calls.link({ ...call, callee: value, of: around });
    }
    const names = this.#namesOfMember(callee, scope) ?? [null];
    const others = heap.solver.cell();
    const merged = new Map(names.map((name) => [name, heap.solver.cell()]));
    let count = 0;
    const readOf = (token: Token, name: string | null) => {
      return name === null ? heap.readAny(token) : heap.read(token, name);
    };
    const object = this.value(callee.object, scope);
    heap.solver.listen(object, (token) => {
      if (heap.isOwnObject(token)) {
        if (heap.solver.isCovered(object, token)) return;
        count += 1;
      }
      for (const [name, all] of merged) {
        if (!heap.isOwnObject(token)) {
          calls.link({ ...call, name, callee: readOf(token, name), of: heap.cellOf(token) });
          continue;
        }
        if (count <= mostApart) {
          const of = heap.cellOf(token);
          calls.link({ ...call, name, callee: readOf(token, name), of });
        } else {
          heap.solver.give(others, token);
          heap.solver.edge(readOf(token, name), all);
        }
        if (count === mostApart + 1) calls.link({ ...call, name, callee: all, of: others });
      }
    });
  }

  /** `Object.defineProperty(target, key, { get: all[key] })`, as bundlers export, and copies by descriptors. */
  #definesByName(node: CallExpression, scope: Scope, cell: Cell): boolean {
    const [target, key, descriptor] = node.arguments;
    if (!target || !key || !descriptor || key.type !== 'Identifier') return false;
    if (!/^(?:Object|Reflect)\.defineProperty$/.test(builtinOf(node.callee) ?? '')) return false;
    if (key.variable === undefined || this.#namesOfKey(key, scope) !== null) return false;
    if (descriptor.type !== 'ObjectExpression') return false;
    const { heap } = this;
    const found: (() => void)[] = [];
    const into = () => this.value(target, scope);
    for (const property of descriptor.properties) {
      if (property.type !== 'Property' || property.kind !== 'init') return false;
      const name = writtenName(property);
      if (name === undefined) return false;
      if (!/^(?:get|set|value)$/.test(name)) continue;
      const read = name === 'get' ? readBy(property.value, key.variable) : null;
      const direct = property.value.type === 'MemberExpression' ? property.value : null;
      if (read !== null) {
        found.push(() => copyProperties(this.calls, this.value(read.object, scope), into()));
      } else if (direct?.computed === true && variableIs(direct.property, key.variable)) {
        found.push(() => {
          const from = this.value(direct.object, scope);
          if (name === 'value') copyProperties(this.calls, from, into());
          else if (name === 'get') this.#copyGetters(from, into());
          else defineBy(this.calls, { target: into(), descriptor: this.value(descriptor, scope), names: null });
        });
      } else return false;
    }
    if (found.length === 0) return false;
    this.value(key, scope);
    for (const property of descriptor.properties) {
      if (property.type === 'Property') this.value(property.value, scope);
    }
    for (const each of found) each();
    this.value(node.callee, scope);
    heap.solver.edge(into(), cell);
    return true;
  }

  #copyGetters(from: Cell, to: Cell): void {
    const { heap } = this;
    heap.solver.listen(to, (target) => {
      heap.solver.listen(from, (source) => {
        heap.eachOwn(source, (name, accessor) => {
          if (heap.isOwnObject(target)) heap.addAccessor(target, { kind: 'get', name, accessor });
          else heap.leave(accessor);
        });
      });
    });
  }

  #addRequired(
    node: AnyNode,
    at: { given: Given; cell: Cell; scope: Scope },
  ): void {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const [path] = node.arguments;
    if (path === undefined) return;
    for (const exports of this.#filesNamed(node, path)) {
      this.heap.solver.edge(this.heap.own(exports.module, 'exports'), at.cell);
    }
  }

  /** The files that an import may name; all where that is unknown. */
  #filesNamed(node: AnyNode, path: AnyNode): { module: Token; exports: Token }[] {
    const code = this.#codeOf(node);
    const names = this.#index.strings(path);
    if (code === undefined || names === null) {
      return [...this.#codes.keys()].map((each) => this.#exportsOf(each));
    }
    const isUrl = node.type !== 'CallExpression' && node.type !== 'NewExpression';
    return names.flatMap((name) => {
      const { codes } = this.#files.resolve(name, { from: code.path, isUrl });
      return codes.map((each) => this.#exportsOf(each.path));
    });
  }

  #fillImport(path: AnyNode, scope: Scope, cell: Cell): void {
    const { heap } = this;
    this.value(path, scope);
    const value = heap.cellOf(heap.tokens.outside);
    for (const exports of this.#filesNamed(path.parent ?? path, path)) {
      heap.solver.edge(heap.own(exports.module, 'exports'), value);
      heap.solver.give(value, exports.exports);
    }
    heap.solver.give(cell, heap.tokens.make({ kind: 'promise', value }));
  }

  /** Assigns a value to a variable, a pattern or a property. */
  bind(target: AnyNode | Pattern, value: Cell, scope: Scope): void {
    const { heap } = this;
    const { solver } = heap;
    switch (target.type) {
      case 'Identifier': {
        if (target.variable !== undefined && !isOfFile(target.variable)) {
          return solver.edge(value, this.#variable(target.variable, scope));
        }
        const code = this.#codeOf(target);
        if (target.name === 'exports' && code !== undefined) return heap.leave(value);
        return solver.edge(value, heap.globalVariable(target.name));
      }
      case 'ParenthesizedExpression':
        return this.bind(target.expression, value, scope);
      case 'AssignmentPattern': {
        const both = solver.cell();
        solver.edge(value, both);
        solver.edge(this.value(target.right, scope), both);
        return this.bind(target.left, both, scope);
      }
      case 'RestElement':
        return this.bind(target.argument, value, scope);
      case 'MemberExpression': {
        const object = this.value(target.object, scope);
        if (target.computed) this.value(target.property, scope);
        const names = this.#namesOfMember(target, scope);
        solver.listen(object, (token) => {
          if (names === null) heap.writeAny(token, value);
          else for (const name of names) heap.write(token, name, value);
        });
        return;
      }
      case 'ArrayPattern':
        return this.#bindItems(target.elements, value, scope);
      case 'ObjectPattern':
        return this.#bindProperties(target.properties, value, scope);
      default:
    }
  }

  #bindItems(elements: readonly (AnyNode | null)[], value: Cell, scope: Scope): void {
    const { heap } = this;
    const items = heap.solver.cell();
    this.calls.iterate(value, items);
    for (const [nth, element] of elements.entries()) {
      if (element === null) continue;
      if (element.type === 'RestElement') {
        const list = heap.tokens.make({ kind: 'list' });
        heap.solver.edge(items, heap.items(list));
        this.bind(element.argument, heap.cellOf(list), scope);
        continue;
      }
      const item = heap.solver.cell();
      heap.solver.listen(value, (token) => {
        const isList = heap.thing(token).kind === 'list';
        if (isList) heap.solver.edge(heap.read(token, String(nth)), item);
      });
      const others = heap.solver.cell();
      this.calls.iterate(this.#notLists(value), others);
      heap.solver.edge(others, item);
      this.bind(element, item, scope);
    }
  }

  #notLists(value: Cell): Cell {
    const { heap } = this;
    const cell = heap.solver.cell();
    heap.solver.listen(value, (token) => {
      if (heap.thing(token).kind !== 'list') heap.solver.give(cell, token);
    });
    return cell;
  }

  #bindProperties(properties: readonly AnyNode[], value: Cell, scope: Scope): void {
    const { heap } = this;
    for (const property of properties) {
      if (property.type === 'RestElement') {
        const rest = heap.tokens.make({ kind: 'object' });
        copyProperties(this.calls, value, heap.cellOf(rest));
        this.bind(property.argument, heap.cellOf(rest), scope);
        continue;
      }
      if (property.type !== 'Property') continue;
      if (property.computed) this.value(property.key, scope);
      const names = this.#namesOfMember(property, scope);
      const read = heap.solver.cell();
      heap.solver.listen(value, (token) => {
        if (names === null) heap.solver.edge(heap.readAny(token), read);
        else for (const name of names) heap.solver.edge(heap.read(token, name), read);
      });
      this.bind(property.value, read, scope);
    }
  }

  #namesOfMember(
    node: Parameters<typeof writtenName>[0],
    scope: Scope,
  ): readonly string[] | null {
    const written = writtenName(node);
    if (written !== undefined) return [written];
    const key = node.type === 'MemberExpression' ? node.property : node.key;
    return this.#namesOfKey(key, scope);
  }

  /** The names that a key may be, also of a parameter in the scope of one call. */
  #namesOfKey(key: AnyNode, scope: Scope, depth = 0): readonly string[] | null {
    if (key.type === 'MemberExpression' && key.object.type === 'Identifier') {
      const name = writtenName(key);
      const isSymbol = key.object.variable === undefined && key.object.name === 'Symbol';
      if (isSymbol && name !== undefined) return [`@@${name}`];
    }
    const strings = this.#index.strings(key);
    if (strings !== null && strings.length > 0) return strings;
    if (depth > 4 || key.type !== 'Identifier') return null;
    const parameter = parameterOf(key.variable);
    if (parameter === null || key.variable === undefined) return null;
    if (key.variable.references.some((each) => each.isWrite())) return null;
    const of = scopeOf(key.variable, scope);
    const { call, from } = of;
    if (of.of !== parameter.of || from === null) return null;
    if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return null;
    const given = call.arguments.slice(0, parameter.at + 1);
    const argument = given[parameter.at];
    if (argument === undefined || given.some(({ type }) => type === 'SpreadElement')) return null;
    if (this.#usesArguments(parameter.of)) return null;
    return this.#namesOfKey(argument, from, depth + 1);
  }

  #namesOfArgument({ node, scope }: Call, at: number): readonly string[] | null {
    if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return null;
    const given = node.arguments.slice(0, at + 1);
    if (given.some(({ type }) => type === 'SpreadElement')) return null;
    const key = given[at];
    return key === undefined ? null : this.#namesOfKey(key, scope);
  }

  #visit(node: AnyNode, scope: Scope): void {
    const { heap } = this;
    switch (node.type) {
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          if (init) this.bind(id, this.value(init, scope), scope);
        }
        return;
      case 'FunctionDeclaration': {
        const value = this.value(node, scope);
        if (node.id?.variable !== undefined) {
          heap.solver.edge(value, this.#variable(node.id.variable, scope));
        }
        return;
      }
      case 'ClassDeclaration':
        this.value(node, scope);
        return;
      case 'ReturnStatement': {
        const of = functionAround(node);
        if (!node.argument) return;
        const value = this.value(node.argument, scope);
        if (!isFunction(of)) return;
        const body = this.calls.body(of, this.#scopeWithin(of, scope));
        const returned = this.#returns.get(body);
        if (returned !== undefined) heap.solver.edge(value, returned);
        return;
      }
      case 'ThrowStatement':
        heap.leave(this.value(node.argument, scope));
        return;
      case 'CatchClause': {
        if (node.param) {
          // what code throws leaves it, since nobody knows who catches it
          this.bind(node.param, heap.cellOf(heap.tokens.outside), scope);
        }
        this.#visit(node.body, scope);
        return;
      }
      case 'ForOfStatement': {
        const item = heap.solver.cell();
        this.calls.iterate(this.value(node.right, scope), item, { isAsync: node.await });
        this.#bindLoop(node.left, item, scope);
        this.#visit(node.body, scope);
        return;
      }
      case 'ForInStatement':
        this.value(node.right, scope);
        this.#bindLoop(node.left, heap.cellOf(heap.tokens.plain), scope);
        this.#visit(node.body, scope);
        return;
      case 'WithStatement':
        heap.isLost = true;
        this.value(node.object, scope);
        this.#visit(node.body, scope);
        return;
      case 'ImportDeclaration':
        return this.#visitImport(node, scope);
      case 'ExportAllDeclaration': {
        const code = this.#codeOf(node);
        if (code === undefined) return;
        const { exports } = this.#exportsOf(code.path);
        for (const each of this.#filesNamed(node, node.source)) {
          const name = node.exported ? nameOfExport(node.exported) : null;
          if (name !== null) {
            heap.solver.edge(heap.own(each.module, 'exports'), heap.own(exports, name));
            continue;
          }
          heap.solver.listen(heap.own(each.module, 'exports'), (token) => heap.copy(token, exports));
        }
        return;
      }
      case 'ExportDefaultDeclaration':
      case 'ExportNamedDeclaration':
        return this.#visitExport(node, scope);
      default:
        if (isExpression(node)) this.value(node, scope);
        else this.#visitChildren(node, scope);
    }
  }

  #bindLoop(left: AnyNode, item: Cell, scope: Scope): void {
    const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
    if (target) this.bind(target, item, scope);
  }

  #visitChildren(node: AnyNode, scope: Scope): void {
    for (const key of KEYS[node.type] ?? []) {
      const child: unknown = Reflect.get(node, key);
      for (const each of Array.isArray(child) ? child : [child]) {
        if (isNode(each)) this.#visit(each, scope);
      }
    }
  }

  #visitImport(node: AnyNode & { type: 'ImportDeclaration' }, scope: Scope): void {
    const { heap } = this;
    const files = this.#filesNamed(node, node.source);
    for (const specifier of node.specifiers) {
      const { variable } = specifier.local;
      if (variable === undefined) continue;
      const cell = this.#variable(variable, scope);
      for (const { module } of files) {
        heap.solver.listen(heap.own(module, 'exports'), (token) => {
          if (specifier.type === 'ImportNamespaceSpecifier') heap.solver.give(cell, token);
          else {
            const name =
              specifier.type === 'ImportSpecifier' ? nameOfExport(specifier.imported) : 'default';
            heap.solver.edge(heap.read(token, name), cell);
          }
        });
      }
      heap.solver.give(cell, heap.tokens.outside);
    }
  }

  #visitExport(
    node: AnyNode & { type: 'ExportDefaultDeclaration' | 'ExportNamedDeclaration' },
    scope: Scope,
  ): void {
    const { heap } = this;
    const code = this.#codeOf(node);
    if (code === undefined) return;
    const { exports } = this.#exportsOf(code.path);
    if (node.declaration) this.#visit(node.declaration, scope);
    if (node.type === 'ExportDefaultDeclaration') {
      heap.solver.edge(this.value(node.declaration, scope), heap.own(exports, 'default'));
      const { declaration } = node;
      const name = 'id' in declaration ? declaration.id : null;
      if (name && 'variable' in name && name.variable !== undefined) {
        heap.solver.edge(this.#variable(name.variable, scope), heap.own(exports, 'default'));
      }
      return;
    }
    for (const specifier of node.specifiers) {
      const to = heap.own(exports, nameOfExport(specifier.exported));
      if (!node.source) {
        if (specifier.local.type === 'Identifier') {
          heap.solver.edge(this.value(specifier.local, scope), to);
        }
        continue;
      }
      for (const { module } of this.#filesNamed(node, node.source)) {
        heap.solver.listen(heap.own(module, 'exports'), (token) => {
          heap.solver.edge(heap.read(token, nameOfExport(specifier.local)), to);
        });
      }
      heap.solver.give(to, heap.tokens.outside);
    }
    if (!node.declaration) return;
    for (const variable of declaredBy(node.declaration)) {
      heap.solver.edge(this.#variable(variable, scope), heap.own(exports, variable.name));
    }
  }
}

/** True where an argument may be `undefined`, so that a function has the global object as `this`. */
function mayBeMissing({ node }: Call, at: number): boolean {
  if (node?.type !== 'CallExpression') return true;
  const argument = node.arguments[at];
  return !/^(?:This|Object|Array|New|Function|ArrowFunction|Class)Expression$/.test(
    argument?.type ?? '',
  );
}

function declaredBy(declaration: AnyNode): Variable[] {
  const found: Variable[] = [];
  const waiting: (AnyNode | null | undefined)[] =
    declaration.type === 'VariableDeclaration'
      ? declaration.declarations.map(({ id }) => id)
      : 'id' in declaration
        ? [isNode(declaration.id) ? declaration.id : null]
        : [];
  for (let at = waiting.pop(); waiting.length > 0 || at; at = waiting.pop()) {
    if (!at) continue;
    if (at.type === 'Identifier') {
      if (at.variable !== undefined) found.push(at.variable);
    } else if (at.type === 'ObjectPattern') {
      waiting.push(...at.properties.map((each) => (each.type === 'Property' ? each.value : each)));
    } else if (at.type === 'ArrayPattern') waiting.push(...at.elements);
    else if (at.type === 'AssignmentPattern') waiting.push(at.left);
    else if (at.type === 'RestElement') waiting.push(at.argument);
  }
  return found;
}

function nameOfExport(node: AnyNode): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}

/** Most values that are looked at to find out whether there is nothing but texts and numbers. */
const mostData = 100_000;

/** True for an object or array that is written out and holds nothing but texts and numbers, at any depth. */
function isData(node: AnyNode): boolean {
  const waiting: AnyNode[] = [node];
  for (let nth = 0; nth < waiting.length; nth += 1) {
    const at = waiting[nth];
    if (at === undefined || nth > mostData) return false;
    switch (at.type) {
      case 'Literal':
        break;
      case 'UnaryExpression':
        waiting.push(at.argument);
        break;
      case 'ArrayExpression':
        for (const each of at.elements) if (each !== null) waiting.push(each);
        break;
      case 'ObjectExpression':
        for (const each of at.properties) {
          if (each.type !== 'Property' || each.kind !== 'init' || each.computed) return false;
          if (writtenName(each) === '__proto__') return false;
          waiting.push(each.value);
        }
        break;
      default:
        return false;
    }
  }
  return true;
}

/** The function, field or static block around an expression. */
function functionAround(
  node: AnyNode,
  how: { skipsArrows: boolean } = { skipsArrows: false },
): AnyNode | undefined {
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (isFunction(parent)) {
      if (!how.skipsArrows || parent.type !== 'ArrowFunctionExpression') return parent;
    }
    if (!how.skipsArrows) continue;
    if (parent.type === 'StaticBlock') return parent;
    if (parent.type === 'PropertyDefinition' && parent.value === at) return parent;
  }
  return undefined;
}

function isInside(node: AnyNode, around: AnyNode): boolean {
  return node.start >= around.start && node.end <= around.end;
}

function isArrowOfValue(node: FunctionNode): node is ArrowFunctionExpression {
  return node.body.type !== 'BlockStatement';
}

/** True for a name of the wrapper that Node puts around files of CommonJS. */
function isOfFile(variable: Variable): boolean {
  return variable.defs.length === 0 && treeNode(variable.scope.block)?.type === 'Program';
}

/** The variables of a class's name, which are two. */
function innerAndOuter(node: Class): Variable[] {
  const found = new Set<Variable>();
  const own = node.id?.variable;
  if (own !== undefined) found.add(own);
  for (let scope = own?.scope; scope; scope = scope.upper ?? undefined) {
    const outer = scope.set.get(node.id?.name ?? '');
    if (outer?.defs.some((def) => treeNode(def.node) === node)) found.add(outer);
    if (scope !== own?.scope) break;
  }
  return [...found];
}

function isRequire(callee: AnyNode): boolean {
  if (callee.type === 'Identifier') return /require/i.test(callee.name);
  return callee.type === 'MemberExpression' && writtenName(callee) === 'require';
}

function isSameKey(left: MemberExpression, right: MemberExpression): boolean {
  if (!left.computed || !right.computed) return false;
  if (left.property.type !== 'Identifier' || right.property.type !== 'Identifier') return false;
  const { variable } = left.property;
  return variable !== undefined && variable === right.property.variable;
}

function variableIs(node: AnyNode, variable: Variable): boolean {
  return node.type === 'Identifier' && node.variable === variable;
}

/** The read that a getter does, `() => from[key]`, of a key that keeps its value. */
function readBy(getter: AnyNode, key: Variable): MemberExpression | null {
  if (!isFunction(getter) || getter.params.length > 0) return null;
  const [only, ...others] = getter.body.type === 'BlockStatement' ? getter.body.body : [];
  const read = only?.type === 'ReturnStatement' && others.length === 0 ? only.argument : getter.body;
  if (read?.type !== 'MemberExpression' || !read.computed) return null;
  if (!variableIs(read.property, key)) return null;
  const isKept = key.defs.every((def) => {
    if (def.type === 'Parameter') return true;
    return def.type === 'Variable' && def.parent?.kind !== 'var';
  });
  const writes = key.references.filter((each) => each.isWrite());
  const isOnce = writes.every(({ identifier }) => {
    const { parent } = treeIdentifier(identifier);
    return parent?.type === 'VariableDeclarator';
  });
  return isKept && isOnce ? read : null;
}

function isExpression({ type }: AnyNode): boolean {
  return /Expression$|^(?:Identifier|Literal|TemplateLiteral|Super|MetaProperty|ClassDeclaration|FunctionDeclaration)$/.test(
    type,
  ) && type !== 'ChainExpression'
    ? true
    : type === 'ChainExpression';
}
