/** @typedef {{ target: string, line: number }} Link Its line counts from 1. */

/** `[text](target "title")`, `![alt](<target>)`, and definitions such as `[text]: target`. */
const inline = /!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*(?:<([^>\n]+)>|([^\s)]+(?:\([^\s)]*\))?))/g;
const definition = /^ {0,3}\[[^\]]+\]:\s*(?:<([^>\n]+)>|(\S+))/g;
const autolink = /<(https?:\/\/[^>\s]+)>/g;

/**
 * Finds the links of a Markdown text, with the line that each is on. What stands in code is none.
 *
 * @param {string} markdown
 * @returns {Link[]}
 */
export function findLinks(markdown) {
  return withoutCode(markdown.split(/\r?\n/)).flatMap((text, at) =>
    [inline, definition, autolink].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        target: match[1] ?? match[2],
        line: at + 1,
      })),
    ),
  );
}

/**
 * Blanks fenced blocks and code spans, so that the numbers of the lines stay as they are.
 *
 * @param {string[]} lines
 */
function withoutCode(lines) {
  /** @type {string | null} */
  let fence = null;
  return lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== null) {
      if (mark?.[1].startsWith(fence) && mark[2].trim() === '') fence = null;
      return '';
    }
    if (mark !== null) {
      fence = mark[1];
      return '';
    }
    return line.replaceAll(/(`+)(?!`).+?(?<!`)\1(?!`)/g, '');
  });
}
