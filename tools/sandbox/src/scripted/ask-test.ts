/** Asks the test what to answer to a call; null where it says nothing of it. @throws what the test throws */
export type AskTest = (
  api: string,
  call: Record<string, unknown>,
) => Promise<{ value: unknown } | null>;
