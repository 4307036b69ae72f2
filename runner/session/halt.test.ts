import fs, { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetHalt, haltOf, haltRun } from './halt';

describe('A run', () => {
  let folder: string;
  let reportsDir: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'halt-'));
    reportsDir = join(folder, 'reports');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('goes on where nobody stopped it', () => {
    expect(haltOf(reportsDir)).toBeUndefined();
  });

  it('is stopped for the first reason that is given', () => {
    haltRun(reportsDir, 'the token is refused');
    haltRun(reportsDir, 'the quota is used up');

    expect(haltOf(reportsDir)).toBe('the token is refused');
  });

  it('is stopped among its raw records, which the next run clears', () => {
    haltRun(reportsDir, 'the token is refused');

    expect(existsSync(join(reportsDir, 'raw', 'halt'))).toBe(true);
  });

  it('is not stopped for what stopped the one before', () => {
    haltRun(reportsDir, 'Ctrl-C');
    forgetHalt(reportsDir);

    expect(haltOf(reportsDir)).toBeUndefined();
  });

  it('says so where it cannot be stopped', () => {
    const full = Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw full;
    });

    expect(() => {
      haltRun(reportsDir, 'the token is refused');
    }).toThrow(full);
  });
});
