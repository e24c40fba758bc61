import { findEmails } from './find-emails.ts';
import { isRecord } from './read-json.ts';

/** A manifest without emails, and the places where emails were. */
export interface Stripped {
  manifest: Record<string, unknown>;
  /** JSON pointers of the values that were changed or removed. */
  removed: string[];
}

/**
 * A copy of a manifest without emails: `"N <e@x>"` becomes `"N"`, a key `email` is removed, and so is an
 * address inside any other key or value.
 *
 * @param manifest nested no deeper than the manifest's limit
 */
export function stripEmails(manifest: Readonly<Record<string, unknown>>): Stripped {
  const removed: string[] = [];
  const stripped = stripRecord(manifest, { pointer: '', removed });
  return { manifest: stripped, removed };
}

interface Place {
  pointer: string;
  removed: string[];
}

function stripValue(value: unknown, place: Place): unknown {
  if (typeof value === 'string') return stripText(value, place);
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => stripValue(item, below(place, String(at))));
  }
  return isRecord(value) ? stripRecord(value, place) : value;
}

function stripRecord(record: Readonly<Record<string, unknown>>, place: Place) {
  const pairs: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const here = below(place, key);
    if (/^e?-?mail$/i.test(key) && typeof value === 'string') place.removed.push(here.pointer);
    else pairs.push([stripText(key, here), stripValue(value, here)]);
  }
  return Object.fromEntries(pairs);
}

function stripText(text: string, place: Place): string {
  const kept = withoutEmails(text);
  if (kept !== text) place.removed.push(place.pointer);
  return kept;
}

/** Removes emails and the brackets around them from a text. A text without emails is returned unchanged. */
export function withoutEmails(text: string): string {
  const emails = findEmails(text);
  if (emails.length === 0) return text;
  let kept = '';
  let from = 0;
  for (const { start, end } of emails) {
    // a space replaces the address, because the text on both sides could otherwise join to another address
    kept += `${text.slice(from, start).replace(/(?:<\s*)?(?:mailto:)?$/i, '')} `;
    from = text[end] === '>' ? end + 1 : end;
  }
  return (kept + text.slice(from)).replaceAll(/ {2,}/g, ' ').trim();
}

function below(place: Place, key: string): Place {
  const part = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return { pointer: `${place.pointer}/${part}`, removed: place.removed };
}
