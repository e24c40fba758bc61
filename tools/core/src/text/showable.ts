import { redactEmails } from '../manifest/redact-emails.ts';
import { sanitizeText } from './sanitize-text.ts';

const maxShown = 1000;

/**
 * A text that quotes what people sent, as it may be shown: no email may get out, nothing may steer the
 * terminal it is read in, and 1,000 characters are enough.
 */
export function showable(text: string): string {
  const clean = sanitizeText(redactEmails(text.slice(0, 2 * maxShown)), '\uFFFD');
  if (clean.length <= maxShown) return clean;
  return `${clean.slice(0, maxShown).replace(/\p{Cs}$/u, '')}…`; // no half of a character
}
