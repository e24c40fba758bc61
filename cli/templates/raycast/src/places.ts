/** Somewhere with a time of its own. */
export interface Place {
  name: string;
  /** As in the IANA time zone database. */
  zone: string;
}

/** The places that are shown, from west to east. */
export const places: readonly Place[] = [
  { name: 'Honolulu', zone: 'Pacific/Honolulu' },
  { name: 'San Francisco', zone: 'America/Los_Angeles' },
  { name: 'New York', zone: 'America/New_York' },
  { name: 'São Paulo', zone: 'America/Sao_Paulo' },
  { name: 'London', zone: 'Europe/London' },
  { name: 'Lagos', zone: 'Africa/Lagos' },
  { name: 'Berlin', zone: 'Europe/Berlin' },
  { name: 'Nairobi', zone: 'Africa/Nairobi' },
  { name: 'Mumbai', zone: 'Asia/Kolkata' },
  { name: 'Tokyo', zone: 'Asia/Tokyo' },
  { name: 'Sydney', zone: 'Australia/Sydney' },
];

/** What a clock on the wall shows there, and whether it is dark by it. */
export function timeIn(
  timeZone: string,
  now: Date,
): { time: string; day: string; isNight: boolean } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(now);
  const time = part({ hour: '2-digit', minute: '2-digit' });
  const hour = Number(time.slice(0, 2));
  return { time, day: part({ weekday: 'long' }), isNight: hour < 6 || hour >= 21 };
}
