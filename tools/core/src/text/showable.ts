import { redactEmails } from '../manifest/redact-emails.ts';
import { sanitizeText } from './sanitize-text.ts';

const maxShown = 1000;

/**
 * Makes quoted user text safe to show: without emails and terminal control characters, and at most 1,000
 * characters.
 */
export function showable(text: string): string {
  const clean = sanitizeText(redactEmails(text.slice(0, 2 * maxShown)), '\uFFFD');
  if (clean.length <= maxShown) return clean;
  return `${clean.slice(0, maxShown).replace(/\p{Cs}$/u, '')}…`; // without an unpaired surrogate
}
