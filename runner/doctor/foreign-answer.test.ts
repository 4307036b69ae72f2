import { anExchange } from '../../reporting/testing/sample';
import { diagnose } from './diagnose';
import { diagnosisText } from './table';
import { foreignAnswer } from './foreign-answer';
import type { Layer } from '../../emulator/call';
import { readTenant } from '../../config/live-tenant';
import { useTenant } from '../testing/use-tenant';

const tenant = readTenant({}, []);
const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };
const page = (title: string): string => `<!doctype html><html><head><title>${title}</title></head></html>`;

/** What is made of an answer to the first call to v1.0. */
function madeOf(status: number, responseHeaders: Record<string, string>, responseBody: string) {
  const call = { endpoint: 'token/access-token', outcome: 'broken: it is another', status };
  return foreignAnswer(tenant, [anExchange({ ...call, responseHeaders, responseBody })])?.seen.en;
}

describe('What answers in the place of a gateway', () => {
  it.each([
    {
      what: 'a login page',
      status: 200,
      headers: html,
      body: page('Sign in'),
      seen: '200 with a page "Sign in"',
    },
    {
      what: 'a proxy',
      status: 407,
      headers: html,
      body: page(' Log\n in '),
      seen: '407 with a page "Log in"',
    },
    {
      what: 'a way to a login page',
      status: 302,
      headers: { location: 'http://login.example.com/in?back=x' },
      body: '',
      seen: '302 to http://login.example.com/in,',
    },
    { what: 'a site', status: 404, headers: html, body: '<h1>Not found</h1>', seen: '404 with text/html' },
    {
      what: 'another API',
      status: 404,
      headers: json,
      body: '{"error":"x"}',
      seen: '404 with JSON that has no code',
    },
    { what: 'a list', status: 200, headers: json, body: '[]', seen: '200 with application/json' },
    { what: 'a ban', status: 200, headers: json, body: '{"status":1111,"wait":5}', seen: '200 with JSON' },
  ])('is told: $what', ({ status, headers, body, seen }) => {
    expect(madeOf(status, headers as Record<string, string>, body)).toContain(`answered HTTP ${seen}`);
  });

  it.each([
    { what: 'a refusal that is not as documented', status: 400, body: '{"code":"x"}' },
    { what: 'an errcode from v1.0', status: 200, body: '{"errcode":40013}' },
    { what: 'a token without a lifetime', status: 200, body: '{"accessToken":"<DINGTALK_ACCESS_TOKEN>"}' },
    { what: 'a gateway that is down', status: 502, body: page('Bad gateway') },
  ])('is not $what', ({ status, body }) => {
    expect(madeOf(status, json, body)).toBeUndefined();
  });
});

describe('The doctor before another host', () => {
  const connect = useTenant();
  const stranger: Layer = ({ gateway }, call, next) =>
    gateway === 'oapi'
      ? { status: 302, headers: { location: 'https://sso.example.com/' }, body: '' }
      : next(call);

  it('ends with one message and two calls, and says what to check', async () => {
    const found = await diagnose(await connect([stranger]));

    expect(found).toMatchObject({ exitStatus: 2, calls: { all: 2, counted: 0 }, permissions: [] });
    expect(diagnosisText(found, 'en').match(/^\[\S+\]/gm)).toEqual(['[FIX]']);
    expect(diagnosisText(found, 'en')).toMatch(/302 to https:\/\/sso.*\n.*check DINGTALK_OAPI_URL/);
  });
});
