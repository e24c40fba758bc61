import { editor } from '@orchestra/api';
import { LensError } from './explain-error.js';

/** @typedef {{ path: string, line: number, text: string, isDirty: boolean }} Place Lines are from 1. */

/**
 * Where the cursor is; undefined where nothing is being edited.
 *
 * @returns {Place | undefined}
 */
export function currentPlace() {
  const active = editor.active;
  if (active === undefined) return undefined;
  const { document, selection } = active;
  return {
    path: document.path,
    line: selection.end.line + 1,
    text: document.getText(),
    isDirty: document.isDirty,
  };
}

/** Where the cursor is. @throws LensError where nothing is being edited */
export function requirePlace() {
  const place = currentPlace();
  if (place === undefined) throw new LensError('no-editor');
  return place;
}
