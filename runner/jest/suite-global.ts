import type { Redactor } from '../../client/redaction/redact';
import type * as http from '../../client/http';
import type { Run } from '../../config/run';
import type * as validate from '../../schemas/validate';
import type { CaseRecord } from './case-record';
import type { Look, Noted } from './late-looks';

/** What the test environment hands to the specs: the run, its redactor, and the record of the case that is asking. */
export interface SuiteGlobal {
  readonly run: Run;
  readonly redactor: Redactor;
  readonly currentCase: () => CaseRecord;
  /** Throws where the case that is asking may call no more. */
  readonly mayCall: () => void;
  /** What a worker loads once: loading it again for every spec file took a third of a run's time. */
  readonly shared: Shared;
  /** Arranges something once for all cases of the file; see `shared.ts`. */
  readonly share: <Value>(name: string, arrange: () => Promise<Value>) => Promise<Value>;
  /** Gives up what was arranged under that name: the next case that asks gets a new one. */
  readonly spoil: (name: string) => void;
  /** Notes what is looked for when every case of the file has ended; see `late-looks.ts`. */
  readonly lookLater: (name: string, look: Look, noted: Noted) => void;
}

/** Modules that stand in for those of the same name inside the sandbox; see `moduleNameMapper` in jest.config.ts. */
interface Shared {
  readonly http: typeof http;
  readonly validate: typeof validate;
}

declare global {
  // Jest's one channel from a test environment into the sandbox of a spec file.
  var suite: SuiteGlobal;
}
