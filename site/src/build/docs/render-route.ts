import { escapeText } from './escape-text.ts';
import type { Operation, Parameter } from './reference-files.ts';
import { describeLimits, describeType } from './schema/describe-type.ts';
import { type Field, listFields } from './schema/list-fields.ts';
import { renderFields } from './schema/render-fields.ts';
import { sampleValue } from './schema/sample-value.ts';

/** A route with its path below `/api/v1`. */
export interface RouteReference extends Operation {
  method: string;
  path: string;
}

/** Renders a route as Markdown: description, parameters, responses, and an example with curl. */
export function renderRoute(route: RouteReference): string {
  const { method, path, summary, description = '', parameters = [], requestBody } = route;
  const body = requestBody?.content['application/json']?.schema;
  return [
    `### ${summary}`,
    `\`${method} ${path}\``,
    [escapeText(description), tokenNote(route)].filter((part) => part !== '').join(' '),
    parameters.length === 0 ? '' : `**Parameters**\n\n${renderFields(parameters.map(toField))}`,
    body === undefined ? '' : `**Body** (JSON)\n\n${renderFields(listFields(body))}`,
    renderAnswers(route),
    `\`\`\`sh\n${renderCurl(route)}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function tokenNote({ security }: Operation): string {
  if (security === undefined) return '';
  const isOptional = security.some((way) => Object.keys(way).length === 0);
  return isOptional ? 'A token may be sent.' : 'Needs a token.';
}

function toField({ name, in: place, required, description, schema }: Parameter): Field {
  return {
    path: name,
    type: describeType(schema),
    required: required === true,
    description: description ?? schema.description ?? '',
    limits: [...describeLimits(schema), `in the ${place === 'header' ? 'headers' : place}`],
  };
}

/**
 * Renders the responses, folded because they are long and rarely needed. Fields are not marked as required,
 * because responses always have them.
 */
function renderAnswers({ responses }: Operation): string {
  return Object.entries(responses)
    .map(([status, { content }]) => {
      const schema = content?.['application/json']?.schema ?? {};
      const fields = listFields(schema).map((field) => ({ ...field, required: false }));
      return fields.length === 0
        ? `Answers \`${status}\`.`
        : `<details>\n<summary>Answers <code>${status}</code></summary>\n\n${renderFields(fields)}\n\n</details>`;
    })
    .join('\n\n');
}

function renderCurl(route: RouteReference): string {
  const { method, security, requestBody } = route;
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const isPackage = route.operationId.startsWith('publish');
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '{{api}}${samplePath(route)}'`,
    security === undefined ? '' : '-H "Authorization: Bearer $ORCHESTRA_TOKEN"',
    isPackage ? "-H 'Content-Type: application/gzip'" : '',
    isPackage
      ? '-H "Content-Digest: sha-256=:$(openssl dgst -sha256 -binary tide-table-1.0.0.tar.gz | base64):"'
      : '',
    isPackage ? '--data-binary @tide-table-1.0.0.tar.gz' : '',
    type !== 'application/json' || content === undefined
      ? ''
      : `--json '${JSON.stringify(sampleValue(content.schema))}'`,
  ];
  return lines.filter((line) => line !== '').join(' \\\n  ');
}

function samplePath({ path }: RouteReference): string {
  const samples = new Map(
    Object.entries({ name: 'tide-table', version: '1.0.0', id: '7', login: 'tidewater' }),
  );
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples.get(name) ?? name);
}
