import type { Redactor } from '../../client/redaction/redact';
import type { Run } from '../../config/run';
import type { CaseRecord } from './case-record';
import type { Look, Noted } from './late-looks';

/** What the test environment hands to the specs: the run, its redactor, and the record of the case that is asking. */
export interface SuiteGlobal {
  readonly run: Run;
  readonly redactor: Redactor;
  readonly currentCase: () => CaseRecord;
  /** Throws where the case that is asking may call no more. */
  readonly mayCall: () => void;
  /** Loads a module outside of the sandbox of a spec file, once for all of them; see `transform.cjs`. */
  readonly load: (path: string) => unknown;
  /** Arranges something once for all cases of the file; see `shared.ts`. */
  readonly share: <Value>(name: string, arrange: () => Promise<Value>) => Promise<Value>;
  /** Gives up what was arranged under that name: the next case that asks gets a new one. */
  readonly spoil: (name: string) => void;
  /** Notes what is looked for when every case of the file has ended; see `late-looks.ts`. */
  readonly lookLater: (name: string, look: Look, noted: Noted) => void;
}

declare global {
  // Jest's one channel from a test environment into the sandbox of a spec file.
  var suite: SuiteGlobal;
}
