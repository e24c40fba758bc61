import { inParallel } from '@orchestra/core';
import type { Command } from '../command.ts';
import { findRegistryToken } from '../credentials/credentials.ts';
import { withPatience } from '../registry/with-patience.ts';
import { mayReport } from '../telemetry/may-report.ts';
import { sendReport } from '../telemetry/send-report.ts';

/** What to report to a registry. */
export interface ReportOptions {
  what: 'install' | 'uninstall';
  /** Extensions from this registry, as `NAME@VERSION`. */
  extensions: string[];
  /** Base URL of the API. */
  api: string;
}

/** Time limit of all requests, in milliseconds. */
const patienceMs = 10_000;

/**
 * Reports installs to the registry. Other commands start it in the background and don't wait for it; it
 * prints nothing.
 */
export const report: Command<ReportOptions, null> = {
  async run({ what, extensions, api }, context) {
    if (!mayReport(context.env)) return null;
    const token = await findRegistryToken(context);
    const impatient = withPatience(context, patienceMs);
    const ci = !/^(?:|0|false)$/i.test(context.env['CI'] ?? '');
    await inParallel(extensions, {
      atOnce: 8,
      async run(extension) {
        const [name = '', version = ''] = extension.split('@', 2);
        await sendReport({ what, name, version, api, token, ci }, impatient).catch(() => {});
      },
    });
    return null;
  },
  text: () => '',
  showsUpdates: true,
};
