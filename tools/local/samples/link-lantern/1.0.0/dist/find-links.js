/** @typedef {{ target: string, line: number }} Link Its line counts from 1. */

/** `[text](target "title")`, `![alt](<target>)`, and definitions such as `[text]: target`. */
const inline = /!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*(?:<([^>\n]+)>|([^\s)]+(?:\([^\s)]*\))?))/g;
const definition = /^ {0,3}\[[^\]]+\]:\s*(?:<([^>\n]+)>|(\S+))/g;
const autolink = /<(https?:\/\/[^>\s]+)>/g;

/**
 * Finds the links of a Markdown text, with the line that each is on.
 *
 * @param {string} markdown
 * @returns {Link[]}
 */
export function findLinks(markdown) {
  return markdown.split(/\r?\n/).flatMap((text, at) =>
    [inline, definition, autolink].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        target: match[1] ?? match[2],
        line: at + 1,
      })),
    ),
  );
}
