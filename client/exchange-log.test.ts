import { getToken, listComments } from '../schemas';
import { ExchangeLog } from './exchange-log';
import { Redactor } from './redaction/redact';

const token = '0f9e8d7c6b5a49382716f5e4d3c2b1a0';
const reply = (body: string) => ({ status: 200, headers: {}, body: Buffer.from(body) });
const begun = (log: ExchangeLog) =>
  log.begin(
    getToken,
    'http://127.0.0.1',
    { target: '/gettoken', headers: {} },
    { attempt: 1, counted: false },
  );

describe('An answer in the log', () => {
  it.each([`{"access_token":"${token}"}`, `{"accessToken": "${token}"}`, `{"access_token" : "${token}"}`])(
    'shows no token: %s',
    async (body) => {
      const log = new ExchangeLog(new Redactor());

      const { responseBody } = await log.answer(getToken, begun(log), reply(body));

      expect(responseBody).toBe(body.replace(token, '<DINGTALK_ACCESS_TOKEN>'));
    },
  );

  it('shows people by their pseudonyms where these are masked, also those that it is the first to name', async () => {
    const redactor = new Redactor([], 'a key');
    const log = new ExchangeLog(redactor);
    const body = '{"result":{"comments":[{"userid":"manager4220"}]}}';

    const { responseBody } = await log.answer(listComments, begun(log), reply(body));

    expect(responseBody).toMatch(/"userid":"person-[0-9a-f]{6}"/);
    expect(redactor.redact('of manager4220')).toMatch(/^of person-/);
  });

  it('tells the run nothing where it holds neither', async () => {
    const redactor = new Redactor();
    const learn = jest.spyOn(redactor, 'learn');
    const log = new ExchangeLog(redactor);

    await log.answer(listComments, begun(log), reply('{"result":{"comments":[{"userid":"manager4220"}]}}'));

    expect(learn.mock.calls).toEqual([[[]]]);
  });
});

describe('A failed call in the log', () => {
  it('took from its start until now, and shows no secret in its outcome', () => {
    const log = new ExchangeLog(new Redactor([{ text: token, name: 'DINGTALK_ACCESS_TOKEN' }]));

    const failed = log.fail({ ...begun(log), startedAt: Date.now() - 5000 }, `broken: ${token}`);

    expect(failed.durationMs).toBeGreaterThanOrEqual(5000);
    expect(failed.durationMs).toBeLessThan(60_000);
    expect(failed.outcome).toBe('broken: <DINGTALK_ACCESS_TOKEN>');
  });
});
