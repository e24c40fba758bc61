import { type Analysis, AnalysisSchema, parseJson } from '@orchestra/core';

/** Reads the `permissions.json` of a version; null for what is none. */
export function parseAnalysis(text: string): Analysis | null {
  const parsed = parseJson(AnalysisSchema, text);
  return parsed.ok ? parsed.value : null;
}
