/** One way to write a date. */
export interface DateFormat {
  label: string;
  format(date: Date): string;
}

/** The ways to choose from, in the order in which they are shown. */
export const dateFormats: readonly DateFormat[] = [
  { label: 'ISO 8601, date', format: (date) => date.toISOString().slice(0, 10) },
  { label: 'ISO 8601, date and time', format: (date) => date.toISOString() },
  {
    label: 'in words',
    format: (date) => new Intl.DateTimeFormat(undefined, { dateStyle: 'full' }).format(date),
  },
  { label: 'seconds since 1970', format: (date) => String(Math.floor(date.getTime() / 1000)) },
];
