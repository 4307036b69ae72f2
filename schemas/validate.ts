import Ajv2020, { type ErrorObject, type SchemaObject, type ValidateFunction } from 'ajv/dist/2020';

/** The keywords of our own in the schemas: they say more about a field, and check nothing. */
export const ownKeywords = [
  'source',
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
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: false, ...unchecked });
ajv.addVocabulary(['example', ...ownKeywords]);

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

/** One way in which a value breaks a schema: the JSON pointer of the place, and what is wrong there. */
export interface Violation {
  readonly path: string;
  readonly message: string;
  readonly keyword: string;
}

/** Lists every way in which `value` breaks `schema`; an empty list means that it is valid. */
export function violations(schema: SchemaObject, value: unknown): Violation[] {
  const validate = validator(schema);
  return validate(value) ? [] : (validate.errors ?? []).map(explain);
}

function explain({ instancePath, keyword, params, message = '' }: ErrorObject): Violation {
  const { additionalProperty, missingProperty, allowedValues, allowedValue } = params as Record<
    string,
    unknown
  >;
  const path =
    typeof additionalProperty === 'string'
      ? `${instancePath}/${additionalProperty}`
      : typeof missingProperty === 'string'
        ? `${instancePath}/${missingProperty}`
        : instancePath;
  const texts: Record<string, string> = {
    additionalProperties: 'is not documented',
    required: 'is missing',
    enum: `must be one of ${JSON.stringify(allowedValues)}`,
    const: `must be ${JSON.stringify(allowedValue)}`,
  };
  return { path: path || '/', message: texts[keyword] ?? message, keyword };
}
