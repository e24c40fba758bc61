import type { SnippetTransform, TransformPart } from './snippet-parts.ts';

/**
 * Parses a transform from behind its first `/`: an expression, what is inserted for it, and flags, up to `}`.
 *
 * @returns null where it has no end, or its expression is none of JavaScript
 */
export function parseTransform(
  body: string,
  begun: number,
): { transform: SnippetTransform; end: number } | null {
  const pattern = readUntilSlash(body, begun);
  if (pattern === null) return null;
  const format = parseFormat(body, pattern.end);
  if (format === null) return null;
  const [closing, flags = ''] = /^([a-z]*)\}/i.exec(body.slice(format.end, format.end + 20)) ?? [];
  if (closing === undefined) return null;
  try {
    const transform = { pattern: new RegExp(pattern.text, flags), format: format.parts };
    return { transform, end: format.end + closing.length };
  } catch {
    return null;
  }
}

/** A `\/` is a slash of the expression; all other escapes are its own. */
function readUntilSlash(body: string, from: number): { text: string; end: number } | null {
  let text = '';
  for (let at = from; at < body.length; at += 1) {
    const char = body[at] ?? '';
    if (char === '/') return { text, end: at + 1 };
    if (char === '\\') {
      at += 1;
      text += body[at] === '/' ? '/' : `\\${body[at] ?? ''}`;
    } else text += char;
  }
  return null;
}

const group =
  /^\$(?:(\d+)|\{(\d+)(?::(?:\/(\w+)|\+((?:[^\\}]|\\.)*)|\?((?:[^\\:}]|\\.)*):((?:[^\\}]|\\.)*)|-?((?:[^\\}]|\\.)*)))?\})/s;

function parseFormat(body: string, from: number): { parts: TransformPart[]; end: number } | null {
  const parts: TransformPart[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (let at = from; at < body.length; at += 1) {
    const char = body[at] ?? '';
    if (char === '/') {
      flush();
      return { parts, end: at + 1 };
    }
    const found = char === '$' ? group.exec(body.slice(at)) : null;
    if (found !== null) {
      flush();
      parts.push(readGroup(found));
      at += found[0].length - 1;
    } else if (char === '\\' && /[\\$}/]/.test(body[at + 1] ?? '')) {
      at += 1;
      text += body[at];
    } else text += char;
  }
  return null;
}

function readGroup(found: RegExpExecArray): TransformPart {
  const [, short, long, change, ifPresent, either, or, otherwise] = found;
  const plain = (text: string | undefined) => text?.replaceAll(/\\([\\$}:])/g, '$1') ?? null;
  return {
    kind: 'group',
    number: Number(short ?? long),
    change: change ?? null,
    present: plain(ifPresent ?? either),
    absent: plain(or ?? otherwise),
  };
}
