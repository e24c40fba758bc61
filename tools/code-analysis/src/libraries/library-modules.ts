import { type AnyNode, Parser, type Token, tokTypes } from 'acorn';
import { createHash } from 'node:crypto';
import { nodesBelow } from '../syntax/inside-function.ts';

/** A module of a library in a bundle of esbuild: `var require_main = __commonJS({ "…/main.js"(exports) {…} })`. */
export interface LibraryModule {
  /** The variable that loads it. */
  name: string;
  /** Where it is in its package, with the name of that: `vscode-jsonrpc/lib/node/main.js`. */
  path: string;
  /** The property that holds it, in the text. */
  start: number;
  end: number;
  /** Of its code, as no bundle changes it: names of variables count without the numbers that bundlers add. */
  digest: string;
  /** Variables of the same kind that its code names. */
  loads: string[];
}

/** Packages whose modules are looked for. */
const library = /^vscode-(?:languageclient|languageserver|languageserver-protocol|jsonrpc)\//;

/** Finds the modules of libraries in a text, by the paths that bundlers write; empty where it can't be parsed. */
export function findLibraryModules(text: string): LibraryModule[] {
  if (!/vscode-(?:languageclient|languageserver|jsonrpc)\b[\w/-]*\/lib\//.test(text)) return [];
  const tokens: Token[] = [];
  const wrapped = wrappersIn(text, tokens);
  const paths = new Map(wrapped.map(({ name, path }) => [name, path] as const));
  return wrapped
    .filter(({ path }) => library.test(path))
    .map(({ node, ...each }) => {
      const shortened = new Set(shortNamesIn(node));
      return { ...each, ...describe(tokens, { ...each, paths, shortened }) };
    });
}

type Wrapper = Pick<LibraryModule, 'name' | 'path' | 'start' | 'end'> & { node: AnyNode };

/** Where properties begin that are written as their variable: one with another name is written behind it. */
function shortNamesIn(node: AnyNode): number[] {
  const own = node.type === 'Property' && node.shorthand ? [node.start] : [];
  return [...own, ...nodesBelow(node).flatMap(shortNamesIn)];
}

function wrappersIn(text: string, tokens: Token[]): Wrapper[] {
  try {
    const options = { ecmaVersion: 'latest', allowHashBang: true, onToken: tokens } as const;
    const isModule = /^(?:import|export)\b/m.test(text);
    const { body } = Parser.parse(text, {
      ...options,
      sourceType: isModule ? 'module' : 'script',
      allowReturnOutsideFunction: !isModule,
    });
    return body.flatMap((node) => (node.type === 'VariableDeclaration' ? wrapperOf(node) : []));
  } catch {
    return []; // whoever parses it next tells why
  }
}

function wrapperOf({ declarations }: AnyNode & { type: 'VariableDeclaration' }): Wrapper[] {
  return declarations.flatMap(({ id, init }) => {
    if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return [];
    const [given] = init.arguments;
    if (init.callee.type !== 'Identifier' || given?.type !== 'ObjectExpression') return [];
    const [module] = given.properties;
    if (given.properties.length !== 1 || module?.type !== 'Property' || !module.method) return [];
    const key = module.key.type === 'Literal' ? String(module.key.value) : '';
    const path = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [{ name: id.name, path, start: module.start, end: module.end, node: module }];
  });
}

/** The digest of what is written between two places, and what it loads. */
function describe(
  tokens: readonly Token[],
  {
    start,
    end,
    path,
    paths,
    shortened,
  }: Omit<Wrapper, 'node'> & {
    paths: ReadonlyMap<string, string>;
    shortened: ReadonlySet<number>;
  },
): Pick<LibraryModule, 'digest' | 'loads'> {
  const hash = createHash('sha256').update(`${path}\0`);
  const loads = new Set<string>();
  let before: Token | undefined;
  // the first is its key, which begins with the folder of the bundle
  for (const token of tokens.slice(indexFrom(tokens, start) + 1)) {
    if (token.start >= end) break;
    const isMember = before?.type === tokTypes.dot || before?.type === tokTypes.questionDot;
    const name = token.type === tokTypes.name && !isMember ? String(valueOf(token)) : undefined;
    const loaded = name === undefined ? undefined : paths.get(name);
    if (name !== undefined && loaded !== undefined) loads.add(name);
    const written = name === undefined ? String(valueOf(token)) : (loaded ?? withoutNumber(name));
    const said = `${token.type.label}\0${written}\0`;
    hash.update(shortened.has(token.start) ? `${said}:\0\0${said}` : said);
    before = token;
  }
  return { digest: hash.digest('hex').slice(0, 32), loads: [...loads] };
}

function valueOf(token: Token): unknown {
  const value: unknown = Reflect.get(token, 'value'); // the types of the parser leave it out
  if (typeof value !== 'object' || value === null) return value ?? '';
  return 'pattern' in value ? JSON.stringify(value) : value;
}

function withoutNumber(name: string): string {
  return name.replace(/\d+$/, '');
}

/** The first token that begins at a place, or after it. */
function indexFrom(tokens: readonly Token[], start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
