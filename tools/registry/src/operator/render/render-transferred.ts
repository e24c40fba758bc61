import type { Transferred } from '../transfer.ts';
import type { Render } from './render.ts';

/** Where an extension is published from now. */
export const renderTransferred: Render<Transferred> = ({ name, from, to, changed }, colors) => {
  const where = `${to.repository} (${to.repositoryId})`;
  if (!changed) return `Nothing changed; ${name} is published from ${where}\n`;
  return `${name} is ${colors.green('now')} published from ${where}, no longer from ${from?.repository ?? 'uploads'}\n`;
};
