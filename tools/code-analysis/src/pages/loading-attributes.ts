/** Attributes that load nothing, whatever they hold. */
export const harmlessAttributes =
  /^(?:xmlns(?::.*)?|id|class|name|title|alt|value|placeholder|lang|rel|type|role|cite|item\w+|property|vocab|typeof|resource|datatype|about|summary|label|integrity|crossorigin|nonce|sizes|media|width|height|colspan|rowspan|target|download|for|charset|viewbox|d|points|transform|version|aria-.*|data-.*)$/;

/** Attributes whose value is an address, also one that is unknown. */
const mayLoad =
  /^(?:src|href|xlink:href|srcset|poster|data|background|action|formaction|manifest|code|codebase|archive|classid|longdesc|profile|lowsrc|dynsrc|icon|usemap|from|to|values|by)$/;

/** Ends of names that code gives to attributes of its own from which it loads: `ng-href`, `x-bind:src`. */
const isNamedForLoading = /(?:^|[-.:])(?:src|href|srcset|poster|data|background|base)$/;

const svg = 'http://www.w3.org/2000/svg';

/**
 * Says what is loaded of an address in an attribute that isn't harmless: nothing; `address`, that address; or
 * `remote`, the address where it is surely on a server, because code may load it. In SVG, and where a name has a
 * prefix, as in metadata (`rdf:resource`), the latter are only names that are like those that load.
 *
 * @param name in lower case
 */
export function loadedBy(
  name: string,
  { namespaceURI }: { namespaceURI: string },
): 'nothing' | 'address' | 'remote' {
  if (mayLoad.test(name)) return 'address';
  const isOfData = namespaceURI === svg || name.includes(':');
  return isOfData && !isNamedForLoading.test(name) ? 'nothing' : 'remote';
}
