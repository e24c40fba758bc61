import { encodeError, type WireErrorParts } from '../protocol/wire-value.ts';

/** What an extension is told of an error: the host's own places are nobody's business. */
export function toldError(error: unknown): WireErrorParts {
  const { stack: _, ...told } = encodeError(error);
  return told;
}
