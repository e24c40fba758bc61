import { judgeAddress, type Loads, worst } from './address.ts';
import { expand, hasForeignMark } from './marks.ts';

/** What a text of CSS loads: pictures, fonts and other sheets. Source: https://www.w3.org/TR/css-syntax-3/ */
export function judgeStyle(written: string): Loads {
  const texts = expand(written) ?? [written];
  return worst(texts.map(judgeOne));
}

function judgeOne(written: string): Loads {
  const text = written
    .replace(/\/\*[^]*?(?:\*\/|$)/g, '')
    .replace(/\\(?:([0-9a-f]{1,6})\s?|(\n)|(.))/gi, (_, code, line, other) => {
      if (line !== undefined) return '';
      return code === undefined
        ? other
        : String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
    });
  const addresses = [...text.matchAll(/(?:url|src)\(\s*(?:"([^"]*)|'([^']*)|([^)]*))/gi)];
  const named = [...text.matchAll(/(?:@import\s*|image-set\([^;{}]*?)["']([^"']*)/gi)];
  const isOpen = hasForeignMark(text) ? 'unknown' : 'nothing';
  return worst([
    isOpen,
    ...[...addresses, ...named].map(([, ...found]) => {
      return judgeAddress(found.find((each) => each !== undefined) ?? '');
    }),
    // several in one: image-set("a" 1x, "b" 2x)
    ...[...text.matchAll(/image-set\([^;{}]*/gi)].flatMap(([set]) =>
      [...set.matchAll(/["']([^"']*)["']/g)].map(([, address = '']) => judgeAddress(address)),
    ),
  ]);
}

/** True for a text that has an address as CSS writes them. */
export function hasStyleAddress(text: string): boolean {
  return /url\(|image-set\(|@import/i.test(text.replace(/\\[0-9a-f]{1,6}\s?/gi, 'u'));
}
