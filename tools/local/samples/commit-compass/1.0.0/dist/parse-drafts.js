/**
 * Reads messages from an answer, and forgives a model that numbers or fences them all the same.
 *
 * @param {string} answer
 */
export function parseDrafts(answer) {
  const drafts = answer
    .replaceAll(/^```\w*$/gm, '')
    .split(/^\s*-{3,}\s*$/m)
    .map(tidy)
    .filter((message) => message !== '');
  return [...new Set(drafts)].slice(0, 3);
}

/** @param {string} message */
function tidy(message) {
  const [subject = '', ...body] = message.trim().split('\n');
  const plain = subject
    .replace(/^(?:\d+[.)]|[-*])\s+/, '')
    .replaceAll(/^["'`]|["'`]$/g, '')
    .replace(/\.$/, '');
  return [plain, ...body.map((line) => line.trimEnd())].join('\n').trim();
}
