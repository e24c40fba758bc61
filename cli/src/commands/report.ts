import { inParallel } from '@orchestra/core';
import type { Command } from '../command.ts';
import { findRegistryToken } from '../credentials/credentials.ts';
import { withPatience } from '../registry/with-patience.ts';
import { mayReport } from '../telemetry/may-report.ts';
import { sendReport } from '../telemetry/send-report.ts';

/** What the registry is to be told. */
export interface ReportOptions {
  what: 'install' | 'uninstall';
  /** Of what came from this registry: `NAME@VERSION`. */
  extensions: string[];
  /** Base URL. */
  api: string;
}

/** An API that takes longer is told nothing. */
const patienceMs = 10_000;

/** Tells the registry of installs; other commands start it in the background, and nothing is waited for or printed. */
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
