import type { AnyNode } from 'acorn';
import { nodesOf } from '../syntax/inside-function.ts';
import type { Tracer } from '../trace/tracer.ts';
import { findInCall } from './call-sinks.ts';
import { readField, readKey, readTagged } from './key-sinks.ts';
import { isPageObject } from './page-reach.ts';
import { readMember, readSet } from './set-sinks.ts';
import { type PageSink, SinkCollector } from './sink-collector.ts';

/** Finds all places where a text goes to a page or to the app. */
export function findSinks(tracer: Tracer): PageSink[] {
  const sinks = new SinkCollector(tracer);
  for (const code of tracer.code.codes.values()) {
    for (const node of nodesOf(code)) read(sinks, node);
  }
  return sinks.found;
}

function read(sinks: SinkCollector, node: AnyNode): void {
  switch (node.type) {
    case 'AssignmentExpression':
      if (node.left.type === 'MemberExpression') readSet(sinks, node, node.left);
      return;
    case 'MemberExpression':
      return readMember(sinks, node);
    case 'Property':
      return readKey(sinks, node);
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return readField(sinks, node);
    case 'CallExpression':
    case 'NewExpression':
      return findInCall(sinks, node);
    case 'TaggedTemplateExpression':
      return readTagged(sinks, node);
    case 'WithStatement':
      if (sinks.isWebview(node.object) || isPageObject(node.object, { isSure: true })) {
        sinks.addAny(node, { value: undefined, of: node.object });
      }
      return;
    default:
  }
}
