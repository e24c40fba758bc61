import { plain } from '@orchestra/terminal';
import { examine } from '../doctor/examine.ts';
import type { DoctorFinding } from '../doctor/finding.ts';
import { repair } from '../doctor/repair.ts';
import type { Command } from '../command.ts';
import { startProgress } from '../render/progress.ts';

/** The doctor's findings, and what was repaired. */
export interface DoctorResult {
  repaired: string[];
  findings: DoctorFinding[];
}

/** Looks for problems on this machine. `--repair` fixes those that need no network. */
export const doctor: Command<{ repair: boolean }, DoctorResult> = {
  async run(options, context) {
    const repaired = options.repair ? await repair(context) : [];
    using _progress = await startProgress(context, 'Examining');
    return { repaired, findings: await examine(context) };
  },
  showsUpdates: true,
  text({ repaired, findings }, style) {
    const marks = { ok: style.green('ok'), warning: style.yellow('!!'), error: style.red('no') };
    const lines = findings.map(({ status, message, hint }) => {
      const head = `${marks[status]} ${plain(message)}`;
      return hint === null ? head : `${head}\n   ${style.dim(plain(hint))}`;
    });
    return [...repaired.map((what) => `${style.green('Repaired:')} ${what}`), ...lines].join('\n');
  },
  exitCode: ({ findings }) => (findings.some(({ status }) => status === 'error') ? 1 : 0),
};
