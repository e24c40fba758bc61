/**
 * The columns of a usage log of Cloud Storage, in order.
 *
 * Source: https://cloud.google.com/storage/docs/access-logs#format
 */
export const usageColumns = [
  'time_micros',
  'c_ip',
  'c_ip_type',
  'c_ip_region',
  'cs_method',
  'cs_uri',
  'sc_status',
  'cs_bytes',
  'sc_bytes',
  'time_taken_micros',
  'cs_host',
  'cs_referer',
  'cs_user_agent',
  's_request_id',
  'cs_operation',
  'cs_bucket',
  'cs_object',
] as const;

/** The meaning of a row: one download of a package, something else, or invalid. */
export type UsageRow =
  | {
      kind: 'download';
      name: string;
      version: string;
      /** Day in UTC: `2026-03-01`. */
      day: string;
    }
  | { kind: 'other' }
  | { kind: 'invalid'; reason: string };

/**
 * Parses a row of a usage log. Only successful requests for a whole package count as downloads. Partial ones
 * (206) don't, since the log doesn't say which part was sent. Reasons quote no addresses.
 *
 * @param prefix of object names before `packages/`
 */
export function parseUsageRow(row: readonly string[], { prefix }: { prefix: string }): UsageRow {
  if (row.length !== usageColumns.length) {
    return invalid(`${usageColumns.length} columns`, String(row.length));
  }
  const day = dayOf(field(row, 'time_micros'));
  if (day === null) return invalid('microseconds in time_micros', 'something else');
  const status = field(row, 'sc_status');
  // the status is empty for actions of Cloud Storage itself
  if (!/^(?:\d{3})?$/.test(status)) return invalid('a status in sc_status', 'something else');
  if (status !== '200' || field(row, 'cs_method') !== 'GET' || !readsContent(row)) return other;
  const object = field(row, 'cs_object');
  const [, name, version] = packageName.exec(object.slice(prefix.length)) ?? [];
  if (!object.startsWith(prefix) || name === undefined || version === undefined) return other;
  return { kind: 'download', name, version, day };
}

const other: UsageRow = { kind: 'other' };
const packageName = /^packages\/([a-z\d-]{1,100})\/\1-(\d[\dA-Za-z.-]{0,255})\.tar\.gz$/;
const columnAt = new Map<string, number>(usageColumns.map((column, at) => [column, at]));

function field(row: readonly string[], column: (typeof usageColumns)[number]): string {
  return row[columnAt.get(column) ?? -1] ?? '';
}

/** True where a request reads an object's content; the JSON API otherwise returns its metadata. */
function readsContent(row: readonly string[]): boolean {
  const operation = field(row, 'cs_operation');
  if (operation === 'GET_Object') return true;
  return operation === 'storage.objects.get' && /[?&]alt=media(?:&|$)/.test(field(row, 'cs_uri'));
}

/** The day of a time in microseconds; null beyond the year 9999, up to which PostgreSQL and ISO agree. */
function dayOf(micros: string): string | null {
  const ms = /^\d{1,18}$/.test(micros) ? Math.floor(Number(micros) / 1000) : Number.NaN;
  return ms < Date.UTC(10_000, 0) ? new Date(ms).toISOString().slice(0, 10) : null;
}

function invalid(expected: string, found: string): UsageRow {
  return { kind: 'invalid', reason: `Expected ${expected}; found ${found}` };
}
