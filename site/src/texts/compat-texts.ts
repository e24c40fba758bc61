import type { Compat } from '@orchestra/core';

/** What each kind of extension is called, and what that means. */
export const compatTexts: Readonly<Record<Compat, { label: string; text: string }>> = {
  native: { label: 'Native', text: 'Made for Orchestra' },
  raycast: { label: 'Raycast', text: 'A Raycast extension that runs in Orchestra' },
  vscode: { label: 'VS Code', text: 'A VS Code extension that runs in Orchestra' },
};
