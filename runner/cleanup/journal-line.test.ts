import { join } from 'node:path';
import { journalFile } from './journal-line';

describe('The journal of a run', () => {
  it('is a file of its own beside the history of the reports', () => {
    expect(journalFile('reports', 'abc123')).toBe(join('reports', 'history', 'runs', 'abc123.ndjson'));
  });
});
