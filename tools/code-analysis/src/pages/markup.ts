import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { judgeAddress, type Loads, worst } from './address.ts';
import { harmlessAttributes, loadedBy } from './loading-attributes.ts';
import { depthAt, expand, hasForeignMark, marks, unknownMarks } from './marks.ts';
import { allowsOwnFrames, isStrictPolicy } from './policy.ts';
import { judgeStyle } from './style.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** What a text of HTML or SVG does when it is shown. */
export interface ShownPage {
  loads: Loads;
  /** Texts of scripts in it. */
  scripts: string[];
  /** True where a policy in it lets nothing be loaded from servers, whatever unknown parts hold. */
  isShielded: boolean;
  /** True where that policy lets it show files of the package in frames, which it doesn't hold for. */
  framesOwn: boolean;
}

const mostDepth = 4;

/** Judges a text of HTML or SVG. A browser reads it by the same rules. */
export function judgeMarkup(written: string, depth = 0): ShownPage {
  // an alternative that begins right behind "<" would end the tag
  const text = written
    .replace(/<(\/?)(?:\f[ \t\n]\f)+/g, '<$1')
    .replace(/<[\uFDD0\uFDD1]/g, '<x-tag')
    // the name of a tag that isn't known may hold attributes as well
    .replace(/<(?=[\uFDD2-\uFDD5])/g, '<x-tag ');
  const document = parse(text, { sourceCodeLocationInfo: true });
  const context = parseFragment('<template></template>').childNodes[0];
  const fragment =
    context !== undefined && 'tagName' in context
      ? parseFragment(context, text, { scriptingEnabled: false })
      : document;
  const page = new Page(depth);
  page.read(document);
  page.read(fragment);
  const policy = strictPolicy(document, text);
  const isShielded = policy !== undefined;
  const loads = worst(page.loads);
  return {
    loads: isShielded && loads === 'unknown' ? 'nothing' : loads,
    scripts: [...page.scripts],
    isShielded,
    framesOwn: policy !== undefined && allowsOwnFrames(policy),
  };
}

/** Collects what the elements of a page load and run. */
class Page {
  readonly loads: Loads[] = [];
  readonly scripts = new Set<string>();
  readonly #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  read(root: ParentNode): void {
    const waiting: ParentNode[] = [root];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const node of at.childNodes) {
        if ('tagName' in node) {
          this.#readElement(node);
          waiting.push(node);
          if ('content' in node) waiting.push(node.content);
        } else if ('value' in node && unknownMarks.test(node.value) && !isRaw(at))
          this.loads.push('unknown');
        else if ('data' in node && unknownMarks.test(node.data)) this.loads.push('unknown');
      }
    }
  }

  #readElement(element: Element): void {
    const { tagName, attrs } = element;
    for (const { name, value, prefix } of attrs) {
      this.#readAttribute(element, { name: prefix ? `${prefix}:${name}` : name, value });
    }
    const text = element.childNodes.map((each) => ('value' in each ? each.value : '')).join('');
    if (tagName === 'style') this.loads.push(judgeStyle(text));
    else if (tagName === 'script' && isImportMap(element)) this.loads.push(judgeMap(text));
    else if (tagName === 'script' && isRunnable(element) && text.trim() !== '')
      this.scripts.add(text);
    else if (isRaw(element) && unknownMarks.test(text)) this.loads.push('unknown');
  }

  #readAttribute(element: Element, of: { name: string; value: string }): void {
    const { value } = of;
    const name = of.name.replace(/[\uFDD0-\uFDD5]/g, '').toLowerCase();
    // a name that is unknown, or a value that may end its quotes
    if (hasForeignMark(of.name) || unknownMarks.test(value)) this.loads.push('unknown');
    if (harmlessAttributes.test(name)) return;
    if (/^(?:a|area) (?:href|xlink:href)$/.test(`${element.tagName} ${name}`)) {
      return this.#readScript(value);
    }
    if (/^on[a-z]+$/.test(name)) {
      if (value.trim() !== '') this.scripts.add(value);
      return;
    }
    if (name === 'style') return void this.loads.push(judgeStyle(value));
    if (name === 'srcdoc') return this.#readInner(value);
    if (element.tagName === 'meta') return this.#readMeta(element, { name, value });
    if (element.tagName === 'link' && isPlainLink(element)) return;
    for (const each of expand(value) ?? [value]) this.#readAddress(element, { name, value: each });
  }

  /** The address of a link, which people open: only `javascript:` runs at once. */
  #readScript(value: string): void {
    for (const each of expand(value) ?? [marks.made]) {
      const [, script] = /^\s*javascript:([^]*)$/i.exec(each.replace(/[\t\n\r]/g, '')) ?? [];
      if (script !== undefined) this.scripts.add(decoded(script));
    }
  }

  #readAddress(element: Element, { name, value }: { name: string; value: string }): void {
    const [, type, rest] = /^\s*data:([^,]*),([^]*)$/i.exec(value) ?? [];
    this.#readScript(value);
    if (rest !== undefined) this.#readData(element, { type: type ?? '', rest });
    else if (name === 'srcset' || name === 'imagesrcset' || name === 'ping') {
      this.loads.push(...value.split(/[\s,]+/).map((each) => judgeAddress(each)));
    } else {
      const loads = judgeAddress(value);
      const isLoaded = loadedBy(name, element);
      if (isLoaded === 'address' || isLoaded === loads) this.loads.push(loads);
    }
    if (/(?:url|src|image-set)\(/i.test(value)) this.loads.push(judgeStyle(value));
  }

  /** A page or script inside of an address. */
  #readData(element: Element, { type, rest }: { type: string; rest: string }): void {
    if (/^image\//i.test(type) && /^(?:img|image|input|source|link|video)$/i.test(element.tagName))
      return;
    const text = /;\s*base64/i.test(type) ? decodedBase64(rest) : decoded(rest);
    if (element.tagName === 'script') this.scripts.add(text);
    else this.#readInner(text);
  }

  #readInner(text: string): void {
    if (this.#depth > mostDepth) return void this.loads.push('unknown');
    const inner = judgeMarkup(text, this.#depth + 1);
    this.loads.push(inner.loads);
    for (const script of inner.scripts) this.scripts.add(script);
  }

  #readMeta(element: Element, { name, value }: { name: string; value: string }): void {
    if (name !== 'content' || !/^\s*refresh\s*$/i.test(attributeOf(element, 'http-equiv') ?? ''))
      return;
    const [, to = ''] = /^[\s\d.]*[;,\s]\s*(?:url\s*=)?\s*["']?([^]*)$/i.exec(value) ?? [];
    this.loads.push(judgeAddress(to));
  }
}

