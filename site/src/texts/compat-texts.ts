import type { Compat } from '@orchestra/core';

/** Label and description of each kind of extension. */
export const compatTexts: Readonly<Record<Compat, { label: string; text: string }>> = {
  native: { label: 'Native', text: 'Made for Orchestra' },
  raycast: { label: 'Raycast', text: 'A Raycast extension that runs in Orchestra' },
  vscode: { label: 'VS Code', text: 'A VS Code extension that runs in Orchestra' },
};
