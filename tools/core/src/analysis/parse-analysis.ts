import { parseJson } from '../parse-json.ts';
import { type Analysis, AnalysisSchema } from '../schema/analysis.ts';

/** Reads the `permissions.json` of a version; null for what is none. */
export function parseAnalysis(text: string): Analysis | null {
  const parsed = parseJson(AnalysisSchema, text);
  return parsed.ok ? parsed.value : null;
}
