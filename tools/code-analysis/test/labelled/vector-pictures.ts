import { type LabelledSnippet, named, pageScript, snippet } from './labelled-snippet.ts';

/** A page that has a text of SVG in it, and one that shows it as a file. */
function shown(svg: string): LabelledSnippet['code'][] {
  const panel =
    "const vscode = require('vscode'), path = require('path');\nconst { webview } = vscode.window.createWebviewPanel('a', 'b', 1, {});\n";
  return [
    `${panel}webview.html = ${JSON.stringify(svg)};`,
    {
      'main.js': `${panel}webview.html = '<object data="' + webview.asWebviewUri(vscode.Uri.file(path.join(__dirname, 'a.svg'))) + '"></object>';`,
      'a.svg': svg,
    },
  ];
}

const open =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"';

const plain = [
  `${open}><metadata><rdf:RDF><cc:Work rdf:about="http://example.com/a"><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/><dc:source>https://example.com</dc:source></cc:Work></rdf:RDF></metadata></svg>`,
  `${open} inkscape:export-filename="https://example.com/a.png" sodipodi:docbase="http://example.com"><path d="M0 0"/></svg>`,
  `${open}><g requiredFeatures="http://www.w3.org/TR/SVG11/feature#Shape" requiredExtensions="http://www.w3.org/1999/xhtml"/></svg>`,
  `${open} content="http://example.com"><use xlink:href="#a" xlink:role="http://example.com"/></svg>`,
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>',
];

const loading = [
  `${open}><use xlink:href="https://example.com/a.svg#b"/></svg>`,
  `${open}><filter><feImage href="https://example.com/a.png"/></filter></svg>`,
  `${open}><script xlink:href="https://example.com/a.js"/></svg>`,
  `${open}><rect fill="url(https://example.com/a.svg#b)"/></svg>`,
  `${open}><rect style="mask: url(https://example.com/a.svg#b)"/></svg>`,
  `${open}><metadata><image href="https://example.com/a.png"/></metadata></svg>`,
  `${open}><image xml:base="https://example.com/" href="a.png"/></svg>`,
  `${open} xmlns:a="http://www.w3.org/1999/xlink"><image a:href="https://example.com/a.png"/></svg>`,
  '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:image href="https://example.com/a.png"/></s:svg>',
];

/** Texts that a browser reads as XML alone, where they are a file. */
const plainXml = [
  '<!DOCTYPE svg [<!ENTITY a "http://www.w3.org/2000/svg"><!ENTITY b "http://example.com/">]><svg xmlns="&a;" xmlns:b="&b;"/>',
  '<?xml-stylesheet href="#a" type="text/css"?><svg><style id="a">path { fill: red }</style></svg>',
];
const loadingXml = [
  '<?xml-stylesheet type="text/css" href="https://example.com/a.css"?><svg/>',
  '<!DOCTYPE svg [<!ENTITY a "https://example.com/a.png">]><svg><image href="&a;"/></svg>',
  '<!DOCTYPE svg [<!ENTITY a "<image href=\'&b;\'/>"><!ENTITY b "https://example.com">]><svg>&a;</svg>',
  '<!DOCTYPE svg [<!ENTITY % a "<!ENTITY b \'https://example.com\'>"> %a;]><svg><image href="&b;"/></svg>',
];
const files = (texts: readonly string[]) => texts.flatMap((text) => shown(text).slice(1));

/** Metadata and namespaces load nothing; what SVG shows, runs or styles itself with does. */
export const vectorPictures: LabelledSnippet[] = [
  ...[...plain.flatMap(shown), ...files(plainXml)].map((code) => snippet(named(code), code, [])),
  ...[...loading.flatMap(shown), ...files(loadingXml)].map((code) =>
    snippet(named(code), code, ['network']),
  ),
  pageScript(
    "document.querySelector('svg').setAttribute('rdf:resource', 'http://example.com');",
    [],
  ),
  pageScript(`document.body.innerHTML = ${JSON.stringify(plain[0])};`, []),
  pageScript(`document.body.innerHTML = ${JSON.stringify(loading[0])};`, ['network']),
];
