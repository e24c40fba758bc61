import type { AnyNode } from 'acorn';
import { treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { judgeAddress, type Loads, worst } from './address.ts';
import { findConstantTexts } from './constant-texts.ts';
import { readScript } from './inline-scripts.ts';
import { judgeMarkdown } from './markdown.ts';
import { expand, marks, plainText } from './marks.ts';
import { judgeMarkup, type ShownPage } from './markup.ts';
import { elementName, reachesPage } from './page-reach.ts';
import { type FilesWithPages, findPageCode, type PageCode } from './page-code.ts';
import { boundToPages } from './page-powers.ts';
import { PageTexts } from './page-texts.ts';
import { spelled } from './spelling.ts';
import { findSinks } from './page-sinks.ts';
import type { PageSink } from './sink-collector.ts';
import { findShownFiles } from './shown-files.ts';
import { putsAnyIn } from './template-tags.ts';
import { judgeStyle } from './style.ts';

/**
 * Reports what pages, Markdown and pictures of the extension load from servers, by the texts that code gives
 * them. Run it when all else is traced.
 *
 * @returns what reading the texts has cost, in expressions: scripts in pages count for themselves; and whether
 *   all pages that were found have a policy that lets nothing be loaded from servers
 */
export function findPages(
  tracer: Tracer,
  of: FilesWithPages,
): { spent: number; isShielded: boolean } {
  const finder = new PageFinder(tracer, of);
  finder.run();
  return finder;
}

/**
 * Reports the same of code that surely runs in pages.
 *
 * @param of.isShielded true where these let nothing be loaded from servers
 */
export function findPagesInScripts(
  tracer: Tracer,
  of: FilesWithPages & { isShielded: boolean },
): void {
  new PageFinder(tracer, of, { isScript: true }).run(of.isShielded);
}

class PageFinder {
  readonly #tracer: Tracer;
  readonly #texts: PageTexts;
  /** The code that may run in a page. */
  readonly #pageCode: PageCode;
  readonly #files: FilesWithPages;
  isShielded = false;
  #reachesPage = false;
  /** Texts of Markdown, which may be put together of several. */
  readonly #markdown: { node: AnyNode; text: string }[] = [];
  /** Where Markdown is told that its addresses are on a server. */
  readonly #bases: AnyNode[] = [];

  /** @param isScript true for the code of a script in a page */
  constructor(tracer: Tracer, of: FilesWithPages, { isScript = false } = {}) {
    this.#tracer = tracer;
    this.#texts = new PageTexts(tracer, of.files);
    this.#files = of;
    this.#pageCode = isScript
      ? { codes: new Set(tracer.code.codes.values()), isSure: true }
      : findPageCode(this.#texts, of);
  }

  get spent(): number {
    return this.#texts.spent;
  }

  /** @param isShielded true for scripts of a page that lets nothing be loaded */
  run(isShielded?: boolean): void {
    const sinks = findSinks(this.#tracer).filter(({ member, node }) => {
      const code = this.#tracer.codeOf(node);
      return member.in !== 'page' || code === undefined || this.#pageCode.codes.has(code);
    });
    const pages = sinks.filter((sink) => sink.member.in === 'webview' && this.#isOfWebview(sink));
    const shown = pages.map((sink) => this.#showPage(sink));
    this.isShielded = isShielded ?? (!this.#pageCode.isSure && this.#areShielded(shown));
    this.#reachesPage = this.#pageCode.isSure || reachesPage(this.#tracer, this.#pageCode.codes);
    const { unseen } = this.#tracer;
    const isOfRaycast = this.#tracer.isWritten('raycast') || unseen.hasEntered('@raycast/api:');
    for (const sink of sinks) {
      const of = sink.member.in;
      if (of !== 'webview' && (of !== 'raycast' || isOfRaycast)) this.#judge(sink);
    }
    this.#judgeJoined();
    if (!this.isShielded && isShielded === undefined) this.#judgeFiles();
    findConstantTexts(this.#tracer, {
      texts: this.#texts,
      sinks,
      isOpen: this.#reachesPage && !this.isShielded,
      tell: (node, call) => this.#tell(node, call),
    });
  }

  /** False for a property `html` of something else, in code without pages. */
  #isOfWebview({ value }: PageSink): boolean {
    if (this.#tracer.isWritten('ebview') || this.#tracer.isWritten('ustomEditor')) return true;
    return value !== undefined && /</.test(this.#texts.of(value));
  }

  #showPage({ node, name, value }: PageSink): ShownPage {
    const written = value === undefined ? marks.made : this.#texts.of(value);
    const shown = (expand(written) ?? [written]).map((text) => judgeMarkup(text));
    const isShielded = shown.every((each) => each.isShielded);
    const call = `webview.${name}`;
    const loads = worst(shown.map((each) => each.loads));
    if (loads !== 'nothing') this.#tell(node, call);
    for (const { scripts } of shown)
      this.#runScripts(node, { scripts, isShielded, isInPage: true, call });
    const framesOwn = shown.some((each) => each.framesOwn);
    return { loads, scripts: [], isShielded, framesOwn };
  }

  /** True where a policy lets no page load anything, nor any file that one shows in a frame. */
  #areShielded(shown: readonly ShownPage[]): boolean {
    if (shown.length === 0 || !shown.every((page) => page.isShielded)) return false;
    const inFrames = shown.some((page) => page.framesOwn) ? [...this.#files.files] : [];
    return inFrames
      .filter(
        ([path]) => /\.(?:x?html?|svg|xml)$/i.test(path) && !/(?:^|\/)node_modules\//.test(path),
      )
      .every(([, bytes]) => judgeMarkup(plainText(new TextDecoder().decode(bytes))).isShielded);
  }

  #judge(sink: PageSink): void {
    const { member, value, node, name } = sink;
    const given = value === undefined ? marks.made : this.#texts.of(value);
    // parts that are appended one by one may spell anything
    const text = name === 'appendMarkdown' ? spelled(given) : given;
    if (member.takes === 'markdown') this.#markdown.push({ node, text });
    if (member.in !== 'page') {
      if (name === 'baseUri' && judgeAddress(text) === 'remote') this.#bases.push(node);
      else if (this.#judgeOfApp(sink, text) !== 'nothing') this.#tell(node, name);
      return;
    }
    const { loads, scripts } = this.#judgeOfPage(sink, text);
    const isOpen = this.#reachesPage && !this.isShielded;
    if (loads === 'remote' || (loads === 'unknown' && isOpen)) this.#tell(node, name);
    this.#runScripts(node, {
      scripts,
      isShielded: this.isShielded || !this.#reachesPage,
      isInPage: this.#reachesPage,
      call: name,
    });
  }

  /** Files of the package that pages show. */
  #judgeFiles(): void {
    const { files, others } = this.#files;
    const { loading, unread } = findShownFiles(this.#texts, [...files.keys(), ...others]);
    for (const { node, path } of loading) this.#tell(node, path);
    for (const { node, path } of unread) {
      const what = `code in a file of another kind: ${path}`;
      this.#tracer.findings.unresolved(node, { reason: 'unreadable', what });
    }
  }

  /** Markdown of several parts, and of addresses that are on a server by its base. */
  #judgeJoined(): void {
    const texts = this.#markdown.map(({ text }) => text);
    const isPicture = (text: string) => /!\[|<img|[\uFDD4\uFDD5]/i.test(text);
    const mayShow =
      texts.some(isPicture) || ['![', '<img'].some((each) => this.#tracer.isWritten(each));
    if (mayShow) for (const node of this.#bases) this.#tell(node, 'baseUri');
    const begins = texts.some((text) =>
      (expand(text) ?? text.split(/\f[ \t\n]\f/)).some((each) =>
        /!(?:\[[^\]]*(?:\]\([^)]*)?)?$/.test(each),
      ),
    );
    for (const { node, text } of begins ? this.#markdown : []) {
      const isRest =
        expand(text)?.some((each) =>
          /^(?:\[[^\]]*\]\(|[^[\]]*\]\(|\(|)\s*<?(?:https?:|\/\/)/i.test(each),
        ) ?? /https?:|\/\//i.test(text);
      if (isRest) this.#tell(node, 'Markdown with a picture');
    }
  }

  #judgeOfApp({ member, value }: PageSink, text: string): Loads {
    if (member.takes === 'markdown') return judgeMarkdown(text);
    if (value?.type === 'ObjectExpression') return 'nothing';
    return worst(
      (expand(text) ?? [text]).map((each) => {
        if (each.includes(marks.made)) return 'unknown';
        return judgeAddress(each) === 'remote' && /^\s*(?:https?:|\/\/)/i.test(each)
          ? 'remote'
          : 'nothing';
      }),
    );
  }

  #judgeOfPage(sink: PageSink, text: string): ShownPage {
    const tag = this.#tagOf(sink);
    // the parts of a template are put in as text, unless a function of the code's own does otherwise
    const { value } = sink;
    const isTemplate =
      value?.type === 'TaggedTemplateExpression' &&
      (sink.of === undefined || !putsAnyIn(this.#texts, value.tag));
    const known = isTemplate ? text.replaceAll(marks.given, marks.escaped) : text;
    if (sink.member.takes === 'style') {
      return { loads: judgeStyle(text), scripts: [], isShielded: false, framesOwn: false };
    }
    if (sink.member.takes === 'attribute') return judgeAttribute(tag, { ...sink, text });
    const isRaw = sink.member.takes === 'raw' || /^(?:script|style)$/i.test(tag);
    if (!isRaw) return judgeMarkup(known);
    const of = tag === anyTag ? 'script' : tag;
    return judgeMarkup(`<${of}>${known}</${of}>`);
  }

  /** The element whose attribute is set: a link that code itself follows loads like an element. */
  #tagOf({ of, tag: named }: PageSink): string {
    const tag = (named || undefined) ?? (of && elementName(this.#tracer, of)) ?? anyTag;
    const uses = variableOf(of)?.references ?? [];
    const isFollowed = uses.some(({ identifier }) => {
      const member = treeIdentifier(identifier).parent;
      return (
        member?.type === 'MemberExpression' &&
        /^(?:click|dispatchEvent|requestSubmit)$/.test(writtenName(member) ?? '')
      );
    });
    return isFollowed ? anyTag : tag;
  }

  /** Reports what scripts in a page do; what they show counts as in files of code. */
  #runScripts(
    node: AnyNode,
    of: { scripts: readonly string[]; isShielded: boolean; isInPage: boolean; call: string },
  ): void {
    for (const text of of.scripts) {
      const read = readScript(this.#tracer, { text, isShielded: of.isShielded });
      if (read === null) {
        this.#tell(node, of.call);
        continue;
      }
      for (const each of read)
        findPagesInScripts(each, { ...this.#files, isShielded: of.isShielded });
      for (const each of read) {
        const { isShielded } = of;
        const found = boundToPages(each, { isSure: () => of.isInPage, isShielded });
        this.#tracer.findings.addAt(node, found);
      }
    }
  }

  #tell(node: AnyNode, call: string): void {
    this.#tracer.findings.use(node, { call, permissions: ['network'] });
  }
}

/** An element that isn't known: any that loads what its attributes name. */
const anyTag = 'x-tag';

/** What an attribute of an element loads. */
function judgeAttribute(
  tag: string,
  of: { attribute?: string | undefined; text: string },
): ShownPage {
  const { attribute = 'src', text } = of;
  const quoted = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // what is set ends no quotes; only `srcdoc` is a page of its own
  const known = attribute === 'srcdoc' ? quoted : quoted.replaceAll(marks.given, marks.escaped);
  const more = tag === 'meta' ? ' http-equiv="refresh"' : '';
  return judgeMarkup(`<${tag}${more} ${attribute}="${known}">`);
}
