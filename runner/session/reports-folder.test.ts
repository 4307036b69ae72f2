import fs, { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../config/root';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { checkReports, claimReports } from './reports-folder';

const folder = temporaryFolder();
const claim = (name: string): Promise<() => Promise<void>> =>
  claimReports(join(folder, name), { command: 'npm test' });

function made(name: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return name;
}

describe('A folder for reports', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    { what: 'is new', files: {} },
    { what: 'holds the history of a CI only', files: { 'history/verdicts.ndjson': '' } },
    {
      what: 'holds what is nobody else, and nothing that a run writes',
      files: { '.gitkeep': '', 'notes.txt': 'x' },
    },
    { what: 'holds the reports of an earlier version', files: { 'index.html': 'DingTalk API suite' } },
    { what: 'holds what an editor has run', files: { 'raw/cases-1.ndjson': '{}' } },
  ])('may be one that $what', async ({ what, files }) => {
    const release = await claim(made(what, files));

    expect(Object.keys(files).every((file) => existsSync(join(folder, what, file)))).toBe(true);
    await release();
  });

  it.each([
    { what: 'the site of somebody', files: { 'index.html': '<h1>Mine</h1>' }, name: 'index.html' },
    { what: 'pictures', files: { 'raw/one.cr2': '' }, name: 'raw' },
  ])('may not hold $what, which stays', async ({ what, files, name }) => {
    made(what, files);

    await expect(claim(what)).rejects.toThrow(`${name} stands there, which no run of ours has left`);
    expect(readdirSync(join(folder, what))).toEqual([name]);
  });

  it('may not be one of the project that holds something', async () => {
    await expect(claimReports(join(root, 'docs'), { command: 'npm test' })).rejects.toThrow(
      'no run of ours has left',
    );
  });

  it('is ours once a run has begun there, however little that has left', async () => {
    await (
      await claim('begun')
    )();
    made('begun', { 'html/half.html': '' });

    await expect(claim('begun').then((release) => release())).resolves.toBeUndefined();
  });

  it('has one run at a time, and the second is told of the first', async () => {
    const release = await claim('busy');

    await expect(claim('busy')).rejects.toThrow(
      `a run is at work there (\`npm test\`, process ${process.pid}, since`,
    );
    await release();
    await expect(claim('busy').then((again) => again())).resolves.toBeUndefined();
  });

  it('may not be a file, or below one', () => {
    made('.', { file: '' });

    expect(() => {
      checkReports(join(folder, 'file'));
    }).toThrow('that is a file. Set REPORTS_DIR');
    expect(() => {
      checkReports(join(folder, 'file', 'reports'));
    }).toThrow('a part of that path is a file');
  });

  it('may not be where no folder can be made, as below /proc', () => {
    jest.spyOn(fs, 'mkdirSync').mockImplementation(() => {
      throw Object.assign(new Error('raw'), { code: 'ENOENT' });
    });

    expect(() => {
      checkReports(join(folder, 'nowhere'));
    }).toThrow('no folder can be made there');
  });

  it.each([root, dirname(root), '/'])('may not hold the project: %s', (above) => {
    expect(() => {
      checkReports(above);
    }).toThrow('the project itself stands in it');
  });

  it.each([
    { code: 'EACCES', says: 'this user may not write there' },
    { code: 'EROFS', says: 'a disk that can only be read' },
    { code: 'ENOSPC', says: 'no space is left' },
  ])('that cannot be written to ($code) is told in words', ({ code, says }) => {
    jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw Object.assign(new Error('raw'), { code });
    });

    expect(() => {
      checkReports(join(folder, code));
    }).toThrow(says);
  });

  it('has room for a run', () => {
    const { statfsSync } = fs;
    jest
      .spyOn(fs, 'statfsSync')
      .mockImplementation((path) => Object.assign(statfsSync(path), { bavail: 1, blocks: 9 }));

    expect(() => {
      checkReports(join(folder, 'full'));
    }).toThrow('0 MB are free there');
  });

  it('is left as it was by the look at it', () => {
    checkReports(join(folder, 'looked'));

    expect(readdirSync(join(folder, 'looked'))).toEqual(['history']);
  });
});
