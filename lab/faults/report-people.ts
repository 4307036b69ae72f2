import type { Layer } from '../../emulator/call';
import { valuesOf } from '../../emulator/layers';
import { faultsOf, lists, state, validation, type Fault, type Row } from './fault';
import { answered, asked, field, later, parameter, type Fields } from './layers';

const listed = '#result.userid_list';

/** Changes the people of a page. */
const people = (change: (ids: string[], all: string[]) => string[]): Layer =>
  field<string[]>('result.userid_list', (ids, _, { tenant }) => change(ids, [...tenant.people.keys()]));

/** Leaves out the first of the people where the caller did not say where to begin. */
const withoutTheFirst = (isMeant: (values: Fields) => boolean): Layer =>
  field<string[] | undefined>('result.userid_list', (ids, _, call) => {
    const { offset, size } = valuesOf(call);
    const isBare = offset === undefined && size === undefined;
    return isBare && isMeant(valuesOf(call)) ? ids?.slice(1) : ids;
  });

const foreignComment = answered((body, { tenant }) => {
  const userid = [...tenant.people.keys()].at(-1);
  const comment = { userid, content: '不错', create_time: '2026-01-01 00:00:00' };
  const result = body.result as Fields & { comments: Fields[] };
  return { ...body, result: { ...result, comments: [...result.comments, comment] } };
});

/** Answers a question about a report that does not exist with what is known of the most commented one. */
const unknownIsAnother = (report: string): Row =>
  state(`an unknown report is ${report} one`, ['?report_id'], {
    source: 'inferred',
    layer: parameter('report_id', (id, _, { tenant: { reports } }) => {
      const isKnown = typeof id !== 'string' || reports.some((report) => report.id === id);
      const [most] = [...reports].sort((a, b) => b.comments.length - a.comments.length);
      return isKnown ? id : most?.id;
    }),
  });

const smallPages = (what: string, size: number): Row =>
  lists(what, ['R5'], { layer: asked((values) => ({ size, ...values })) });

/** Wrong ways of telling who received, read, liked and commented on reports. */
export const faults: readonly Fault[] = [
  ...faultsOf('report/receiver-list', [
    lists('leaves one out', ['report/create/R13', listed], { layer: people((ids) => ids.slice(1)) }),
    lists('lists one twice', [listed], { layer: people((ids) => [...ids, ...ids.slice(0, 1)]) }),
    lists('lists a stranger', ['report/create/R13', listed], {
      layer: people((ids, all) => [...ids, all.at(-1) ?? '']),
    }),
    smallPages('ten people where no size is given', 10),
    unknownIsAnother('the first'),
    lists('begins with the second person where nothing is said', ['R4', 'R5'], {
      layer: withoutTheFirst(() => true),
    }),
    lists('promises more after a last page that is exactly full', ['R6'], {
      layer: field<{ userid_list: string[]; has_more: boolean }>('result', (page, _, call) => {
        const { size = 100, offset = 0 } = valuesOf(call);
        if (page.has_more || page.userid_list.length !== Number(size)) return page;
        return { ...page, has_more: true, next_cursor: Number(offset) + Number(size) };
      }),
    }),
  ]),
  ...faultsOf('report/statistics-listbytype', [
    state('everybody has read everything', ['R3', listed], { layer: people((_, all) => all.slice(0, 50)) }),
    lists('ignores the type', ['R7', '?type'], { layer: parameter('type', () => 0) }),
    validation('a type that comes as text counts as 0', ['G14'], {
      layer: parameter('type', (type) => (type === '1' || type === '2' ? 0 : type)),
    }),
    smallPages('one person where no size is given', 1),
    unknownIsAnother('the first'),
    lists('begins with the second liker where nothing is said', ['R4', 'R5'], {
      layer: withoutTheFirst(({ type }) => Number(type) === 2),
    }),
  ]),
  ...faultsOf('report/comment-list', [
    smallPages('one comment where no size is given', 1),
    unknownIsAnother('another'),
    state('comments of another report', ['?report_id', '#result.comments'], { layer: foreignComment }),
    state('times in UTC', ['#result.comments[].create_time', 'G17'], {
      layer: field('result.comments[].create_time', (time) => later(time, -8)),
    }),
    state('one content for every comment of a page', ['#result.comments[].content'], {
      layer: field<Fields[]>('result.comments', (all) =>
        all.map((one) => ({ ...one, content: all[0]?.content })),
      ),
    }),
    state(
      'after the first page every comment is by the author of the report',
      ['#result.comments[].userid'],
      {
        layer: field('result.comments[].userid', (userid, _, call) => {
          const { report_id: id, offset = 0 } = valuesOf(call);
          const author = call.tenant.reports.find((report) => report.id === id)?.author;
          return Number(offset) === 0 ? userid : author;
        }),
      },
    ),
  ]),
];
