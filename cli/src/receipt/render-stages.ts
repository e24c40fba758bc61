import type { Stages } from '@orchestra/core';
import { plain, renderTable, type Style } from '@orchestra/terminal';

/** Renders the stages that were reached, each with its time. */
export function renderStages(stages: Stages, style: Style): string {
  const reached = Object.entries(stages).filter(([, time]) => time !== null);
  return renderTable(reached.map(([stage, time]) => [`  ${stage}`, style.dim(plain(time ?? ''))]));
}
