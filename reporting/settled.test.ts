import type { Contradiction, Endpoint } from '../schemas/endpoint';
import { endpoints } from '../schemas';
import { anExchange } from './testing/sample';
import { contradictionsSettled } from './settled';

const contradiction = (reads: string, ...shows: Contradiction['says'][number]['shows'][]): Endpoint[] => {
  const says = shows.map((each, index) => ({
    who: `source ${index + 1}`,
    what: 'something',
    ...(each === undefined ? {} : { shows: each }),
  }));
  const endpoint = endpoints.find(({ id }) => id === 'blackboard/create');
  return endpoint
    ? [{ ...endpoint, contradictions: [{ field: 'x', says, accept: 'a', settle: 's', reads }] }]
    : [];
};

const answered = (...bodies: object[]): ReturnType<typeof anExchange>[] =>
  bodies.map((body) => anExchange({ responseBody: JSON.stringify(body) }));

describe('A contradiction', () => {
  it.each([
    { what: 'a field that is there', body: { list: [{ x: 1 }, { x: 2 }] }, agrees: ['source 1'] },
    { what: 'a field that is not', body: { list: [{ y: 1 }] }, agrees: ['source 2'] },
    { what: 'a field that is there now and then', body: { list: [{ x: 1 }, {}] }, agrees: [] },
  ])('is settled by $what', ({ body, agrees }) => {
    const { settled } = contradictionsSettled(contradiction('list[].x', 'present', 'absent'), answered(body));

    expect(settled).toMatchObject([{ field: 'x', agrees }]);
  });

  it.each([
    { value: 1, agrees: ['source 1'] },
    { value: '1', agrees: ['source 2', 'source 3'] },
  ])('about a type is settled by $value', ({ value, agrees }) => {
    const about = contradiction('r.x', 'integer', 'string', { value: '1' });

    expect(contradictionsSettled(about, answered({ r: { x: value } })).settled).toMatchObject([{ agrees }]);
  });

  it.each([
    { what: 'nobody answered', bodies: [] },
    { what: 'a list is empty', bodies: [{ list: [] }] },
    { what: 'a field whose type is contested is missing', bodies: [{ list: [{}] }] },
  ])('stays open when $what', ({ bodies }) => {
    const about = contradiction('list[].x', 'integer', 'string');

    expect(contradictionsSettled(about, answered(...bodies))).toEqual({ total: 1, readable: 1, settled: [] });
  });
});

describe('A contradiction between several sources', () => {
  it('names who agrees and who does not, and leaves out who says nothing of it', () => {
    const about = contradiction('r.x', 'string', undefined, 'integer', 'array');

    expect(contradictionsSettled(about, answered({ r: { x: 1 } })).settled).toEqual([
      {
        endpoint: 'blackboard/create',
        field: 'x',
        places: 1,
        agrees: ['source 3'],
        disagrees: ['source 1', 'source 4'],
      },
    ]);
  });

  it('is settled by a missing field too when one of them is about its presence', () => {
    const about = contradiction('r.x', 'present', 'string');

    expect(contradictionsSettled(about, answered({ r: {} })).settled).toMatchObject([
      { places: 1, agrees: [], disagrees: ['source 1', 'source 2'] },
    ]);
    expect(
      contradictionsSettled(contradiction('r.x', 'string', 'absent'), answered({ r: {} })),
    ).toMatchObject({
      settled: [{ agrees: ['source 2'] }],
    });
  });

  it('is counted, but is not readable, when no answer shows it', () => {
    const [endpoint] = contradiction('r.x', 'string') as [Endpoint];
    const contradictions = endpoint.contradictions.map(({ field, says, accept, settle }) => ({
      ...{ field, says, accept, settle },
    }));

    expect(contradictionsSettled([{ ...endpoint, contradictions }], answered({ r: { x: 1 } }))).toEqual({
      ...{ total: 1, readable: 0, settled: [] },
    });
  });
});
