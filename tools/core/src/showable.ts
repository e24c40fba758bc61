import { redactEmails } from './manifest/redact-emails.ts';

const maxShown = 1000;

/**
 * A text that quotes what people sent, as it may be shown: no email may get out, nothing may steer the
 * terminal it is read in, and 1,000 characters are enough.
 */
export function showable(text: string): string {
  const plain = redactEmails(text.slice(0, 2 * maxShown)).replaceAll(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    '\uFFFD',
  );
  return plain.length > maxShown ? `${plain.slice(0, maxShown)}…` : plain;
}
