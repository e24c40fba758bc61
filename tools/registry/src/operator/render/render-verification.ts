import type { Verification } from '../../verify-registry.ts';
import { alignColumns } from './align-columns.ts';
import type { Render } from './render.ts';

/** What was looked at, and everything that was found. */
export const renderVerification: Render<Verification> = (verification, colors) => {
  const { entries, versions, blobs, findings } = verification;
  const rows = findings.map(({ severity, path, message }) => [severity, path, message]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `${entries} extensions, ${versions} versions, ${blobs} blobs`;
  const end =
    errors === 0
      ? colors.green('no errors')
      : colors.red(errors === 1 ? '1 error' : `${errors} errors`);
  return `${alignColumns(rows)}${counts}: ${end}\n`;
};
