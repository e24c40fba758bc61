import { findEmails, isExampleEmail } from './find-emails.ts';

/** The text with every email address replaced, except for those of examples: for copies that are served. */
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
