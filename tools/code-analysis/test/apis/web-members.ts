import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { pageApis } from '@orchestra/core';
import { isUnjudged } from './judged.ts';

/** Interfaces whose members code reaches by a global of that name. */
const reachedBy: Readonly<Record<string, string>> = {
  Window: '',
  WindowOrWorkerGlobalScope: '',
  WindowLocalStorage: '',
  WindowSessionStorage: '',
  AnimationFrameProvider: '',
  Navigator: 'navigator.',
  Document: 'document.',
  Location: 'location.',
  History: 'history.',
  Navigation: 'navigation.',
};

/** Other interfaces that are read: those of what stands in a page. */
const ofPages = /^(?:(?:HTML|SVG|MathML)?\w*Element|Node|Attr|Range|CSSStyleSheet|ShadowRoot)$/;

/** Handlers of events, and constants. */
const isPlain = (name: string) => /^on[a-z]+$|^[A-Z][A-Z_\d]+$/.test(name);

/**
 * What TypeScript declares of the web and no table has a verdict on: names of globals, and of members by the
 * interface that declares them.
 */
export function listUnjudgedOfWeb(): Map<string, string[]> {
  const path = new URL('lib.dom.d.ts', import.meta.resolve('typescript'));
  const source = ts.createSourceFile('dom', readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const interfaces = new Map<string, ts.InterfaceDeclaration[]>();
  const globals: string[] = [];
  for (const each of source.statements) {
    if (ts.isInterfaceDeclaration(each)) {
      const { text } = each.name;
      interfaces.set(text, [...(interfaces.get(text) ?? []), each]);
    } else if (ts.isVariableStatement(each)) {
      globals.push(...each.declarationList.declarations.map(({ name }) => name.getText(source)));
    } else if (ts.isFunctionDeclaration(each) && each.name) globals.push(each.name.text);
  }
  const found = new Map([['globals', unjudged('global', globals, '')]]);
  for (const name of withBases(interfaces)) {
    const members = (interfaces.get(name) ?? []).flatMap((each) => namesOf(each, source));
    found.set(name, unjudged('global', members, beginOf(name)));
  }
  return found;
}

/** What stands before a member of an interface in code; undefined where that can be any object. */
function beginOf(name: string): string | undefined {
  return reachedBy[name] ?? (name.startsWith('Navigator') ? reachedBy['Navigator'] : undefined);
}

/** The interfaces that are read, with those that they extend. */
function withBases(interfaces: ReadonlyMap<string, ts.InterfaceDeclaration[]>): Set<string> {
  const isRead = (name: string) => name in reachedBy || ofPages.test(name);
  const found = new Set([...interfaces.keys()].filter(isRead));
  for (const name of found) {
    for (const each of interfaces.get(name) ?? []) {
      for (const { types } of each.heritageClauses ?? []) {
        for (const { expression } of types) {
          if (ts.isIdentifier(expression)) found.add(expression.text);
        }
      }
    }
  }
  return found;
}

function namesOf({ members }: ts.InterfaceDeclaration, source: ts.SourceFile): string[] {
  return members.flatMap(({ name }) => (name ? [name.getText(source)] : []));
}

/** @param before what stands before a member in code; undefined where that can be any object */
function unjudged(module: string, names: readonly string[], before: string | undefined): string[] {
  return [...new Set(names)]
    .filter((name) => !isPlain(name) && !taken.has(name) && /^\w+$/.test(name))
    .filter((name) => before === undefined || isUnjudged(module, before + name))
    .toSorted();
}

const taken = new Set(pageApis.judgements.flatMap(({ names }) => names));
