import { type Analysis, AnalysisSchema, parseJson } from '@orchestra/core';

/** Parses a version's `permissions.json`; null where it is invalid. */
export function parseAnalysis(text: string): Analysis | null {
  const parsed = parseJson(AnalysisSchema, text);
  return parsed.ok ? parsed.value : null;
}
