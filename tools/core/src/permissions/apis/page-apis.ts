import { type ApiJudgement, type ApiTable, judgeApi } from './judgement.ts';

/** What a member of a page or of a user interface takes, which decides what showing it loads. */
export type PagePart =
  /** HTML or SVG, also as a part of a page. */
  | 'markup'
  /** The value of an attribute: an address, or a text in which one may be. */
  | 'attribute'
  | 'style'
  /** The text of an element that is a script or a style sheet. */
  | 'raw'
  | 'markdown'
  /** A picture by its address, also one for each colour theme. */
  | 'picture';

/** Members that take a part of a page, and how they do. */
export interface PageMember extends ApiJudgement {
  takes: PagePart;
  /** Set as a property, given to a call, or given by a key of a literal. */
  by: 'set' | 'call' | 'key';
  /** Position of the argument that is taken; 0 where it is left out. */
  at?: number;
  /** Where it stands: in a page of the extension, in the app that shows such a page, in the app itself, or in Raycast alone. */
  in: 'page' | 'webview' | 'app' | 'raycast';
}

const takes = (
  of: Pick<PageMember, 'takes' | 'by' | 'in'> & { at?: number },
  why: string,
  names: string,
): PageMember => ({ ...judgeApi('followed', why, names), ...of });

/** Members by which code makes pages and puts pictures into the app, on any object. */
export const pageMembers: readonly PageMember[] = [
  takes(
    { takes: 'markup', by: 'set', in: 'webview' },
    'The text of a page. What it loads from servers needs `network`.',
    'html',
  ),
  takes(
    { takes: 'markup', by: 'set', in: 'page' },
    'HTML in a page: as its text says.',
    'innerHTML outerHTML srcdoc srcDoc __html',
  ),
  takes(
    { takes: 'markup', by: 'call', in: 'page', at: 1 },
    'HTML in a page: as its text says.',
    'insertAdjacentHTML',
  ),
  takes(
    { takes: 'markup', by: 'call', in: 'page' },
    'HTML in a page: as its text says.',
    'createContextualFragment setHTML setHTMLUnsafe parseHTML parseHTMLUnsafe parseFromString write writeln html unsafeHTML unsafeSVG bypassSecurityTrustHtml',
  ),
  takes(
    { takes: 'markup', by: 'call', in: 'page', at: 2 },
    'HTML in a page: as its text says.',
    'execCommand',
  ),
  takes(
    { takes: 'raw', by: 'set', in: 'page' },
    'The text of a `script` or `style` element that code makes. In others it is shown as text.',
    'text textContent innerText',
  ),
  takes(
    { takes: 'raw', by: 'call', in: 'page' },
    'The text of a `script` or `style` element that code makes. In others it is shown as text.',
    'append prepend appendChild replaceChildren',
  ),
  takes(
    { takes: 'attribute', by: 'set', in: 'page' },
    'An address that a page loads, where it is on a server. The address of a link is opened by people.',
    'src srcset srcSet imageSrcset href baseVal xlinkHref action formAction poster background ping lowsrc data code codebase archive',
  ),
  takes(
    { takes: 'attribute', by: 'call', in: 'page', at: 1 },
    'An attribute in a page: as its name and value say.',
    'setAttribute setAttributeNS attr prop',
  ),
  takes(
    { takes: 'attribute', by: 'call', in: 'page' },
    'An attribute in a page that is put there as an object.',
    'setAttributeNode setAttributeNodeNS setNamedItem setNamedItemNS',
  ),
  takes(
    { takes: 'attribute', by: 'call', in: 'page' },
    'The address of a script that a worklet runs.',
    'addModule',
  ),
  takes(
    { takes: 'style', by: 'set', in: 'page' },
    'CSS in a page: it loads what `url()`, `image-set()` and `@import` name.',
    'cssText backgroundImage borderImage borderImageSource listStyle listStyleImage cursor filter mask maskImage clipPath shapeOutside offsetPath',
  ),
  takes(
    { takes: 'style', by: 'call', in: 'page', at: 1 },
    'CSS in a page: it loads what `url()`, `image-set()` and `@import` name.',
    'setProperty addRule FontFace',
  ),
  takes(
    { takes: 'style', by: 'call', in: 'page' },
    'CSS in a page: it loads what `url()`, `image-set()` and `@import` name.',
    'insertRule replaceSync',
  ),
  takes(
    { takes: 'markdown', by: 'call', in: 'app' },
    'Markdown: its pictures on servers need `network`, its links don’t.',
    'MarkdownString appendMarkdown Hover',
  ),
  takes(
    { takes: 'markdown', by: 'key', in: 'raycast' },
    'Markdown: its pictures on servers need `network`, its links don’t.',
    'markdown',
  ),
  takes(
    { takes: 'picture', by: 'key', in: 'app' },
    'A picture: one on a server needs `network`.',
    'iconPath gutterIconPath contentIconPath light dark baseUri',
  ),
  takes(
    { takes: 'picture', by: 'key', in: 'raycast' },
    'A picture: one on a server needs `network`.',
    'icon source content image fallback',
  ),
];

/** What decides on a text that pages show: shown in the documentation. */
const rules: readonly ApiJudgement[] = [
  judgeApi(
    'harmless',
    'A constant text without addresses of servers and without scripts. Scripts in it are read as code.',
    '',
  ),
  judgeApi(
    'harmless',
    'Parts that the package gives itself: numbers, nonces, escaped texts, and addresses of its own files.',
    'webview.asWebviewUri webview.cspSource',
  ),
  judgeApi(
    'harmless',
    'Any part of a page that begins with a Content-Security-Policy whose `default-src` and other lists name no server: nothing can be loaded. This holds for its scripts too, where all pages of the package have one.',
    '',
  ),
  judgeApi(
    'network',
    'A constant address on a server, from which a page, Markdown or a picture is loaded.',
    '',
  ),
  judgeApi(
    'network',
    'An unknown part of a page without such a policy: it may hold pictures, styles and scripts of servers.',
    '',
  ),
  judgeApi(
    'network',
    'What can’t be followed in a script that surely runs only in pages, without such a policy.',
    '',
  ),
  judgeApi(
    'network',
    'Markdown or a picture’s address that code puts together in a way that can’t be read.',
    '',
  ),
  judgeApi(
    'harmless',
    'Markdown, and pictures’ addresses, from outside of the code: from a document, a setting or an answer.',
    '',
  ),
];

/** What texts of pages need, as the documentation shows it. */
export const pageApis: ApiTable = { module: 'page', judgements: [...pageMembers, ...rules] };
