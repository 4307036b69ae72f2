import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Emulator } from '../../../emulator/server';

type RecordHar = NonNullable<BrowserContextOptions['recordHar']>;

/** Lets a browser make four calls of an embedded tenant, one of them with a parameter too many, and writes a HAR of them. */
export async function browse(
  browser: Browser,
  { url, app, people }: Emulator,
  recordHar: RecordHar,
): Promise<void> {
  const context = await browser.newContext({ recordHar });
  const page = await context.newPage();
  await page.goto(`${url}/gettoken?appkey=${app.appKey}&appsecret=${app.appSecret}`);
  const { operator: userid, user } = people;
  await page.evaluate(`(async () => {
    const { access_token: token } = JSON.parse(document.body.innerText);
    const post = (path, type, body) =>
      fetch(path + '?access_token=' + token, { method: 'POST', headers: { 'content-type': type }, body }).then((answer) => answer.text());
    await post('/topapi/report/getunreadcount', 'application/json', ${JSON.stringify(JSON.stringify({ userid, 备注: '中文' }))});
    await post('/topapi/blackboard/listtopten', 'application/x-www-form-urlencoded', 'userid=${user}');
    const headers = { 'x-acs-dingtalk-access-token': token };
    await fetch('/v1.0/hrm/employees/dismissions?nextToken=0&maxResults=10', { headers }).then((answer) => answer.text());
  })()`);
  await context.close();
}
