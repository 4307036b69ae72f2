import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Recording } from '../../../reporting/records/recording';
import { harCall, type Beside } from './har';
import { valuesIn } from './json-stream';
import { isRecording, itemsInLines } from './lines';
import { newmanCall } from './newman';
import { Unreadable, type Item } from './recorded-call';

const takes =
  'It takes a HAR, the JSON report of Newman (`newman run … --reporters json`), recordings/, and the raw records of a run';

/**
 * Reads what was recorded in a file, whatever its name is: its content says which format it has. A large file is never held as a whole.
 * @throws Unreadable where the file is empty, broken, cut short, or none of these formats.
 */
export async function* readFile(file: string): AsyncGenerator<Item> {
  const name = basename(file);
  const head = headOf(file);
  const why = unfit(head);
  if (why !== undefined) throw new Unreadable(`${name} ${why}`);
  yield* isOfLines(head.toString('utf8')) ? itemsInLines(file, name) : itemsInDocument(file, name);
}

function headOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(4096);
    return head.subarray(0, readSync(descriptor, head));
  } finally {
    closeSync(descriptor);
  }
}

function unfit(head: Buffer): string | undefined {
  const start = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (start === '') return 'is empty.';
  if (start.startsWith('PK')) return 'is a ZIP file: unpack it first, and give the HAR in it.';
  if (start.startsWith('\x1f\x8b')) return 'is packed with gzip: unpack it first.';
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start)) return 'is written in UTF-16: save it as UTF-8 first.';
  return start.startsWith('{') ? undefined : `is no recording that this command knows. ${takes}.`;
}

// What begins like one of the large documents, or is laid out over several lines, is a single document.
const documents = /^(?:log|run|collection|environment|globals|id|collection_id|results)$/;

function isOfLines(head: string): boolean {
  const [first = ''] = head
    .replace(/^\ufeff/, '')
    .trimStart()
    .split('\n', 1);
  const [, key] = /^\{\s*"([^"]*)"/.exec(first) ?? [];
  return key !== undefined && !documents.test(key);
}

const ofRecording = ['endpoint', 'by', 'host', 'recorded', 'fields', 'refusals'];
const paths = [
  '$.log.version',
  '$.log.entries.*',
  '$.run.executions.*',
  '$.collection_id',
  ...ofRecording.map((member) => `$.${member}`),
];

async function* itemsInDocument(file: string, name: string): AsyncGenerator<Item> {
  const members: Record<string, unknown> = {};
  const beside = filesBeside(file);
  let ended = 0;
  for await (const { path, value } of valuesIn(file, name, paths)) {
    const [top, , index] = path;
    if (typeof index === 'number') {
      const item = callAt(String(top), index, { value, name, beside, ended });
      ended = item.call.startedAt + item.call.durationMs;
      yield item;
    } else members[String(top)] = value;
    if (top === 'log' || top === 'run') members[top] = true;
  }
  if (isRecording(members))
    yield { kind: 'recording', place: name, recording: members as unknown as Recording };
  else if (!('log' in members) && !('run' in members)) throw new Unreadable(`${name} ${foreign(members)}`);
}

type CallItem = Extract<Item, { kind: 'call' }>;

interface Value {
  readonly value: unknown;
  readonly name: string;
  readonly beside: Beside;
  /** When the call before it had ended. */
  readonly ended: number;
}

function callAt(top: string, index: number, { value, name, beside, ended }: Value): CallItem {
  const place = `${name} ${top === 'log' ? 'entry' : 'execution'} ${index + 1}`;
  const call = top === 'log' ? harCall(value, place, beside) : newmanCall(value, place, ended);
  return { kind: 'call', place, call };
}

// Only of its own folder, whatever the HAR says.
const filesBeside =
  (file: string): Beside =>
  (name) => {
    const path = join(dirname(file), basename(name));
    return existsSync(path) ? readFileSync(path) : undefined;
  };

function foreign(members: object): string {
  return 'collection_id' in members
    ? "is Postman's own export of a run, which holds no answers: run the collection with `newman run … --reporters json`."
    : `is JSON, but no recording that this command knows. ${takes}.`;
}
