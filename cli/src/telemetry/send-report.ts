import type { CommandContext } from '../command.ts';
import { request } from '../registry/request.ts';

/** One report to an API. */
export interface Report {
  what: 'install' | 'uninstall';
  name: string;
  version: string;
  /** Base URL. */
  api: string;
  token: string | null;
  /** True in continuous integration. */
  ci: boolean;
}

/**
 * Reports one install or uninstall to the API, and ignores the answer.
 *
 * @throws RegistryError `registry-unreachable`
 */
export async function sendReport(report: Report, context: CommandContext): Promise<void> {
  const { api, token } = report;
  const { path, ...init } = report.what === 'install' ? toInstall(report) : toUninstall(report);
  const headers = new Headers(init.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  const { body } = await request(`${api}/extensions/${encodeURIComponent(report.name)}/${path}`, {
    context,
    init: { ...init, headers, redirect: 'error' }, // a token belongs to this origin only
  });
  await body?.cancel();
}

function toInstall({ version, ci }: Report) {
  const headers = { 'content-type': 'application/json' };
  return { path: 'install', method: 'POST', headers, body: JSON.stringify({ version, ci }) };
}

function toUninstall({ version, ci }: Report) {
  const query = new URLSearchParams({ version, ci: String(ci) });
  return { path: `uninstall?${query.toString()}`, method: 'DELETE', headers: {} };
}
