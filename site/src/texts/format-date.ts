const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** Formats an ISO time as a day: 3 Nov 2026. */
export function formatDate(iso: string): string {
  return format.format(new Date(iso));
}
