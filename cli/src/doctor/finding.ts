/** Something that was looked at. */
export interface DoctorFinding {
  status: 'ok' | 'warning' | 'error';
  message: string;
  /** What to do; null where nothing needs to be done. */
  hint: string | null;
}

/** A finding that needs nothing to be done. */
export function fine(message: string): DoctorFinding {
  return { status: 'ok', message, hint: null };
}
