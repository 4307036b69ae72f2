import { answered, answeredIn, asked, without, type Fault } from './fault';

const gone = 'hrm/dismissions';

/** Wrong ways of listing employees who left, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [
  {
    id: `${gone}: hasMore is always false`,
    class: 'lists',
    breaks: 'hasMore is true until the last page',
    promises: ['hrm/dismissions/R1', 'hrm/dismissions#hasMore'],
    layer: answered(gone, (body) => ({ ...body, hasMore: false })),
  },
  {
    id: `${gone}: hasMore is always true`,
    class: 'lists',
    breaks: 'hasMore is false on the last page',
    promises: ['hrm/dismissions/R1', 'hrm/dismissions#hasMore'],
    layer: answered(gone, (body) => ({ ...body, hasMore: true })),
  },
  {
    id: `${gone}: nextToken does not move`,
    class: 'lists',
    breaks: 'nextToken leads on to the next page',
    promises: ['hrm/dismissions/R7', 'hrm/dismissions#nextToken'],
    layer: answered(gone, (body) => ({ ...body, nextToken: 0 })),
  },
  {
    id: `${gone}: no nextToken beside hasMore`,
    class: 'schema',
    breaks: 'nextToken leads on to the next page',
    promises: ['hrm/dismissions/R7', 'hrm/dismissions#nextToken'],
    layer: answered(gone, (body) => without(body, 'nextToken')),
  },
  {
    id: `${gone}: an envelope as on the other gateway`,
    class: 'envelope',
    breaks: 'the body holds business fields only',
    promises: ['hrm/dismissions/R2'],
    source: 'inferred',
    layer: answered(gone, (body) => ({ errcode: 0, errmsg: 'ok', ...body })),
  },
  {
    id: `${gone}: userids as numbers`,
    class: 'schema',
    breaks: 'userids are strings',
    promises: ['hrm/dismissions/R3', 'hrm/dismissions#userIdList'],
    layer: answeredIn<string[]>(gone, 'userIdList', (ids) => ids.map(Number)),
  },
  {
    id: `${gone}: pages of 20 by default`,
    class: 'lists',
    breaks: 'maxResults defaults to 30',
    promises: ['hrm/dismissions/R6'],
    layer: asked(gone, (values) => ({ maxResults: '20', ...values })),
  },
  {
    id: `${gone}: answers a maxResults of 51 with 50`,
    class: 'validation',
    breaks: 'a maxResults above 50 is refused with invalidParameter',
    promises: ['hrm/dismissions?maxResults=>max', 'hrm/dismissions!invalidParameter'],
    layer: asked(gone, (values) => ({
      ...values,
      ...(Number(values.maxResults) > 50 ? { maxResults: '50' } : {}),
    })),
  },
  {
    id: `${gone}: begins after the first person`,
    class: 'lists',
    breaks: 'nextToken 0 is the first page',
    promises: ['hrm/dismissions/R7'],
    layer: asked(gone, (values) => (values.nextToken === undefined ? { ...values, nextToken: '1' } : values)),
  },
  {
    id: `${gone}: misses every seventeenth person`,
    class: 'lists',
    breaks: 'pages leave nobody out',
    promises: ['hrm/dismissions/R1', 'hrm/dismissions#userIdList'],
    layer: answeredIn<string[]>(gone, 'userIdList', (ids) => ids.filter((_, place) => place !== 16)),
  },
];
