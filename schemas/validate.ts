import Ajv2020, {
  _,
  type ErrorObject,
  type KeywordCxt,
  type SchemaObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import type { Source } from './endpoint';
import type { Described } from './values';

/** The keywords of our own in the schemas: they say more about a field, and check nothing but `usual`. */
export const ownKeywords = [
  'source',
  'cite',
  'facets',
  'usual',
  'alsoTaken',
  'note',
  'personal',
  'meanings',
  'commaSeparated',
  'truncatedAt',
  'dateTime',
  'windows',
  'pairs',
];

// Whether a schema is one is for the guard of the endpoint files to say: every spec file would spend a quarter of a second on it.
const unchecked = { meta: false, validateSchema: false };
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  // Table and sample of a page may name two types.
  allowUnionTypes: true,
  verbose: true,
  // What is checked a few dozen times is compiled for longer than it is run.
  code: { optimize: false },
  ...unchecked,
});
ajv.addVocabulary(['example', ...ownKeywords.filter((keyword) => keyword !== 'usual')]);
// Members that are there as a rule, though no source promises it.
ajv.addKeyword({
  keyword: 'usual',
  type: 'object',
  schemaType: 'array',
  error: { message: 'is missing', params: ({ params }) => _`{missingProperty: ${params.name}}` },
  code(context: KeywordCxt) {
    for (const name of context.schema as string[]) {
      context.setParams({ name });
      context.fail(_`${context.data}[${name}] == null`);
    }
  },
});

const compiled = new WeakMap<SchemaObject, ValidateFunction>();
// Spec files that run in one process each bring copies of the same schemas.
const byText = new Map<string, ValidateFunction>();

function validator(schema: SchemaObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema);
  const fresh = byText.get(text) ?? ajv.compile(schema);
  byText.set(text, fresh);
  compiled.set(schema, fresh);
  return fresh;
}

/** One way in which a value breaks a schema: the JSON pointer of the place, what is wrong there, and the source of the broken promise. */
export interface Violation {
  readonly path: string;
  readonly message: string;
  readonly keyword: string;
  readonly source: Source;
}

/**
 * Lists every way in which `value` breaks `schema`; an empty list means that it is valid. In an answer null stands for a member
 * that is missing, wherever it may be (inferred: no source tells the two apart).
 */
export function violations(schema: SchemaObject, value: unknown): Violation[] {
  const validate = validator(schema);
  if (validate(value)) return [];
  // That a condition is not met says nothing beside what is wrong with it.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const missing = errors.filter((error) => isMissing(schema, error)).map(pathOf);
  return [
    ...errors.filter((error) => !missing.includes(pathOf(error))).map(explain),
    ...[...new Set(missing)].map(unusual),
  ];
}

const unusual = (path: string): Violation => ({
  path,
  message: 'is missing',
  keyword: 'usual',
  source: 'inferred',
});

// Only answers are closed; in a request null is a value like any other.
function isMissing(schema: Described, { instancePath, keyword, data }: ErrorObject): boolean {
  if (keyword === 'usual') return true;
  if (data !== null) return false;
  const path = instancePath.split('/').slice(1);
  const name = path.pop() ?? '';
  const { additionalProperties, required = [] } = path.reduce<Described>(
    (node, step) => node.properties?.[step] ?? node.items ?? {},
    schema,
  );
  return additionalProperties === false && !required.includes(name);
}

function pathOf({ instancePath, params }: ErrorObject): string {
  const { additionalProperty, missingProperty } = params as Record<string, unknown>;
  const member = additionalProperty ?? missingProperty;
  return (typeof member === 'string' ? `${instancePath}/${member}` : instancePath) || '/';
}

function explain(error: ErrorObject): Violation {
  const { keyword, params, message = '' } = error;
  const { allowedValues, allowedValue } = params as Record<string, unknown>;
  const texts: Record<string, string> = {
    additionalProperties: 'is not documented',
    required: 'is missing',
    enum: `must be one of ${JSON.stringify(allowedValues)}`,
    const: `must be ${JSON.stringify(allowedValue)}`,
  };
  return { path: pathOf(error), message: texts[keyword] ?? message, keyword, source: sourceOf(error) };
}

function sourceOf({ keyword, parentSchema }: ErrorObject): Source {
  if (keyword === 'required') return 'documented';
  const { facets, source = 'documented' } = (parentSchema ?? {}) as Described;
  return facets?.[keyword]?.source ?? source;
}
