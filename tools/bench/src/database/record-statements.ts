import type { Queryable } from '@orchestra/db';

/** SQL as it is sent. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** A database that notes what it is asked. */
export interface Recorder extends Queryable {
  /** What was asked since the last call. */
  take(): Statement[];
}

/** Notes every statement, so that it can be run once more without what is around it. */
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
