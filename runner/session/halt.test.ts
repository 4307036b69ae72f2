import fs from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { forgetHalt, haltOf, haltRun } from './halt';

describe('A run', () => {
  const reportsDir = join(temporaryFolder(), 'reports');

  afterEach(() => {
    jest.restoreAllMocks();
    forgetHalt(reportsDir);
  });

  it('is stopped for the first reason that is given', () => {
    haltRun(reportsDir, 'the token is refused');
    haltRun(reportsDir, 'the quota is used up');

    expect(haltOf(reportsDir)).toBe('the token is refused');
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
