import type { Queryable } from '@orchestra/db';

/** An SQL statement with its values. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** A database that records the statements sent to it. */
export interface Recorder extends Queryable {
  /** Returns the statements since the last call. */
  take(): Statement[];
}

/** Records every statement, so that it can be run again by itself. */
export function recordStatements(database: Queryable): Recorder {
  let asked: Statement[] = [];
  return {
    query(text, values = []) {
      asked.push({ text, values });
      return database.query(text, values);
    },
    take() {
      const taken = asked;
      asked = [];
      return taken;
    },
  };
}
