import { carry } from './carrying-step.ts';

/** Steps through texts that run as code. */
export const evaluating = [
  carry('eval', "U(eval('V'));"),
  carry('eval of a statement', "eval('const m = V; U(m);');"),
  carry('eval that declares', "eval('var m = V'); U(m);"),
  carry('eval in eval', 'eval(\'eval("U(V)")\');'),
  carry('eval of a variable', "const text = 'V'; U(eval(text));"),
  carry('eval that gives a function', "const f = eval('(m) => U(m)'); f(V);"),
  carry('indirect eval that gives a function', "const f = (0, eval)('(m) => m'); U(f(V));"),
  carry('Function', "const f = new Function('m', 'return m.a'); U(f({ a: V }));"),
  carry('Function with a function', "Function('f', 'm', 'f(m)')((m) => U(m), V);"),
  carry('Function that gives a function', "U(Function('m', 'return () => m')(V)());"),
  carry('Function with arguments', "U(Function('return arguments[0]')(V));"),
  carry('a global', "globalThis.m1 = V; U((0, eval)('m1'));"),
  carry(
    'a timer of a text',
    "globalThis.m2 = V; globalThis.f2 = (m) => U(m); setTimeout('f2(m2)');",
  ),
  carry('a context', "U(require('vm').runInNewContext('m', { m: V }));"),
  carry(
    'a context that is filled',
    "const c = { m: V }; require('vm').runInNewContext('x = m', c); U(c.x);",
  ),
  carry('a script', "const s = new (require('vm').Script)('m'); U(s.runInNewContext({ m: V }));"),
  carry('a compiled function', "U(require('vm').compileFunction('return m', ['m'])(V));"),
];
