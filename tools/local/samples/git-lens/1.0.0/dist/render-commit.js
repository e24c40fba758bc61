/** @import { GitChange } from '@orchestra/api' */

/** More lines than anybody reads would make the page slow. */
const maxLines = 2000;

/**
 * A commit as a page: its message, who made it, and what it changed in a file.
 *
 * @param {GitChange} change
 * @param {{ path: string }} file
 */
export function renderCommit({ hash, author, date, message, diff }, { path }) {
  const [subject, ...body] = message.split('\n');
  const rest = body.join('\n').trim();
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${escapeHtml(subject)}</title>
  <style>${style}</style>
  <h1>${escapeHtml(subject)}</h1>
  <p class="by">${escapeHtml(author)} · ${escapeHtml(date)} · <code>${escapeHtml(hash)}</code></p>
  ${rest === '' ? '' : `<pre class="message">${escapeHtml(rest)}</pre>`}
  <h2>In ${escapeHtml(path)}</h2>
  ${renderDiff(diff)}
</html>`;
}

/** @param {string} diff */
function renderDiff(diff) {
  const start = diff.search(/^@@ /m);
  if (start === -1) return '<p>It changed no line of this file.</p>';
  const lines = diff.slice(start).trimEnd().split('\n');
  const left = lines.length - maxLines;
  const more = left > 0 ? `<p>${left} more lines are not shown.</p>` : '';
  return `<pre class="diff">${lines.slice(0, maxLines).map(renderLine).join('\n')}</pre>${more}`;
}

/** @type {Record<string, string>} */
const tags = { '+': 'ins', '-': 'del', '@': 'b' };

/** @param {string} line */
function renderLine(line) {
  const tag = tags[line.charAt(0)];
  const text = escapeHtml(line);
  return tag === undefined ? text : `<${tag}>${text}</${tag}>`;
}

/** @param {string} text */
function escapeHtml(text) {
  /** @type {Record<string, string>} */
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]);
}

const style = `
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark; }
  h1 { font-size: 1.4rem; margin: 0; }
  h2 { font-size: 1rem; margin: 2rem 0 0.5rem; }
  .by { opacity: 0.75; }
  pre { font: 13px/1.5 ui-monospace, monospace; }
  .message { white-space: pre-wrap; }
  .diff { overflow-x: auto; }
  .diff ins { background: #2da44e33; text-decoration: none; }
  .diff del { background: #cf222e33; text-decoration: none; }
  .diff b { opacity: 0.6; font-weight: normal; }
`;
