import { usageColumns } from '../src/ingest/parse-usage-row.ts';

/** Some columns of a row; the others are those of a download of tide 1.0.0. */
export type RowChange = Partial<Record<(typeof usageColumns)[number], string>>;

/** A row as Cloud Storage writes it: a download of tide 1.0.0, but for what is changed. */
export function usageRow(change: RowChange = {}): string[] {
  const row: RowChange = {
    time_micros: String(Date.UTC(2026, 2, 1, 23, 59) * 1000),
    c_ip: '203.0.113.7',
    c_ip_type: '1',
    cs_method: 'GET',
    cs_uri: '/packages-of-tidewater/packages/tide/tide-1.0.0.tar.gz',
    sc_status: '200',
    cs_host: 'storage.googleapis.com',
    cs_user_agent: 'orchestra-ext/0.1.0, gzip(gfe)',
    s_request_id: 'ADPycduvHuLfdAtc',
    cs_operation: 'GET_Object',
    cs_bucket: 'packages-of-tidewater',
    cs_object: 'packages/tide/tide-1.0.0.tar.gz',
    ...change,
  };
  return usageColumns.map((column) => row[column] ?? '');
}

/** A usage log, with a row for each change; a text stands as it is. */
export function makeUsageLog(...rows: (RowChange | string)[]): string {
  const written = rows.map((row) => (typeof row === 'string' ? row : quote(usageRow(row))));
  return [quote(usageColumns), ...written].map((line) => `${line}\n`).join('');
}

function quote(columns: readonly string[]): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join();
}
