import { judgeAddress, type Loads, worst } from './address.ts';
import { expand, marks } from './marks.ts';
import { judgeMarkup } from './markup.ts';

/**
 * What a text of Markdown loads: pictures. What comes from outside counts as text; a part that code makes in a
 * way that can't be read may be a picture as well. Links are opened by people.
 */
export function judgeMarkdown(written: string): Loads {
  // a part from outside is as harmless as text of the package
  const text = written.replace(/[\uFDD1-\uFDD4]/g, marks.own);
  const whole = expand(text);
  // of too many alternatives, one that ends in what makes a picture of the link behind it
  if (whole === null && /!\f/.test(text)) return 'unknown';
  // a part that isn't known may be empty
  const found = (whole ?? [text]).flatMap((each) => [each, each.replaceAll(marks.own, '')]);
  return worst(found.map(judgeOne));
}

function judgeOne(text: string): Loads {
  const isMade = text.includes(marks.made) ? 'unknown' : 'nothing';
  const decoded = text
    .replace(/\\([!-/:-@[-`{-~])/g, ' $1')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));|&(colon|sol);/gi, (_, hex, decimal, name) => {
      if (name !== undefined) return name.toLowerCase() === 'sol' ? '/' : ':';
      return String.fromCodePoint(Math.min(parseInt(hex ?? decimal, hex ? 16 : 10), 0x10ffff));
    });
  const pictures = [...decoded.matchAll(/!\[[^]*?\]\(\s*<?([^\s)>]*)/g)].map(([, to = '']) => to);
  // ![name] and [name]: address
  const isReferred = /!\[[^]*?\](?!\()/.test(decoded);
  const referred = isReferred
    ? [...decoded.matchAll(/^[ >*+-]{0,8}\[[^\]]+\]:\s*<?(\S+)/gm)].map(([, to = '']) => to)
    : [];
  const addresses = [...pictures, ...referred].map((to) => judgeAddress(to));
  const tags = /<[a-z!/?\uFDD0-\uFDD5]/i.test(decoded) ? judgeMarkup(decoded).loads : 'nothing';
  return worst([isMade, ...addresses, tags]);
}
