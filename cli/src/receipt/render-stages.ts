import type { Stages } from '@orchestra/core';
import { plain } from '../render/plain.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';

/** The stages that were reached, each with its time. */
export function renderStages(stages: Stages, style: Style): string {
  const reached = Object.entries(stages).filter(([, time]) => time !== null);
  return renderTable(reached.map(([stage, time]) => [`  ${stage}`, style.dim(plain(time ?? ''))]));
}
