import { types } from 'pg';

/** Type parsers: numbers become numbers, times ISO strings, and everything else as `pg` does. */
export const valueTypes = {
  getTypeParser(id: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format !== 'binary') {
      if (id === types.builtins.INT8 || id === types.builtins.NUMERIC) return Number;
      if (id === types.builtins.TIMESTAMPTZ) return (value) => new Date(value).toISOString();
      if (id === types.builtins.DATE) return String;
    }
    return types.getTypeParser(id, format);
  },
};
