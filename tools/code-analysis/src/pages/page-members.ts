import { pageMembers, type PageMember } from '@orchestra/core';

const byName = (by: PageMember['by']) =>
  new Map(
    pageMembers
      .filter((member) => member.by === by)
      .flatMap((member) => member.names.map((name) => [name, member] as const)),
  );
/** Members that are set as a property, by name. */
export const toSet = byName('set');
/** Members that are given a text by a call, by name. */
export const toCall = byName('call');
/** Members that are keys of a literal, by name. */
export const toKey = byName('key');

/** Names that nothing else has, so that a key or a text of that name is a use too. */
export const rare =
  /^(?:innerHTML|outerHTML|srcdoc|srcDoc|__html|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)$/;

/** Methods that keep what they are given, or only look at it. */
export const holds =
  /^(?:push|unshift|add|set|has|get|delete|includes|indexOf|concat|resolve|then|log|warn|error|info|debug|is|isArray|keys|from|assign|set|freeze|WeakRef|register)$/;

/** Methods of a page that code also calls by `call`, `apply` and `Reflect.apply`, or by another name. */
export const forwarded =
  /^(?:setAttribute(?:NS)?|insertAdjacentHTML|writeln?|createContextualFragment|parseFromString|set(?:HTMLUnsafe|Property)|insertRule|replaceSync)$/;
