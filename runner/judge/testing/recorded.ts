import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../../../client/redaction/redact';
import { temporaryFolder } from '../../../reporting/testing/temporary-folder';
import { judgeFiles, type Asked, type Judged } from '../judge-traffic';

export const token = '0123456789abcdef0123456789abcdef';

/** A folder for the files of tests, which is removed after them. */
export function useFolder() {
  const folder = temporaryFolder();
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    writeFileSync(path, isRaw ? content : JSON.stringify(content));
    return path;
  };
  return { folder, file };
}

/** Judges files as the command does where nothing else is said. */
export const judged = (files: readonly string[], asked: Partial<Asked> = {}): Promise<Judged> =>
  judgeFiles(files, { hosts: [], strict: false, perSecond: 20, redactor: new Redactor(), ...asked });

interface Spoken {
  readonly method?: string;
  /** Of oapi; the token is added. */
  readonly path: string;
  readonly request?: unknown;
  readonly answer?: unknown;
  readonly host?: string;
  readonly at?: number;
  readonly status?: number | null;
  /** How the connection ended, as Charles says it. */
  readonly ended?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sent?: Readonly<Record<string, string>>;
  /** In place of the content that `answer` makes. */
  readonly content?: object;
  readonly postData?: object;
}

const pairs = (headers: Readonly<Record<string, string>>): object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

const json = { 'Content-Type': 'application/json;charset=UTF-8', Date: 'Mon, 30 Nov 2026 01:00:00 GMT' };

const usual = {
  ...{ method: 'POST', host: 'https://oapi.dingtalk.com', at: 0, status: 200 },
  ...{ headers: json, sent: {}, request: {} },
};

/** An entry of a HAR as Chromium writes it. */
export function entry(call: Spoken): object {
  const { method, path, request, answer, host, at, status, headers, sent, ended, ...given } = {
    ...usual,
    ...call,
  };
  const mark = path.includes('?') ? '&' : '?';
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer ?? null);
  const body = { mimeType: 'application/json', text: JSON.stringify(request) };
  const content = { size: Buffer.byteLength(text), mimeType: 'application/json', text };
  return {
    startedDateTime: new Date(Date.parse('2026-11-30T01:00:00Z') + at).toISOString(),
    time: 10,
    request: {
      method,
      url: `${host}${path}${mark}access_token=${token}`,
      headers: pairs({ 'content-type': 'application/json', ...sent }),
      ...(method === 'POST' ? { postData: given.postData ?? body } : {}),
    },
    response: {
      ...{ status, headers: pairs(headers), content: given.content ?? content },
      ...(ended === undefined ? {} : { _charlesStatus: ended }),
    },
  };
}

/** A HAR of some entries. */
export const har = (...entries: object[]): object => ({
  log: { version: '1.2', creator: { name: 'test', version: '1' }, entries },
});

/** A call that counts unread reports, and its answer. */
export const counted = (more: Partial<Spoken> = {}): object =>
  entry({
    path: '/topapi/report/getunreadcount',
    request: { userid: 'user0123' },
    answer: { errcode: 0, errmsg: 'ok', count: 3, request_id: '5c8q6ic6wyah' },
    ...more,
  });