/** Kinds of links that load nothing. */
const plainLinks =
  /^(?:canonical|license|author|help|search|alternate|next|prev|bookmark|me|nofollow|noopener|noreferrer|tag|external|privacy-policy|terms-of-service)$/i;

function isPlainLink(element: Element): boolean {
  const rel = (attributeOf(element, 'rel') ?? '').trim();
  return rel !== '' && rel.split(/\s+/).every((each) => plainLinks.test(each));
}

/** True for a map of names of modules to addresses. */
function isImportMap(element: Element): boolean {
  return /^\s*(?:importmap|speculationrules)\s*$/i.test(attributeOf(element, 'type') ?? '');
}

function judgeMap(text: string): Loads {
  const addresses = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, each = '']) =>
    each.replaceAll('\\/', '/'),
  );
  return worst(addresses.map((each) => judgeAddress(each)));
}

/** True for a script that runs; others are data. */
function isRunnable(element: Element): boolean {
  const type = (attributeOf(element, 'type') ?? '').trim();
  return !/^(?:application\/(?:ld\+)?json|text\/(?:x-)?(?:template|html|plain|markdown)[\w-]*)$/i.test(
    type,
  );
}

/** Elements whose text is no page: it is read where the element is, or nothing loads it. */
function isRaw(node: ParentNode): boolean {
  return 'tagName' in node && /^(?:script|style)$/.test(node.tagName);
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name.toLowerCase() === name)?.value;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function decodedBase64(text: string): string {
  return /[\uFDD0-\uFDD5]/.test(text)
    ? marks.made
    : Buffer.from(decoded(text), 'base64').toString();
}

/** The policy of a page that begins with one which lets nothing be loaded from servers. */
function strictPolicy(
  document: DefaultTreeAdapterTypes.Document,
  text: string,
): string | undefined {
  const html = document.childNodes.find((each) => 'tagName' in each && each.tagName === 'html');
  const head =
    html && 'childNodes' in html
      ? html.childNodes.find((each) => each.nodeName === 'head')
      : undefined;
  if (head === undefined || !('childNodes' in head)) return undefined;
  for (const node of head.childNodes) {
    if (!('tagName' in node) || node.tagName !== 'meta') continue;
    if (!/^content-security-policy$/i.test(attributeOf(node, 'http-equiv')?.trim() ?? '')) continue;
    const at = node.sourceCodeLocation?.startOffset ?? 0;
    // what comes before it, and attributes that aren't known, may be anything
    const isSure = depthAt(text, at) === 0 && !unknownMarks.test(text.slice(0, at));
    const isPlain = node.attrs.every(({ name }) => !/[\uFDD0-\uFDD5]/.test(name));
    const policy = attributeOf(node, 'content') ?? '*';
    if (isSure && isPlain && isStrictPolicy(policy)) return policy;
  }
  return undefined;
}
