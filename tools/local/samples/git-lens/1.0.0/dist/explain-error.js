/** Why Git Lens has nothing to say of a line. */
export class LensError extends Error {
  /** @param {'no-editor' | 'no-line' | 'not-committed' | 'unsaved' | 'too-large' | 'unsupported'} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @type {Record<string, string>} */
const explanations = {
  'no-editor': 'Open a file first.',
  'no-line': 'No commit has this line: it is behind the end of the file.',
  'not-committed': 'This line is not committed yet.',
  unsaved: 'This file has unsaved changes: save it to see who changed a line.',
  unsupported: 'Git Lens needs a newer Orchestra: this one cannot tell who changed a line.',
  'not-a-repository': 'The open folder is not the top of a git repository.',
  'outside-workspace': 'This file is outside of the open folder.',
  'not-found': 'No commit has this file yet.',
  'too-large': 'This file is too large to ask git about it.',
  timeout: 'Git took too long. Try it again.',
};

/**
 * What to tell people of an error, by its code; else what it says itself.
 *
 * @param {unknown} error
 */
export function explainError(error) {
  const message = error instanceof Error ? error.message : String(error);
  return explanations[codeOf(error)] ?? message;
}

/**
 * The code of an error of Git Lens or of the app; empty where it has none.
 *
 * @param {unknown} error
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
