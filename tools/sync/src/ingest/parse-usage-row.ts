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

/** What a row says: one download of a package, something else, or nothing that can be understood. */
export type UsageRow =
  | {
      kind: 'download';
      name: string;
      version: string;
      /** In UTC: `2026-03-01`. */
      day: string;
    }
  | { kind: 'other' }
  | { kind: 'invalid'; reason: string };

/**
 * Parses a row of a usage log. Only successful requests for a whole package are downloads: a part (206)
 * is none, since the log doesn't say which part it was. A reason quotes no address.
 *
 * @param prefix of the names of objects, before `packages/`
 */
export function parseUsageRow(row: readonly string[], { prefix }: { prefix: string }): UsageRow {
  if (row.length !== usageColumns.length) {
    return invalid(`${usageColumns.length} columns`, String(row.length));
  }
  const day = dayOf(field(row, 'time_micros'));
  if (day === null) return invalid('microseconds in time_micros', 'something else');
  const status = field(row, 'sc_status');
  // empty where Cloud Storage itself acted, and nobody asked
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

/** The JSON API answers what it knows of an object, unless it is asked for the content. */
function readsContent(row: readonly string[]): boolean {
  const operation = field(row, 'cs_operation');
  if (operation === 'GET_Object') return true;
  return operation === 'storage.objects.get' && /[?&]alt=media(?:&|$)/.test(field(row, 'cs_uri'));
}

/** PostgreSQL and ISO agree on days up to the year 9999. */
function dayOf(micros: string): string | null {
  const ms = /^\d{1,18}$/.test(micros) ? Math.floor(Number(micros) / 1000) : Number.NaN;
  return ms < Date.UTC(10_000, 0) ? new Date(ms).toISOString().slice(0, 10) : null;
}

function invalid(expected: string, found: string): UsageRow {
  return { kind: 'invalid', reason: `Expected ${expected}; found ${found}` };
}
