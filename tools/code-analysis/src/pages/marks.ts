/**
 * Characters that stand in a text for a part that isn't constant. They are noncharacters of Unicode, which no
 * honest text holds.
 */
export const marks = {
  /** A number, an address of the package, or letters and digits. */
  own: '\uFDD0',
  /** Letters, digits, `+`, `/` and `=`, as of Base64. */
  word: '\uFDD1',
  /** A text without `<`. */
  escaped: '\uFDD2',
  /** JSON, which is harmless in a script alone. */
  json: '\uFDD3',
  /** A text from outside of the code: an argument, an answer, what a person typed. */
  given: '\uFDD4',
  /** A text that code computes in a way that can't be read. */
  made: '\uFDD5',
} as const;

/** Marks of texts that may hold anything. */
export const unknownMarks = /[\uFDD3-\uFDD5]/;

/** Any mark but that of what is the package's own. */
const notOwn = /[\uFDD1-\uFDD5]/;

// white space, so that alternatives between tags stay what they are to a parser
const open = '\f \f';
const or = '\f\t\f';
const close = '\f\n\f';

/** Constant text without characters that stand for something here. */
export function plainText(text: string): string {
  return text.replace(/[\uFDD0-\uFDD5]/g, '?').replaceAll('\f', ' ');
}

/** Most alternatives that are kept apart. */
const mostAlternatives = 200;

/** One text that stands for several. */
export function oneOf(texts: readonly string[]): string {
  const all = withoutPlain([...new Set([...new Set(texts)].flatMap(alternativesOf))]);
  const [first, ...others] = all;
  if (first === undefined) return marks.made;
  if (others.length === 0) return first;
  if (all.length > mostAlternatives) {
    const rest = all.slice(mostAlternatives).every(isPlain) ? marks.given : marks.made;
    return `${open}${[...all.slice(0, mostAlternatives), rest].join(or)}${close}`;
  }
  return `${open}${all.join(or)}${close}`;
}

/** What comes from outside may be any plain text already. */
function withoutPlain(texts: readonly string[]): readonly string[] {
  if (!texts.includes(marks.given) && !texts.includes(marks.made)) return texts;
  return texts.filter((text) => !isPlain(text) || text === marks.given);
}

/** True for a text without a character that addresses, tags and pictures need. */
export function isPlain(text: string): boolean {
  return !/[<>!:/\\()[\]\uFDD5]/.test(text);
}

/** The alternatives of a text that is nothing but several; else the text. */
function alternativesOf(text: string): readonly string[] {
  if (!text.startsWith(open)) return [text];
  const known = alternatives.get(text);
  if (known !== undefined) return known;
  const isWhole = endOf(text, 0) + close.length === text.length;
  const found = isWhole ? split(text.slice(open.length, -close.length)) : [text];
  if (alternatives.size > mostKept) alternatives.clear();
  alternatives.set(text, found);
  return found;
}

/** Alternatives of the last texts: what is read from everywhere is split again and again. */
const alternatives = new Map<string, readonly string[]>();
const mostKept = 200;

/** True where all of a text is known. */
export function isConstant(text: string): boolean {
  return !/[\uFDD0-\uFDD5\f]/.test(text);
}

/** True for a text with a part that isn't the package's own. */
export function hasForeignMark(text: string): boolean {
  return notOwn.test(text);
}

/** How many alternatives a place in a text is inside of. */
export function depthAt(text: string, at: number): number {
  const before = text.slice(0, at);
  return before.split(open).length - before.split(close).length;
}

const mostTexts = 64;

/** All texts that a text with alternatives stands for; null where there are too many. */
export function expand(text: string): string[] | null {
  if (!text.includes('\f')) return [text];
  let done: string[] = [''];
  let rest = text;
  while (rest !== '') {
    const start = rest.indexOf(open);
    if (start === -1) return combine(done, [rest.replaceAll('\f', ' ')]);
    const end = endOf(rest, start);
    const made = combine(done, [rest.slice(0, start)]);
    const each = split(rest.slice(start + open.length, end)).map(expand);
    if (made === null || each.includes(null)) return null;
    const next = combine(
      made,
      each.flatMap((texts) => texts ?? []),
    );
    if (next === null) return null;
    done = next;
    rest = rest.slice(end + close.length);
  }
  return done;
}

function combine(left: readonly string[], right: readonly string[]): string[] | null {
  if (left.length * right.length > mostTexts) return null;
  return left.flatMap((begin) => right.map((end) => begin + end));
}

/** Where the alternatives that begin at a place end. */
function endOf(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at !== -1; at = text.indexOf('\f', at + open.length)) {
    if (text.startsWith(open, at)) depth += 1;
    else if (text.startsWith(close, at)) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The alternatives of one level. */
function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = text.indexOf('\f'); at !== -1; at = text.indexOf('\f', at + open.length)) {
    if (text.startsWith(open, at)) depth += 1;
    else if (text.startsWith(close, at)) depth -= 1;
    else if (depth === 0) {
      parts.push(text.slice(from, at));
      from = at + or.length;
    }
  }
  return [...parts, text.slice(from)];
}
