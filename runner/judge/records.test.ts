import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdsSecret } from '../../client/redaction/find-secrets';
import { Redactor } from '../../client/redaction/redact';
import type { Summary } from '../../reporting/summary';
import type { CaseLine } from '../../reporting/records/events';
import { judgementText } from './judgement-text';
import { writeReports } from './records';
import { counted, entry, har, judged, token, useFolder } from './testing/recorded';

const { file, folder: path } = useFolder();

/** Judges entries and writes the reports; returns the summary, and every byte that was written or printed. */
async function reported(
  redactor: Redactor,
  ...entries: object[]
): Promise<{ summary: Summary; text: string; files: Buffer[]; lines: CaseLine[] }> {
  const result = await judged([file('a.har', har(...entries))], { redactor });
  const folder = join(path, 'judge');
  const summary = await writeReports(result, folder, redactor);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());
  const printed = redactor.redact(
    judgementText(result.judgement, 'en') + judgementText(result.judgement, 'zh'),
  );
  const raw = readFileSync(join(folder, 'raw/cases-judge.ndjson'), 'utf8').trim().split('\n');
  return {
    summary,
    text: [printed, ...files.map((name) => readFileSync(name, 'utf8'))].join('\n'),
    files: files.map((name) => readFileSync(name)),
    lines: raw.map((line) => JSON.parse(line) as CaseLine),
  };
}

const planted = {
  cookie: 'cookie-4f1d9a77c2',
  bearer: 'bearer-81b2ee90af',
  setCookie: 'setcookie-9d77ab31',
  secret: 'appsecret-55aa01ffe3',
  sign: 'sign-77cc0912ab',
  issued: 'aaaabbbbccccddddeeeeffff00001111',
  header: 'ffffeeeeddddccccbbbbaaaa22223333',
  webhook: 'webhook9918273645aabbcc',
  foreign: 'foreign-site-body-120f',
  unknown: 'unknown-param-331e',
  ticket: 'ticket-8811ff0d2c',
  number: '771203948857',
};

const entries = [
  counted({
    sent: {
      Cookie: `sid=${planted.cookie}`,
      Authorization: `Bearer ${planted.bearer}`,
      'x-acs-dingtalk-access-token': planted.header,
    },
    headers: {
      'Content-Type': 'application/json;charset=UTF-8',
      'Set-Cookie': `s=${planted.setCookie}`,
      'X-Debug': planted.cookie,
    },
    path: `/topapi/report/getunreadcount?sign=${planted.sign}&state=${planted.unknown}`,
    request: { userid: 'user0123', suite_ticket: planted.ticket, my_token: Number(planted.number) },
    answer: { errcode: 0, count: `echo ${token}`, request_id: 'r', session_key: planted.ticket },
  }),
  entry({
    method: 'GET',
    path: `/gettoken?appkey=k&appsecret=${planted.secret}`,
    answer: { errcode: 0, access_token: planted.issued, errmsg: planted.secret, expires_in: '7200' },
  }),
  entry({
    path: '/topapi/blackboard/create',
    request: {
      create_request: {
        ...{ operation_userid: 'm1', title: '通知', blackboard_receiver: {} },
        content: `https://oapi.dingtalk.com/robot/send?access_token=${planted.webhook}`,
      },
    },
    answer: { errcode: 0, result: 'no', success: true, request_id: 'r' },
  }),
  counted({ host: 'https://www.example.com', answer: { text: planted.foreign } }),
];

describe('The reports of a judgement', () => {
  it('hold no secret of the recording, and nothing of other sites', async () => {
    const { text, files } = await reported(new Redactor(), ...entries);
    const secrets = Object.entries({ ...planted, token }).map(([name, secret]) => ({ name, text: secret }));
    const all = new Redactor(secrets);

    expect(secrets.filter((secret) => text.includes(secret.text))).toEqual([]);
    // Also in what is packed or encoded.
    expect(files.some((bytes) => holdsSecret(bytes, all))).toBe(false);
    expect(text).toContain('/count must be integer');
  }, 60_000);

  it('name nobody where people are masked', async () => {
    const people = ['zhangsan01', '张三丰', '13912345678', 'union77aabb'];
    const [userid, name, mobile, unionid] = people;
    const { text } = await reported(
      new Redactor([], 'a key'),
      counted({ request: { userid, unionid, mobile }, answer: { errcode: 0, count: 'x', request_id: 'r' } }),
      entry({
        path: '/topapi/report/template/getbyname',
        request: { userid, template_name: '周报' },
        answer: { errcode: 0, result: { userid, user_name: name, id: 1, name: '周报' }, request_id: 'r' },
      }),
    );

    expect(people.filter((each) => text.includes(each))).toEqual([]);
    expect(text).toMatch(/person-[0-9a-f]{6}/);
  }, 60_000);

  it('are those of a run: what is broken has failed, with the call that shows it', async () => {
    const answer = { errcode: 0, count: 'three', request_id: 'r1' };
    const { summary, lines } = await reported(
      new Redactor(),
      counted({ answer }),
      counted({ answer, at: 1000 }),
      counted({ content: { size: 7 } }),
    );

    expect(summary).toMatchObject({
      ...{ verdict: 'failed', exitStatus: 1, problems: [], calls: { total: 3, counted: 3 } },
      totals: { total: 2, failed: 1, skipped: 1 },
      causes: [
        {
          endpoint: 'report/getunreadcount',
          what: 'broke its contract: /count must be integer',
          got: '"three"',
        },
      ],
    });
    expect(lines).toMatchObject([
      { title: 'report/getunreadcount /count must be integer', exchanges: [{}, {}] },
      { title: 'report/getunreadcount answers that cannot be judged', exchanges: [] },
      { title: '', exchanges: [{}] },
    ]);
  }, 60_000);
});
