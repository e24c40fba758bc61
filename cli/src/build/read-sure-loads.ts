/**
 * Reads of a bundle which modules it can't be loaded without, where there is no Node. What reads code is loaded only
 * now, since few bundles need it.
 */
export async function readSureLoads(code: string): Promise<ReadonlySet<string>> {
  const analysis = await import('@orchestra/code-analysis/find-sure-loads');
  return analysis.findSureLoads(code);
}
