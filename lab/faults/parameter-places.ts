import type { ParameterSchema, Path } from '../../fixtures/generated-places';

/** Where one parameter stands in a request; the first element stands for all of a list. */
export interface ParameterPlace {
  readonly path: Path;
  /** As the docs write it: `create_report_param.contents[].key`. */
  readonly name: string;
  readonly schema: ParameterSchema;
  readonly required: boolean;
}

/** Every parameter of an endpoint, at every depth. */
export function parameterPlaces(schema: ParameterSchema, above: Path = []): ParameterPlace[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, member]) => {
    const path = [...above, key];
    const required = schema.required?.includes(key) ?? false;
    const place = { path, name: path.join('.').replaceAll(/\.\d+/g, '[]'), schema: member, required };
    return [
      place,
      ...parameterPlaces(member, path),
      ...(member.items ? parameterPlaces(member.items, [...path, 0]) : []),
    ];
  });
}
