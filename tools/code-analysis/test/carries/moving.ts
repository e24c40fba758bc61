import { carry } from './carrying-step.ts';

/** Steps through arguments that come at other places than those at which they are written. */
export const moving = [
  carry('behind a bound argument', 'const f = (a, m) => U(m); f.bind(null, 1)(V);'),
  carry(
    'behind a bound argument, by a variable',
    'const f = (a, m) => U(m); const b = f.bind(null, 1); b(V);',
  ),
  carry(
    'behind a bound argument that is a result',
    'const f = (a, m) => U(m); const make = () => f.bind(null, 1); make()(V);',
  ),
  carry(
    'behind bound arguments that are spread',
    'const f = (a, m) => U(m); const make = (g, ...x) => g.bind(null, ...x); make(f, 1)(V);',
  ),
  carry(
    'behind a bound argument of a property',
    'const f = (a, m) => U(m); const o = { b: f.bind(null, 1) }; o.b(V);',
  ),
  carry(
    'behind a bound argument of a method',
    'class A { constructor() { this.go = this.go.bind(this, 1); } go(a, m) { U(m); } } new A().go(V);',
  ),
  carry(
    'behind a bound argument, to each',
    'const f = (a, m) => U(m); [f.bind(null, 1)].forEach((g) => g(V));',
  ),
  carry(
    'behind a bound argument, by each',
    'const f = (a, m) => U(m); [V].forEach(f.bind(null, 1));',
  ),
  carry(
    'behind a bound argument of then',
    'const f = (a, m) => U(m); Promise.resolve(V).then(f.bind(null, 1));',
  ),
  carry(
    'behind an argument that is bound later',
    'const f = (a, m) => U(m); const b = f.bind(null).bind(null, 1); b(V);',
  ),
  carry(
    'behind an argument that is bound by another name',
    "const f = (a, m) => U(m); const b = f['b' + 'ind'](null, 1); b(V);",
  ),
  carry(
    'behind a bound argument, by call',
    'const f = (a, m) => U(m); const b = f.bind(null, 1); b.call(null, V);',
  ),
  carry(
    'behind a bound argument, by another function',
    'const f = (a, m) => U(m); const b = f.bind(null, 1); const run = (g, x) => g(x); run(b, V);',
  ),
  carry(
    'behind a bound argument of a constructor',
    'class A { constructor(a, m) { U(m); } } const B = A.bind(null, 1); new B(V);',
  ),
  carry(
    'behind a bound argument, and back',
    'const f = (a, m, n) => m; const b = f.bind(null, 1); U(b(V, 2));',
  ),
  carry(
    'behind a bound argument that is handed on',
    'function f() { return g.apply(this, arguments); } function g(a, m) { U(m); } f.bind(null, 1)(V);',
  ),
  carry('behind what is spread', 'const f = (a, b, m) => U(m); f(...[1, 2], V);'),
  carry('behind what is spread, and back', 'const f = (a, b, m, n) => m; U(f(...[1, 2], V, 3));'),
  carry('behind nothing that is spread', 'const f = (m, n) => U(m); f(...[], V, 2);'),
  carry('a later one of many', 'const f = (...m) => U(m[1]); f(1, V);'),
  carry('a later one of many, and back', 'const f = (...m) => m[1]; U(f(1, V));'),
  carry('a bound argument, by call of bind', 'function f(m) { U(m); } f.bind.call(f, null, V)();'),
  carry('call of its own call', 'function f(a, m) { U(m); } f.call.call(f, null, 1, V);'),
  carry('call of its own apply', 'function f(a, m) { U(m); } f.apply.call(f, null, [1, V]);'),
  carry('a bound bind', 'const f = (m) => U(m); f.bind.bind(f, null, V)()();'),
  carry('flat of lists in lists', 'const l = [[1, [2, [V]]]]; U(l.flat(Infinity)[2]);'),
  carry('flatMap of lists', '[[V]].flatMap((x) => x).forEach((m) => U(m));'),
  carry('reduceRight of functions', 'U([() => V].reduceRight((a, f) => f(a), 1));'),
  carry(
    'functions that are composed',
    'const all = (...f) => (x) => f.reduceRight((a, g) => g(a), x); all((m) => U(m), () => V)(1);',
  ),
  carry(
    'a proxy that may be revoked',
    'const { proxy } = Proxy.revocable({}, { get: () => V }); U(proxy.b);',
  ),
  carry(
    'a proxy as the traps of another',
    'const h = new Proxy({}, { get: () => () => V }); U(new Proxy({}, h).b);',
  ),
  carry('a trap that gives its object', 'const p = new Proxy(V, { get: (t) => t }); U(p.b);'),
];
