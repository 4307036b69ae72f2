import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aTrial } from './testing';
import { changedFiles, Journal } from './journal';

const aPath = (): string => join(mkdtempSync(join(tmpdir(), 'journal-')), 'deep', 'trials.ndjson');
const first = aTrial('first', { 'a.spec.ts it': 'failed' });
const second = aTrial('second', { 'a.spec.ts it': 'failed' });

describe('journal', () => {
  it('keeps every trial as it ends, with the state of the code', () => {
    const path = aPath();
    const journal = new Journal(path);
    journal.begin({ 'a.ts': 'x' }, [first]);
    journal.add(second);

    expect(new Journal(path).read()).toEqual({ trials: [first, second], digests: { 'a.ts': 'x' } });
  });

  it('reads on past a line that was cut short', () => {
    const path = aPath();
    new Journal(path).begin({}, [first]);
    appendFileSync(path, '{"job":');

    expect(new Journal(path).read().trials).toEqual([first]);
  });

  it('has nothing before it begins', () => {
    expect(new Journal(aPath()).exists).toBe(false);
  });

  it('knows the files that changed, came and went', () => {
    expect(changedFiles({ a: '1', b: '1', gone: '1' }, { a: '1', b: '2', came: '1' })).toEqual([
      'b',
      'came',
      'gone',
    ]);
  });
});
