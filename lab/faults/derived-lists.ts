import type { Layer } from '../../emulator/call';
import { day } from '../../emulator/clock';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { narrowingOf, type Narrowing } from '../../schemas/narrowing';
import { pagingOf, type Paging } from '../../schemas/paging';
import { valueAt } from '../../fixtures/generated-places';
import type { Described } from '../../schemas/values';
import { faultsOf, lists, type Fault, type Row } from './fault';
import { asked, parameter, whereValid, type Change, type Fields } from './layers';

const changing = <Value>(name: string, change: Change<Value>): Layer => whereValid(parameter(name, change));

const ofPages = ({ cursor = '', size, most }: Paging): Row[] => [
  lists(`ignores ${cursor}`, [`?${cursor}`], { layer: changing(cursor, () => 0) }),
  lists(`ignores ${size}`, [`?${size}`], { layer: changing(size, () => Math.min(most, 100)) }),
];

function ofWindow({ request }: Endpoint, { asked: [start, end] }: NonNullable<Narrowing['window']>): Row[] {
  const { windows = [] } = request as Described;
  const longest = Math.min(...windows.map(({ maxDays }) => maxDays), 30) * day;
  const wider = (change: (from: number, to: number) => Fields): Layer =>
    whereValid(asked((values) => ({ ...values, ...change(Number(values[start]), Number(values[end])) })));
  return [
    lists(`ignores ${start}`, [`?${start}`], {
      layer: wider((from, to) => ({ [start]: Math.min(from, to - longest) })),
    }),
    lists(`ignores ${end}`, [`?${end}`], {
      layer: wider((from, to) => ({ [end]: Math.max(to, Math.min(Date.now(), from + longest)) })),
    }),
  ];
}

function ofPeople(
  { request }: Endpoint,
  { rows }: Paging,
  { asked: name, shown }: NonNullable<Narrowing['people']>,
): Row[] {
  const isList = (valueAt(request, ['properties', name]) as Described).commaSeparated !== undefined;
  const another: Change<unknown> = (userid, _, { tenant }) =>
    [...tenant.people.keys()].includes(String(userid)) ? tenant.mainAdmin : userid;
  const first = lists(`looks at the first of several in ${name}`, [`?${name}`], {
    layer: changing(name, (userids) => String(userids).split(',')[0]),
  });
  return [
    lists(`shows somebody else than ${name} says`, [`?${name}`, `#${rows}[].${shown}`], {
      layer: changing(name, another),
    }),
    ...(isList ? [first] : []),
  ];
}

/** Lists that are not read or narrowed as their files say; see `index.ts` for where they count. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) => {
  const paging = pagingOf(endpoint);
  if (paging?.cursor === undefined) return [];
  const { window, people } = narrowingOf(endpoint);
  return faultsOf(endpoint.id, [
    ...ofPages(paging),
    ...(window ? ofWindow(endpoint, window) : []),
    ...(people ? ofPeople(endpoint, paging, people) : []),
  ]);
});
