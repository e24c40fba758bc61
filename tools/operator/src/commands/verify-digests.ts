import { type Verification, verifyRegistry } from '@orchestra/registry';
import { count, plain, renderTable } from '@orchestra/terminal';
import type { OperatorCommand } from '../command.ts';
import { openData } from '../open-data.ts';

/** Verifies all digests of the registry, and compares its entries with its packages. */
export const verifyDigests: OperatorCommand<object, Verification> = {
  async run(_options, context) {
    using registry = await openData(context);
    return await verifyRegistry({
      ...registry,
      limits: registry.config.limits,
      onProgress: (done, of) => context.onProgress(`Verifying ${done} of ${of} extensions`),
    });
  },
  text({ entries, versions, blobs, findings }, style) {
    const rows = findings.map(({ severity, path, message }) => [
      severity,
      plain(path),
      plain(message),
    ]);
    const errors = findings.filter(isError).length;
    const end = errors === 0 ? style.green('no errors') : style.red(count(errors, 'error'));
    const counts = `${entries} extensions, ${versions} versions, ${blobs} blobs`;
    return [...(rows.length === 0 ? [] : [renderTable(rows)]), `${counts}: ${end}`].join('\n');
  },
  exitCode: ({ findings }) => (findings.some(isError) ? 1 : 0),
};

function isError({ severity }: Verification['findings'][number]): boolean {
  return severity === 'error';
}
