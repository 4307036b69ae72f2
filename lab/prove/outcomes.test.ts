import { headOf, outcomesOf } from './outcomes';

describe('outcomes', () => {
  it('are those of the cases of a file', () => {
    const testResults = [
      { fullName: 'good', status: 'passed', failureMessages: [] },
      { fullName: 'bad', status: 'failed', failureMessages: ['no\n    at here'] },
      { fullName: 'left out', status: 'pending', failureMessages: [] },
    ];

    expect(outcomesOf([{ testFilePath: '/root/a.spec.ts', testResults }], '/root')).toEqual([
      { file: 'a.spec.ts', title: 'good', status: 'passed' },
      { file: 'a.spec.ts', title: 'bad', status: 'failed', message: 'no' },
      { file: 'a.spec.ts', title: 'left out', status: 'skipped' },
    ]);
  });

  it('count a file that does not load as a failure', () => {
    const file = { testFilePath: '/root/a.spec.ts', failureMessage: 'syntax', testResults: [] };

    expect(outcomesOf([file], '/root')).toMatchObject([{ title: '(the file loads)', message: 'syntax' }]);
  });

  it('keep the beginning of a message, without colours and calls', () => {
    expect(headOf('\u001b[31mexpected 1\u001b[39m\n\nCalls of this case:\n1. GET')).toBe('expected 1');
  });
});
