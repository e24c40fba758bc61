const width = 72;

/**
 * Wraps the paragraphs of a message's body; lists, trailers and indented lines stay as they are.
 *
 * @param {string} message
 */
export function wrapBody(message) {
  const [subject, ...body] = message.split('\n');
  const paragraphs = body
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '');
  return [subject, ...paragraphs.map((text) => (isProse(text) ? wrap(text) : text))].join('\n\n');
}

/** @param {string} paragraph */
function isProse(paragraph) {
  return !/^(?:\s{2,}|[-*] |\d+[.)] |[A-Z][\w-]*: )/m.test(paragraph);
}

/** @param {string} paragraph */
function wrap(paragraph) {
  const [first, ...words] = paragraph.trim().split(/\s+/);
  const full = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (longer.length > width) full.push(line);
    line = longer.length > width ? word : longer;
  }
  return [...full, line].join('\n');
}
