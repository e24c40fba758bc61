/** Words that stand in nearly every file, and say nothing of a place. */
const common =
  /^(?:await|case|const|default|else|exports?|for|from|function|global|globalThis|if|import|in|let|module|new|node|of|require|return|self|this|throw|typeof|var|void|window)$/;

/**
 * True where a line holds a word of what is told of it, or the name that is written in the code.
 *
 * @param of.told `fs.rmSync`; what has no word of its own is in any line
 * @param of.written the code from the place on, minified or not
 */
export function holdsWord(line: string, of: { told: string; written: string }): boolean {
  const words = wordsOf(of.told.split(': ').at(-1) ?? '');
  if (words.length === 0) return true;
  const [name] = /^[\w$]{3,}/.exec(of.written) ?? [];
  const held = new Set(line.match(/[\w$]+/g));
  return [...words, ...wordsOf(name ?? '')].some((word) => held.has(word));
}

function wordsOf(text: string): string[] {
  return (text.match(/[\w$]+/g) ?? []).filter((word) => !common.test(word));
}
