const width = 72;

/** Wraps the paragraphs of a message's body; lists, trailers and indented lines stay as they are. */
export function wrapBody(message) {
  const [subject, ...body] = message.split('\n');
  const paragraphs = body
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '');
  return [subject, ...paragraphs.map((text) => (isProse(text) ? wrap(text) : text))].join('\n\n');
}

function isProse(paragraph) {
  return !/^(?:\s{2,}|[-*] |\d+[.)] |[A-Z][\w-]*: )/m.test(paragraph);
}

function wrap(paragraph) {
  const lines = [''];
  for (const word of paragraph.trim().split(/\s+/)) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
