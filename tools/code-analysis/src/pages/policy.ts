import { expand, marks } from './marks.ts';

/**
 * True for a Content-Security-Policy that lets a page load nothing from servers: it has a default, and names
 * no host anywhere. Source: https://www.w3.org/TR/CSP3/
 */
export function isStrictPolicy(written: string): boolean {
  const texts = expand(written);
  return texts !== null && texts.every(isStrict);
}

/**
 * True for a Content-Security-Policy that lets a page show files of the package in frames: these have policies of
 * their own, or none. A page in an address itself has that of the page around it.
 */
export function allowsOwnFrames(written: string): boolean {
  return expand(written)?.every((text) => !mayFrame(text)) !== true;
}

function mayFrame(text: string): boolean {
  const directives = directivesOf(text);
  const inFrames = ['frame-src', 'child-src', 'default-src'].find((name) => directives.has(name));
  const inObjects = ['object-src', 'default-src'].find((name) => directives.has(name));
  return [inFrames, inObjects].some((name) =>
    directives.get(name ?? '')?.some((source) => !/^(?:|'none'|data:|blob:)$/i.test(source)),
  );
}

function directivesOf(text: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    // the first of a name counts
    const known = name.toLowerCase();
    if (!directives.has(known)) directives.set(known, sources);
  }
  return directives;
}

function isStrict(text: string): boolean {
  const directives = directivesOf(text);
  return (
    directives.has('default-src') &&
    [...directives].every(([name, sources]) =>
      !names.test(name) ? isPlain(name) : sources.every(isLocal),
    )
  );
}

/** Directives with a list of sources. */
const names = /^[a-z-]+-(?:src|src-elem|src-attr|action|ancestors|uri)$/;

function isPlain(name: string): boolean {
  return /^[a-z-]*$/.test(name);
}

const ownHost = /^https:\/\/(?:\*\.)?vscode-(?:cdn|resource|webview)\.(?:net|test)$/i;
const keyword =
  /^'(?:none|self|strict-dynamic|report-sample|inline-speculation-rules|(?:unsafe|wasm-unsafe)-[a-z-]+|sha(?:256|384|512)-[\w+/=-]+)'$/i;
/** A nonce, also one that is made of what a page escapes: it has neither spaces nor quotes. */
const nonce = /^'nonce-[\w+/=\uFDD0-\uFDD2-]*'$/i;

function isLocal(source: string): boolean {
  return (
    source === '' ||
    new RegExp(`^${marks.own}+$`).test(source) ||
    keyword.test(source) ||
    nonce.test(source) ||
    ownHost.test(source) ||
    /^(?:data|blob|filesystem|mediastream|vscode-[\w-]+):$/i.test(source)
  );
}
