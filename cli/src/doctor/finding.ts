/** One finding of the doctor. */
export interface DoctorFinding {
  status: 'ok' | 'warning' | 'error';
  message: string;
  /** What to do; null where nothing needs to be done. */
  hint: string | null;
}

/** A finding that needs no action. */
export function fine(message: string): DoctorFinding {
  return { status: 'ok', message, hint: null };
}
