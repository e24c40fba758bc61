/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const units = [
  ['year', 365.25 * 24 * 3600],
  ['month', 30.44 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/**
 * How long ago something was, in its largest unit. What a wrong clock puts into the future is just now.
 *
 * @param {string} date ISO time
 * @param {{ now: Date }} options
 */
export function formatDate(date, { now }) {
  const seconds = (now.getTime() - Date.parse(date)) / 1000;
  const [unit, length] = units.find(([, long]) => seconds >= long) ?? [];
  if (unit === undefined || length === undefined) return 'just now';
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  return format.format(-Math.floor(seconds / length), unit);
}
