import type { ParameterSchema, Path, Place } from '../../fixtures/generated-places';

/** Every parameter of an endpoint, at every depth; the first element stands for all of a list. */
export function parameterPlaces(schema: ParameterSchema, above: Path = []): Place[] {
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
