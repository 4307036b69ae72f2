/** One call and what came back, redacted, as the reports show it. */
export interface Exchange {
  /** Endpoint id, such as `blackboard/create`. */
  readonly endpoint: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly responseBody?: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** 1 for the first try. */
  readonly attempt: number;
  /** In a few words: `ok`, `refused 88/40014`, `no answer: timed out`, `broken: …`. */
  readonly outcome: string;
  /** Whether the tenant's monthly quota counts the call. */
  readonly counted: boolean;
  /** A command that repeats the call; secrets stand as shell variables. */
  readonly curl: string;
  readonly docs: string;
  /** What the cases of a file share and this call belongs to; absent where it is the case's own. */
  readonly shared?: string;
  /** It removed what a case had made: it says nothing of how the case ended. */
  readonly cleaning?: true;
}

/** Something noticed that is not a failure, such as a field that the docs do not know. */
export interface Finding {
  readonly kind:
    | 'inferred'
    | 'undocumented field'
    | 'passing trouble'
    | 'contradiction settled'
    | 'waited'
    // Of traffic that was recorded elsewhere.
    | 'undocumented request'
    | 'refusal'
    | 'archived endpoint'
    | 'above the limit';
  readonly endpoint: string;
  readonly message: string;
}

/** A bounded wait for a list that may lag. */
export interface Wait {
  readonly what: string;
  readonly tries: number;
  readonly startedAt: number;
  readonly durationMs: number;
}
