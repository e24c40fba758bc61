import { viaOf } from './called-with.ts';
import { addCommand, callCommand } from './call-command.ts';
import { callEvaluate, callTimer } from './call-evaluating.ts';
import { callWorker } from './call-worker.ts';
import { callList } from './step-list.ts';
import { giveParts } from './give-parts.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';
import { type ApiValue, followElements, type FunctionValue, type Value } from '../values/value.ts';
import { callExtension, callRequire, makeRequire } from './call-loading.ts';
import { giveArgument } from './give-argument.ts';

/** Handles a call whose callee has this value. */
export function stepCall(tracer: Tracer, at: { call: TracedCall; value: Value }): void {
  const { call, value } = at;
  switch (value.kind) {
    case 'api':
      return callApi(tracer, { call, api: value });
    case 'function':
      return callFunction(tracer, { call, value });
    case 'list':
      return callList(tracer, { call, list: value });
    case 'exports':
  }
}

function callFunction(tracer: Tracer, at: { call: TracedCall; value: FunctionValue }): void {
  const { call, value } = at;
  if (viaOf(call) === 'bind') tracer.add(call, value);
  tracer.calls.link(call, value.function);
  if (value.results !== tracer.own.results(value.function)) {
    followElements(value.results, (result) => tracer.add(call, result));
  }
  for (const node of call.arguments) {
    for (const given of tracer.valuesOf(node)) {
      giveArgument(tracer, { call, node, value: given, to: value.function });
    }
  }
}

function callApi(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const { does, others, gives } = api.node;
  // a call that leads nowhere else; what it does was told where it was reached
  tracer.judge();
  tracer.unseen.see(api);
  if (typeof others !== 'string') {
    tracer.findings.use(call, { call: api.name, permissions: others });
  }
  if (gives !== undefined) giveParts(tracer, { call, gives });
  switch (does) {
    case 'requires':
    case 'gets-builtin':
      return callRequire(tracer, { call, api });
    case 'makes-require': {
      return makeRequire(tracer, call);
    }
    case 'gives-global':
      return tracer.add(call, tracer.apis.global());
    case 'evaluates':
      return callEvaluate(tracer, { call, api });
    case 'evaluates-texts':
      return callTimer(tracer, { call, api });
    case 'evaluates-option':
      return callWorker(tracer, { call, api });
    case 'gets-extension':
      return callExtension(tracer, call);
    case 'adds-command':
      return addCommand(tracer, call);
    case 'runs-command':
      return tracer.later(() => callCommand(tracer, call));
    case undefined: {
      if (call.type !== 'NewExpression') return;
      const instance = tracer.apis.instanceOf(api);
      if (instance !== undefined) tracer.add(call, instance);
    }
  }
}
