import { expand, marks } from './marks.ts';

/** What showing something loads: nothing from a server, something that can't be told, or from a server for sure. */
export type Loads = 'nothing' | 'unknown' | 'remote';

/** The worse of what parts load. */
export function worst(parts: Iterable<Loads>): Loads {
  let found: Loads = 'nothing';
  for (const part of parts) {
    if (part === 'remote') return part;
    if (part === 'unknown') found = part;
  }
  return found;
}

/** Schemes of addresses that lead to no server. */
const localSchemes =
  /^(?:about|blob|command|data|javascript|mailto|tel|vscode(?:-[\w-]+)?|orchestra(?:-[\w-]+)?|raycast(?:-[\w-]+)?|file|untitled):/i;

/** Hosts at which VS Code gives a page files of its extension. */
const ownHosts =
  /^https:\/\/(?:[\w*.+-]+\.)?vscode-(?:cdn|resource|webview)\.(?:net|test)(?:[/:]|$)/i;

/** The text as a browser reads it, which drops white space inside of an address as well. */
function trimmed(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, '');
}

/** What loading an address means. Source: https://url.spec.whatwg.org/#url-parsing */
export function judgeAddress(written: string): Loads {
  const texts = expand(written);
  return texts === null ? 'unknown' : worst(texts.map((text) => judgeOne(trimmed(text))));
}

function judgeOne(text: string): Loads {
  if (text === '' || text.startsWith(marks.own)) return 'nothing';
  const at = text.search(/[\uFDD0-\uFDD5]/);
  const known = at === -1 ? text : text.slice(0, at);
  if (localSchemes.test(known) || ownHosts.test(text)) return 'nothing';
  // of every other scheme, and of another host by the same one
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(known)) return 'remote';
  if (at === -1 || text[at] === marks.own) return 'nothing';
  return /^(?:[\\/]|h|ht|htt|https?|ws?|ws?s|ft?|ftp)?$/i.test(known) ? 'unknown' : 'nothing';
}

/** True for a text that is an address on a server. */
export function isRemoteText(text: string): boolean {
  const [start = ''] = expand(text) ?? [];
  return (
    /^(?:https?|wss?|ftp):|^[\\/]{2}[\w-]/i.test(trimmed(start)) && judgeAddress(text) === 'remote'
  );
}
