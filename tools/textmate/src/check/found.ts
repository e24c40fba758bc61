import { problem, type Problem } from '@orchestra/core';
import type { ContributedFile } from '../read/read-file.ts';

/** What a file can't be read for, as errors: VS Code takes nothing of it. */
export function unreadable({ faults }: ContributedFile, kind: string): Problem[] {
  return faults.map(({ message, place }) =>
    problem('contribution-unreadable', {
      path: place,
      message: `This ${kind} can’t be read: ${message}`,
    }),
  );
}

/** Something that VS Code can't load a contribution for. */
export function broken(path: string, message: string): Problem {
  return problem('contribution-unreadable', { path, message });
}

/** Something of a contribution that VS Code leaves out, and says nothing of. */
export function ignored(path: string, message: string): Problem {
  return problem('contribution-ignored', { path, message });
}
