/** A place in a file of the workspace, as a person types it; line and column are from 1. */
export interface TypedPlace {
  path: string;
  line?: number;
  column?: number;
}

/** Reads `FILE`, `FILE:LINE` and `FILE:LINE:COLUMN`. */
export function readTypedPlace(typed: string): TypedPlace {
  const [, path = typed, line, column] = /^(.*?)(?::(\d+))?(?::(\d+))?$/s.exec(typed.trim()) ?? [];
  return {
    path,
    ...(line !== undefined && { line: Number(line) }),
    ...(column !== undefined && { column: Number(column) }),
  };
}
