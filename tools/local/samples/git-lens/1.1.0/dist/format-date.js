/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const units = [
  ['year', 365.25 * 24 * 3600],
  ['month', 30.44 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** @typedef {{ now: Date, dateFormat: string }} DateOptions `relative`, `date` or `iso`. */

/**
 * A date as people want it: its age, as their language writes it, or as ISO 8601 does.
 *
 * @param {string} date ISO time
 * @param {DateOptions} options
 */
export function formatDate(date, { now, dateFormat }) {
  if (dateFormat === 'iso') return date.slice(0, 10);
  if (dateFormat === 'relative') return formatAge(date, now);
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(date));
}

/**
 * How long ago something was, in its largest unit. What a wrong clock puts into the future is just now.
 *
 * @param {string} date
 * @param {Date} now
 */
function formatAge(date, now) {
  const seconds = (now.getTime() - Date.parse(date)) / 1000;
  const [unit, length] = units.find(([, long]) => seconds >= long) ?? [];
  if (unit === undefined || length === undefined) return 'just now';
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  return format.format(-Math.floor(seconds / length), unit);
}
