import type { Redactor } from '../../client/redact';
import type { Run } from '../../config/run';
import type { CaseRecord } from './case-record';

/** What the test environment hands to the specs: the run, its redactor, and the record of the case that is asking. */
export interface SuiteGlobal {
  readonly run: Run;
  readonly redactor: Redactor;
  readonly currentCase: () => CaseRecord;
}

declare global {
  // Jest's one channel from a test environment into the sandbox of a spec file.
  var suite: SuiteGlobal;
}
