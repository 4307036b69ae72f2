import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aTrial } from './testing';
import { changedFiles, TrialFile } from './trial-file';

const aPath = (): string => join(mkdtempSync(join(tmpdir(), 'trials-')), 'deep', 'trials.ndjson');
const first = aTrial('first', { 'a.spec.ts it': 'failed' });
const second = aTrial('second', { 'a.spec.ts it': 'failed' });

describe('A file of trials', () => {
  it('keeps every trial as it ends, with the state of the code', () => {
    const path = aPath();
    const trialFile = new TrialFile(path);
    trialFile.begin({ 'a.ts': 'x' }, [first]);
    trialFile.add(second);

    expect(new TrialFile(path).read()).toEqual({ trials: [first, second], digests: { 'a.ts': 'x' } });
  });

  it('reads on past a line that was cut short', () => {
    const path = aPath();
    new TrialFile(path).begin({}, [first]);
    appendFileSync(path, '{"job":');

    expect(new TrialFile(path).read()?.trials).toEqual([first]);
  });

  it('has nothing before it begins', () => {
    expect(new TrialFile(aPath()).read()).toBeUndefined();
  });

  it('knows the files that changed, came and went', () => {
    expect(changedFiles({ a: '1', b: '1', gone: '1' }, { a: '1', b: '2', came: '1' })).toEqual([
      'b',
      'came',
      'gone',
    ]);
  });
});
