import type { SchemaObject } from 'ajv';

/** Where a fact comes from: a page, a published recording, the recording of a tenant; `assumed` is our own choice where nothing is known. */
export type Source = 'documented' | 'observed' | 'tenant-recorded' | 'inferred' | 'assumed';

/** Keys of `citations.json` that show a fact; a documented one without any stands on the page of its endpoint. */
export type Cite = string | readonly string[];

/** One endpoint as its documentation page describes it; the two type parameters are generated from its file. */
export interface Endpoint<Request = unknown, Response = unknown> {
  /** Product and operation, as in the file's path: `blackboard/create`. */
  readonly id: string;
  readonly operation: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly docs: Docs;
  readonly gateway: 'oapi' | 'api';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Any one of these scopes opens the endpoint; an empty list means that none is needed. */
  readonly permission: {
    readonly anyOf: readonly string[];
    readonly source: Source;
    readonly cite?: Cite;
    readonly note?: string;
  };
  readonly capability?: string;
  /** Whether the tenant's monthly quota counts a call. */
  readonly counted: boolean;
  /** JSON Schema of the parameters: the query of a GET, the body of a POST. */
  readonly request: SchemaObject;
  /** JSON Schema of the whole success body, closed. */
  readonly response: SchemaObject;
  readonly examples: readonly object[];
  readonly errors: readonly KnownError[];
  readonly rules: readonly Rule[];
  readonly contradictions: readonly Contradiction[];
  readonly unknown: readonly string[];
  /** Only for the compiler; never present at run time. */
  readonly types?: { request: Request; response: Response };
}

/** The page that an endpoint file is taken from; `successor` is the id of the endpoint that it recommends instead. */
interface Docs {
  readonly url: string;
  readonly updated: string;
  readonly status: 'current' | 'archived';
  readonly successor?: string;
}

/** A refusal that the docs or a recording tell of: an `errcode` of oapi, or status and `code` of the v1.0 gateway. */
export interface KnownError {
  readonly errcode?: number;
  readonly subCode?: string;
  readonly httpStatus?: number;
  readonly code?: string;
  readonly message?: string;
  readonly when: string;
  readonly source: Source;
  readonly cite?: Cite;
  readonly note?: string;
}

/** A promise of the documentation (or an observation) that a case can hold the service to. */
export interface Rule {
  readonly id: string;
  readonly fact: string;
  readonly source: Source;
  readonly cite?: Cite;
  readonly untestable?: string;
}

/** What a field of a success is like if a source is right: there or not, of a JSON type, or one value. */
export type Shows =
  | 'absent'
  | 'present'
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'array'
  | 'object'
  | { readonly value: unknown };

/** Two sources that do not agree, what we accept, and how a live run would settle it. */
export interface Contradiction {
  readonly field: string;
  readonly says: readonly { readonly who: string; readonly what: string; readonly shows?: Shows }[];
  readonly accept: string;
  readonly settle: string;
  /** Where in a success it shows who is right, such as `result.data_list[].remark`; absent where no answer alone tells. */
  readonly reads?: string;
}
