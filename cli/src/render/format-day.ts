/** The day of an ISO time. */
export function formatDay(time: string): string {
  return time.slice(0, 10);
}
