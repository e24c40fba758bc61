import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import type { ColouredToken } from './look.ts';
import type { ThemeColours } from './read-colours.ts';

/** What a text is coloured with. */
export interface Colouring {
  colours: ThemeColours;
  /** Null where no grammar knows the text. */
  scopeName: string | null;
  /** Gives a grammar by its scope; null for one that isn't there. */
  grammarOf(scopeName: string): IRawGrammar | null;
  /** Scopes of grammars that add to another one. */
  injectionsTo(scopeName: string): string[];
  /** Told of each line, from 1, before it is coloured: a grammar may need very long for one. */
  onLine(line: number): void;
}

/** Colours lines of a text. Oniguruma has to be loaded before. */
export async function colourText(text: string, by: Colouring): Promise<ColouredToken[][]> {
  const lines = text.replace(/\n$/, '').split(/\r?\n/);
  const { foreground, background, rules } = by.colours;
  const plain = (line: string): ColouredToken[] =>
    line === '' ? [] : [{ text: line, scopes: [], foreground, styles: [] }];
  if (by.scopeName === null) return lines.map(plain);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => oniguruma.createOnigScanner(sources),
      createOnigString: (string) => oniguruma.createOnigString(string),
    }),
    theme: { settings: [{ settings: { foreground, background } }, ...rules] },
    loadGrammar: (scopeName) => Promise.resolve(by.grammarOf(scopeName)),
    getInjections: (scopeName) => by.injectionsTo(scopeName),
  });
  const grammar = await registry.loadGrammar(by.scopeName);
  if (grammar === null) return lines.map(plain);
  return colourLines(grammar, { lines, palette: registry.getColorMap(), ...by });
}

function colourLines(
  grammar: IGrammar,
  by: Colouring & { lines: readonly string[]; palette: readonly string[] },
): ColouredToken[][] {
  let scopeState = textmate.INITIAL;
  let colourState = textmate.INITIAL;
  return by.lines.map((line, nth) => {
    by.onLine(nth + 1);
    const scoped = grammar.tokenizeLine(line, scopeState);
    const coloured = grammar.tokenizeLine2(line, colourState);
    scopeState = scoped.ruleStack;
    colourState = coloured.ruleStack;
    return scoped.tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const text = line.slice(startIndex, endIndex);
      if (text === '') return [];
      const metadata = metadataAt(coloured.tokens, startIndex);
      return [{ text, scopes, ...readMetadata(metadata, by) }];
    });
  });
}

/** @param tokens pairs of the offset at which a token begins, and its metadata */
function metadataAt(tokens: Uint32Array, offset: number): number {
  let found = 0;
  for (let at = 0; at < tokens.length && (tokens[at] ?? 0) <= offset; at += 2) {
    found = tokens[at + 1] ?? 0;
  }
  return found;
}

/** Bits of the metadata. Source: `encodedTokenAttributes.ts` of https://github.com/microsoft/vscode-textmate */
const bits = { fontStyle: [11, 0xf], foreground: [15, 0x1ff], background: [24, 0xff] } as const;
const fontStyles = [
  [1, 'italic'],
  [2, 'bold'],
  [4, 'underline'],
  [8, 'strikethrough'],
] as const;

function readMetadata(
  metadata: number,
  by: { palette: readonly string[]; colours: ThemeColours },
): Omit<ColouredToken, 'text' | 'scopes'> {
  const read = ([shift, mask]: readonly [number, number]) => (metadata >>> shift) & mask;
  const style = read(bits.fontStyle);
  const background = by.palette[read(bits.background)];
  const isOwn = background !== undefined && !isSame(background, by.colours.background);
  return {
    foreground: by.palette[read(bits.foreground)]?.toLowerCase() ?? by.colours.foreground,
    ...(isOwn && { background: background.toLowerCase() }),
    styles: fontStyles.flatMap(([bit, name]) => ((style & bit) === 0 ? [] : [name])),
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
