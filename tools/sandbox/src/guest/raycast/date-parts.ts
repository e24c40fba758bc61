/** What belongs to whatever a date is picked with. */
export const dateParts = {
  Type: { Date: 'date', DateTime: 'datetime' },
  /** Whether a date has no time of day. */
  isFullDay: (date?: Date | null): boolean =>
    date instanceof Date &&
    date.getHours() + date.getMinutes() + date.getSeconds() + date.getMilliseconds() === 0,
} as const;
