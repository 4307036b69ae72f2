import {
  createReport,
  listDismissedEmployees,
  listOnJobEmployees,
  listReports,
  translateText,
} from '../schemas/index';
import { day } from './clock';
import { aReport } from './good-requests';
import { useEmulator } from './testing/use-emulator';

const now = Date.now();
const missing = (name: string) => ({ errcode: 40, errmsg: `Missing required arguments:${name}` });
const invalid = (name: string) => ({ errcode: 41, errmsg: `Invalid arguments:${name}` });
const window = { start_time: now - day, end_time: now, cursor: 0, size: 5 };

describe('Parameters of topapi', () => {
  const visitor = useEmulator();

  it.each([
    { when: 'a parameter is absent', given: { size: undefined }, want: missing('size') },
    { when: 'a parameter is null', given: { size: null }, want: missing('size') },
    { when: 'a parameter is blank', given: { size: ' ' }, want: missing('size') },
    {
      when: 'several are absent: the first',
      given: { end_time: undefined, size: undefined },
      want: missing('end_time'),
    },
    { when: 'a number is a word', given: { size: 'five' }, want: invalid('size') },
    { when: 'a whole number has a fraction', given: { size: '1.5' }, want: invalid('size') },
    ...['0x10', '1e1', '5a'].map((size) => ({
      when: `a number is written as ${size}`,
      given: { size },
      want: invalid('size'),
    })),
    { when: 'a number is above its limit', given: { size: 21 }, want: invalid('size') },
    { when: 'a number is a list', given: { size: [5] }, want: invalid('size') },
    { when: 'a text is an object', given: { userid: {} }, want: invalid('userid') },
  ])('are refused when $when', async ({ given, want }) => {
    const answer = await visitor().send(listReports, { ...window, ...given });

    expect(answer.body).toMatchObject(want);
    expect(Object.keys(answer.body)).toEqual(['errcode', 'errmsg', 'request_id']);
  });

  it.each([
    { when: 'numbers are texts', given: { size: '5', cursor: '0', start_time: String(window.start_time) } },
    { when: 'a text is a number', given: { userid: 7 } },
    { when: 'a text is a boolean', given: { userid: true } },
    { when: 'an unknown member is there', given: { template_id: 'x', Size: 99 } },
    { when: 'an optional one is null', given: { userid: null } },
    { when: 'an optional one is blank', given: { template_name: '' } },
  ])('are accepted when $when', async ({ given }) => {
    const answer = await visitor().send(listReports, { ...window, ...given });

    expect(answer.body).toMatchObject({ errcode: 0, result: { size: 5 } });
  });

  it('are accepted with as many statuses as a list may hold', async () => {
    const request = { status_list: Array(20).fill('3').join(','), offset: 0, size: 50 };

    const answer = await visitor().send(listOnJobEmployees, request);

    expect(answer.body).toMatchObject({ errcode: 0 });
  });

  it.each([
    { when: 'is a number', create_report_param: 7 },
    { when: 'is a list', create_report_param: [] },
    { when: 'is a text, although the body is JSON', create_report_param: '{}' },
  ])('are refused with 41 when an object $when', async ({ create_report_param }) => {
    const answer = await visitor().send(createReport, { create_report_param });

    expect(answer.body).toMatchObject(invalid('create_report_param'));
  });

  it.each([
    { when: 'too many statuses', given: { status_list: Array(21).fill('3').join(',') } },
    { when: 'an unknown status', given: { status_list: '2,9' } },
    { when: 'an offset below 0', given: { offset: -1 } },
    { when: 'a size of 0', given: { size: 0 } },
  ])('are refused with 41 for $when', async ({ given }) => {
    const request = { status_list: '2,3', offset: 0, size: 50, ...given };

    const answer = await visitor().send(listOnJobEmployees, request);

    expect(answer.body).toMatchObject({ errcode: 41 });
  });

  it.each([
    { when: 'is no JSON', body: '{"query"', type: 'application/json' },
    { when: 'is a list', body: '[]', type: 'application/json' },
    { when: 'is empty', body: '', type: 'application/json' },
    { when: 'has another content type', body: '{"query":"a"}', type: 'text/xml' },
  ])('are missing when the body $when', async ({ body, type }) => {
    const path = `${translateText.path}?access_token=${await visitor().fetchToken()}`;

    const answer = await visitor().raw('POST', path, { body, headers: { 'content-type': type } });

    expect(answer.body).toMatchObject(missing('query'));
  });
});

describe('A form body', () => {
  const visitor = useEmulator();

  it('carries a nested object as one JSON text, with its numbers as texts', async () => {
    const report = aReport(visitor().emulator);
    const contents = report.contents.map((content) => ({
      ...content,
      sort: String(content.sort),
      type: '1',
    }));
    const body = new URLSearchParams({
      access_token: await visitor().fetchToken(),
      create_report_param: JSON.stringify({ ...report, contents }),
    });

    const answer = await visitor().raw('POST', '/topapi/report/create', { body });

    expect(answer.body).toMatchObject({ errcode: 0 });
  });

  it('with broken JSON in it is refused', async () => {
    const body = new URLSearchParams({
      access_token: await visitor().fetchToken(),
      create_report_param: '{',
    });

    const answer = await visitor().raw('POST', '/topapi/report/create', { body });

    expect(answer.body).toMatchObject(invalid('create_report_param'));
  });

  it('in brackets counts as absent', async () => {
    const access_token = await visitor().fetchToken();
    const body = new URLSearchParams({ access_token, 'create_report_param[userid]': '1' });

    const answer = await visitor().raw('POST', '/topapi/report/create', { body });

    expect(answer.body).toMatchObject(missing('create_report_param'));
  });

  it('is no body for the v1.0 gateway', async () => {
    const body = new URLSearchParams({ appKey: 'x', appSecret: 'y' });

    const answer = await visitor().raw('POST', '/v1.0/oauth2/accessToken', { body });

    expect(answer).toMatchObject({ status: 400, body: { code: 'Missingbody' } });
  });

  it('is not read by gettoken', async () => {
    const answer = await visitor().raw('GET', '/gettoken');

    expect(answer.body).toEqual({ errcode: 40035, errmsg: '缺少参数 corpid or appkey' });
  });
});

describe('A query of the v1.0 gateway', () => {
  const visitor = useEmulator();

  it.each([
    { when: 'the page is too large', given: { maxResults: 51 } },
    { when: 'the page is empty', given: { maxResults: 0 } },
    { when: 'the token is no number', given: { nextToken: 'x' } },
  ])('is bad paging when $when', async ({ given }) => {
    const answer = await visitor().send(listDismissedEmployees, given);

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidParameter' } });
    expect(Object.keys(answer.body)).toEqual(['requestid', 'code', 'message']);
  });
});
