import { projectFiles } from '../git';
import { scan, suspectsIn } from './secret-scan';

// Written so that this file itself is above suspicion.
const hex = (length: number): string => '0123456789abcdef'.repeat(5).slice(0, length);
const mixed = 'aB3-_'.repeat(13).slice(0, 64);

describe('The tracked files', () => {
  it('are all looked through', () => {
    const files = projectFiles();

    expect(files).toEqual(
      expect.arrayContaining(['.env.example', '.github/workflows/ci.yml', 'lab/secret-leaks/secret-scan.ts']),
    );
    expect(files.filter((file) => /node_modules|^reports\/(?!\.gitkeep)|^\.env$/.test(file))).toEqual([]);
  });

  it('hold nothing that looks like a secret', () => {
    expect(scan()).toEqual([]);
  });
});

describe('A secret', () => {
  it.each([
    { kind: 'private key', text: `${'-'.repeat(5)}BEGIN RSA PRIVATE KEY${'-'.repeat(5)}` },
    { kind: 'robot secret', text: `sign with SEC${hex(64)}.` },
    { kind: 'token or webhook', text: `https://oapi.dingtalk.com/robot/send?access_token=${hex(64)}` },
    { kind: 'token', text: `{"accessToken": "${hex(32)}"}` },
    { kind: 'app secret', text: `DINGTALK_APP_SECRET=${hex(24)}` },
    { kind: 'app secret', text: `const app = '${mixed}';` },
    { kind: 'token of GitHub or npm', text: `ghp_${hex(36)}` },
  ])('is suspected as a $kind', ({ kind, text }) => {
    expect(suspectsIn('a.ts', `first\n${text}\n`)).toMatchObject([{ file: 'a.ts', line: 2, kind }]);
  });

  it('is shown in its first characters only', () => {
    expect(suspectsIn('a.ts', `accessToken: '${hex(32)}'`)[0]?.begins).toBe('012345');
  });

  it.each([
    `access_token=\${token}`,
    'DINGTALK_APP_SECRET=',
    `appsecret: 'not-the-secret-of-this-app'`,
    `"integrity": "sha512-${mixed}+/=="`,
    `id ${hex(32)}`,
  ])('is not suspected in %s', (text) => {
    expect(suspectsIn('a.ts', text)).toEqual([]);
  });
});
