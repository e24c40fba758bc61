import { findEmails, isExampleEmail } from './find-emails.ts';

/** Replaces every email address in a text, except for examples. Used for copies that are served publicly. */
export function redactEmails(text: string, replacement = '[email removed]'): string {
  let redacted = '';
  let from = 0;
  for (const email of findEmails(text)) {
    if (isExampleEmail(email)) continue;
    redacted += text.slice(from, email.start).replace(/mailto:$/i, '') + replacement;
    from = email.end;
  }
  return redacted + text.slice(from);
}
