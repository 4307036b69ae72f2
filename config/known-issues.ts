import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { same, type Text } from './language';
import { root } from './root';
import { isDate, text, type Environment } from './variables';

/** What is said of a failure that is known. */
export interface KnownAs {
  readonly reason: string;
  /** Where it is worked on: http or https. */
  readonly link?: string;
  readonly owner?: string;
  /** Days such as `2026-11-20`; the issue is accepted up to and with the day on which it expires. */
  readonly since?: string;
  readonly expires?: string;
}

/** An entry of the known issues: it is about a cause, by its fingerprint, or about a case, by its title. */
export interface KnownIssue extends KnownAs {
  readonly cause?: string;
  readonly case?: string;
  /** The runs that it is about; absent where it is about all. */
  readonly target?: 'emulator' | 'live';
}

const day = { type: 'string', format: 'date', description: 'a day such as 2026-11-20' };
const line = { type: 'string', pattern: '\\S', description: 'a text' };
const properties = {
  cause: {
    type: 'string',
    pattern: '^[0-9a-f]{8}$',
    description: 'the eight hex digits of a cause, as reports show them',
  },
  case: { ...line, description: 'the whole title of a case' },
  target: { enum: ['live', 'emulator'], description: 'live or emulator' },
  reason: line,
  link: { type: 'string', pattern: '^https?://\\S+$', description: 'an http or https address' },
  owner: line,
  since: day,
  expires: day,
};
const schema = {
  type: 'array',
  description: 'a list of entries',
  items: {
    type: 'object',
    description: 'an entry with a cause or a case, and a reason',
    properties,
    required: ['reason'],
    oneOf: [{ required: ['cause'] }, { required: ['case'] }],
    additionalProperties: false,
  },
};

/**
 * Reads the known issues from the file that SUITE_KNOWN_ISSUES names, or else from `config/known-issues.yml`, which need not be there.
 * @param problems gets whatever is wrong with the file, with its line; then there are none.
 */
export function readKnownIssues(env: Environment, problems: Text[]): KnownIssue[] {
  const named = text(env, 'SUITE_KNOWN_ISSUES');
  const name = named ?? 'config/known-issues.yml';
  const file = resolve(root, name);
  if (existsSync(file)) return parsed(readFileSync(file, 'utf8'), name, problems);
  if (named !== undefined)
    problems.push({
      en: `SUITE_KNOWN_ISSUES is '${named}': there is no such file.`,
      zh: `SUITE_KNOWN_ISSUES 的值是 '${named}'：没有这个文件。`,
    });
  return [];
}

function parsed(yaml: string, name: string, problems: Text[]): KnownIssue[] {
  const lineCounter = new LineCounter();
  // Everything is a text there: a fingerprint such as 12345678 or 1234e567 is no number.
  const document = parseDocument(yaml, { lineCounter, schema: 'failsafe', prettyErrors: false });
  const lineAt = (offset: number): string => `${name}:${lineCounter.linePos(offset).line}: `;
  problems.push(...document.errors.map(({ message, pos: [from] }) => same(`${lineAt(from)}${message}`)));
  if (document.errors.length > 0 || document.contents === null) return [];
  const ajv = new Ajv({ allErrors: true, verbose: true, formats: { date: isDate } });
  const entries: unknown = document.toJS();
  const isValid = ajv.validate<KnownIssue[]>(schema, entries);
  // A folded text ends with a line break.
  if (isValid) return entries.map((each) => ({ ...each, ...(each.case && { case: each.case.trim() }) }));
  const told = (ajv.errors ?? []).filter(isTelling);
  problems.push(...told.map((error) => at(lineAt(offsetOf(document, error)), inWords(error))));
  return [];
}

// Of an entry with neither, or with both, `oneOf` tells as a whole; of what is no entry at all its type does.
const isTelling = ({ schemaPath, keyword, data }: ErrorObject): boolean =>
  keyword === 'oneOf' ? typeof data === 'object' : !schemaPath.includes('/oneOf/');

function offsetOf(document: Document, { instancePath, params }: ErrorObject): number {
  const path = instancePath.split('/').slice(1);
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  const { additionalProperty } = params as { additionalProperty?: string };
  const member = isMap(node)
    ? node.items.find(({ key }) => isScalar(key) && key.value === additionalProperty)?.key
    : undefined;
  const place = isNode(member) ? member : node;
  return (isNode(place) ? place.range?.[0] : undefined) ?? 0;
}

const at = (place: string, { en, zh }: Text): Text => ({ en: `${place}${en}`, zh: `${place}${zh}` });

function inWords({ keyword, instancePath, data, params, parentSchema }: ErrorObject): Text {
  const { missingProperty = '', additionalProperty = '' } = params as Partial<Record<string, string>>;
  const members = Object.keys(properties).join(', ');
  if (keyword === 'required')
    return { en: `'${missingProperty}' is missing.`, zh: `缺少 '${missingProperty}'。` };
  if (keyword === 'oneOf')
    return { en: 'an entry is about either a cause or a case.', zh: '每条须在 cause 与 case 中二选一。' };
  if (keyword === 'additionalProperties')
    return {
      en: `'${additionalProperty}' is no member of an entry; they are ${members}.`,
      zh: `没有 '${additionalProperty}' 这一项，可用的是 ${members}。`,
    };
  const name = instancePath.split('/')[2];
  const what = String(parentSchema?.description);
  return name === undefined
    ? { en: `this has to be ${what}.`, zh: `格式不对（${what}）。` }
    : {
        en: `${name} is '${String(data)}': it has to be ${what}.`,
        zh: `${name} 的值 '${String(data)}' 不对（${what}）。`,
      };
}
