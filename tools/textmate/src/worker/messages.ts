import type { Problem } from '@orchestra/core';
import type { LookRequest } from '../looks/look-at.ts';
import type { Look } from '../looks/look.ts';
import type { PackageTexts } from '../check/check-icon-theme.ts';

/** What the worker is asked. */
export type Asked =
  ({ kind: 'check'; contributes: unknown } & PackageTexts) | { kind: 'look'; request: LookRequest };

/** What the worker says. `failed` is what a person got wrong; `too-deep`, that something is nested too deeply. */
export type Told =
  | { kind: 'checked'; problems: Problem[] }
  | { kind: 'looked'; look: Look }
  | { kind: 'failed'; message: string }
  | { kind: 'too-deep' };
