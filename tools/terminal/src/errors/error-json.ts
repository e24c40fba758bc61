import { RegistryError } from '@orchestra/core';
import { plain } from '../text/plain.ts';

/** An error as JSON for standard output: `{"error":{"code","message","hint","problems"?}}`. */
export function errorJson(error: unknown): object {
  if (!(error instanceof RegistryError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: { code: 'bug', message, hint: 'Please report this.' } };
  }
  const { code, message, hint = null, problems } = error;
  return {
    error: {
      code,
      message: plain(message),
      hint,
      ...(problems.length === 0 ? {} : { problems }),
    },
  };
}
