import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { attachment, attachmentPath, description, label, link, parameter, step } from 'allure-js-commons';
import { getAccessToken, listTopTen } from '../../../schemas';
import { api, app, skip, user } from '../../../specs/support/tenant';
import { planted, plantedText } from './planted';

describe('a careless suite that passes', () => {
  it.each(planted())('writes $name as $as into a title: $text', ({ text }) => {
    expect(text).not.toBe('');
  });

  it('prints and attaches everything', async () => {
    const text = plantedText();
    console.log(text);
    console.error({ deep: { text } });
    process.stderr.write(`${text}\n`);
    await parameter(text.slice(0, 200), text);
    await label('owner', text);
    await link(`https://h/?s=${encodeURIComponent(text)}`, text);
    await description(text);
    await step(text, async () => {
      await attachment(text, Buffer.from(text).toString('base64'), 'text/plain');
      await attachment('packed', gzipSync(text), 'application/gzip');
    });
    await attachmentPath('a file', fileWith(text), { contentType: 'text/plain' });

    expect(text).toContain('base64');
  });

  it('prints the token that it was given, in every place and form', async () => {
    const { accessToken } = await api.must(getAccessToken, { appKey: app.key, appSecret: app.secret });
    console.log(accessToken, `?access_token=${accessToken}`, Buffer.from(accessToken).toString('base64'));
    process.stdout.write(`${JSON.stringify({ deep: JSON.stringify({ accessToken }) })}\n`);
    await parameter('token', accessToken);
    await attachment('token', Buffer.from(`the token ${accessToken} amid`).toString('base64'), 'text/plain');
    await api.send(listTopTen, { userid: user }, { token: accessToken, as: 'form' });
    await api.send(listTopTen, { userid: user }, { token: accessToken, tokenIn: 'header' });

    expect(accessToken).not.toBe('');
  });
});

describe('a careless suite with two apps', () => {
  it('prints the token of the second', async () => {
    const { key = '', secret = '' } = globalThis.suite.run.tenant.unprivilegedApp ?? {};
    const { accessToken } = await api.must(getAccessToken, { appKey: key, appSecret: secret });
    console.log(accessToken, `?access_token=${accessToken}`, Buffer.from(accessToken).toString('base64'));
    await attachment('token', Buffer.from(`the token ${accessToken} amid`).toString('base64'), 'text/plain');

    expect(accessToken).not.toBe('');
  });
});

describe('a careless suite that is skipped', () => {
  it('is skipped for a reason that nobody may read', () => {
    skip(`the secret ${app.secret} is not accepted`);

    expect(app.secret).toBe('');
  });
});

const folder = mkdtempSync(join(tmpdir(), 'canary-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(text: string): string {
  const file = join(folder, 'attached.txt');
  writeFileSync(file, text);
  return file;
}
