import { relative } from 'node:path';
import type { CaseOutcome } from './trial';

/** The part of Jest's results of a file that is read here. */
export interface JestFile {
  readonly testFilePath: string;
  readonly failureMessage?: string | null;
  readonly testResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** How the cases of these files ended; a file that did not load is one failed case. Cases that were not selected are left out. */
export function outcomesOf(files: readonly JestFile[], rootDir: string): CaseOutcome[] {
  return files.flatMap(({ testFilePath, failureMessage, testResults }): CaseOutcome[] => {
    const file = relative(rootDir, testFilePath).replaceAll('\\', '/');
    if (testResults.length === 0) {
      return [{ file, title: '(the file loads)', status: 'failed', message: headOf(failureMessage ?? '') }];
    }
    return testResults.map(({ fullName: title, status, failureMessages }) => {
      if (status === 'passed') return { file, title, status };
      if (status !== 'failed') return { file, title, status: 'skipped' };
      return { file, title, status, message: headOf(failureMessages.join('\n')) };
    });
  });
}

const colours = /\u001b\[[0-9;]*m/g;

/** The beginning of a failure's message, without colours, stack and the calls of the case. */
export function headOf(message: string): string {
  const [head = ''] = message.replace(colours, '').split(/\n\nCalls of this case|\n {4}at /);
  return head.split('\n').slice(0, 14).join('\n').slice(0, 1200).trim();
}
