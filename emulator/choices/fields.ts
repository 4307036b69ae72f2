import { isRecord } from '../call';
import { isSuccess, rewritten } from '../layers';
import type { Choice } from './choice';
import { changedObjects, isOf, isTopapi } from './envelopes';

const more = { extInfo: 'more', ext_flags: [{ id: 1, on: true }], ext_owner: null };
// What a caller wrote is shown again, and nobody can page without a cursor.
const kept = /^(author|category_?id|cover_?pic_?url|next_?cursor|next_?token|result)$/i;
const otherWords = '请求未能完成';

type Members = Record<string, unknown>;

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const without = (members: Members, drops: (name: string, value: unknown) => boolean): Members =>
  Object.fromEntries(Object.entries(members).filter(([name, value]) => !drops(name, value)));

/** The three ways in which an empty list of one product may be shown. */
const emptyLists = (product: string) =>
  [
    { id: 'shown', what: '[], inside an announcement left out' },
    {
      id: 'left-out',
      what: 'left out',
      layer: () => changedObjects((members) => without(members, (_, value) => isEmpty(value)), isOf(product)),
    },
    {
      id: 'null',
      what: 'null',
      layer: () =>
        changedObjects(
          (members) =>
            Object.fromEntries(
              Object.entries(members).map(([name, value]) => [name, isEmpty(value) ? null : value]),
            ),
          isOf(product),
        ),
    },
  ] as const;

/** What the sources leave open about which members an answer shows, and in which words. */
export const fieldChoices = [
  {
    id: 'gateway/more-fields',
    question: 'Do answers hold members that no page lists?',
    about: ['gateway'],
    open: 'SDKs and TOP metadata know members that the pages do not',
    answers: [
      { id: 'none', what: 'no' },
      {
        id: 'some',
        what: 'yes, at every level',
        layer: () => changedObjects((members) => ({ ...members, ...more })),
      },
    ],
  },
  {
    id: 'gateway/optional-fields',
    question: 'Are the members shown that an answer may leave out?',
    about: ['gateway'],
    open: 'audit, 14: a field that the page lists is not promised in every answer',
    answers: [
      { id: 'shown', what: 'wherever there is a value' },
      {
        id: 'left-out',
        what: 'no, but for cursors and for what the caller wrote',
        layer: () => changedObjects(pruned),
      },
    ],
  },
  {
    id: 'gateway/no-value',
    question: 'How is an optional text shown that has no value?',
    about: ['gateway'],
    open: 'audit, 14: left out, null and blank all occur',
    answers: [
      { id: 'left-out', what: 'left out' },
      { id: 'null', what: 'null', layer: () => withValueless(null) },
      { id: 'blank', what: 'as a blank text', layer: () => withValueless('') },
    ],
  },
  {
    id: 'gateway/key-order',
    question: 'In which order do the members of an object come?',
    about: ['gateway'],
    open: 'recordings of different years differ, and JSON knows no order',
    answers: [
      { id: 'recorded', what: 'as recorded' },
      {
        id: 'reversed',
        what: 'in reverse',
        layer: () => changedObjects((members) => Object.fromEntries(Object.entries(members).reverse())),
      },
    ],
  },
  {
    id: 'topapi/errmsg',
    question: 'Does a success carry an errmsg?',
    about: ['topapi'],
    open: 'contradictions on most pages: table, sample and SDK differ',
    answers: [
      { id: 'sample', what: 'where the sample of the page does, with its word' },
      { id: 'ok', what: 'always, ok', layer: () => withErrmsg('ok') },
      { id: 'success', what: 'always, success', layer: () => withErrmsg('success') },
      { id: 'left-out', what: 'never', layer: () => withErrmsg(undefined) },
    ],
  },
  {
    id: 'gateway/words',
    question: 'Do refusals keep their words?',
    about: ['gateway'],
    open: 'the texts of one code differ from year to year in the recordings',
    answers: [
      { id: 'recorded', what: 'as recorded' },
      { id: 'other', what: 'other words for every code', layer: reworded },
    ],
  },
  {
    id: 'report/success-flag',
    question: 'Does a refusal of a report call say success false?',
    about: ['report'],
    open: 'the SDK says so for announcements alone',
    answers: [
      { id: 'shown', what: 'where a success says true' },
      {
        id: 'left-out',
        what: 'no',
        layer: () =>
          rewritten((body, call, reply) =>
            isSuccess(reply) || !isOf('report')(call)
              ? body
              : without(body as Members, (name) => name === 'success'),
          ),
      },
    ],
  },
  {
    id: 'blackboard/empty-list',
    question: 'How is an empty list of announcements, categories or receivers shown?',
    about: ['blackboard'],
    open: 'blackboard.listids and others, unknown: [] or left out',
    answers: emptyLists('blackboard'),
  },
  {
    id: 'report/empty-list',
    question: 'How is an empty list of reports, people, comments or receivers shown?',
    about: ['report'],
    open: 'report.statistics-listbytype, unknown: [] or missing',
    answers: emptyLists('report'),
  },
  {
    id: 'hrm/empty-list',
    question: 'How is an empty page of employees shown?',
    about: ['hrm'],
    open: 'hrm.queryonjob, unknown: shape of an empty page; clients guard against null',
    answers: emptyLists('hrm'),
  },
  {
    id: 'checkin/empty-list',
    question: 'How is an empty page of check-ins shown?',
    about: ['checkin'],
    open: 'checkin.record.get, unknown: [] or left out',
    answers: emptyLists('checkin'),
  },
] as const satisfies readonly Choice[];

function pruned(
  members: Members,
  { required, properties = {} }: Parameters<Parameters<typeof changedObjects>[0]>[1],
) {
  const { has_more: isMore, hasMore } = members;
  const isLast = isMore === false || hasMore === false;
  return without(members, (name, value) => {
    if (required?.includes(name) !== false || !(name in properties)) return false;
    if (/^next/i.test(name)) return isLast;
    return !kept.test(name) && !isRecord(value) && (!Array.isArray(value) || value.length === 0);
  });
}

function withValueless(value: null | '') {
  return changedObjects((members, { required = [], properties = {} }, { endpoint }) => {
    const absent = Object.entries(properties)
      .filter(([name, { type }]) => type === 'string' && !(name in members) && !required.includes(name))
      .filter(([name]) => !/^(errmsg|request_id)$/.test(name) && !endpoint.id.startsWith('token/'));
    return { ...members, ...Object.fromEntries(absent.map(([name]) => [name, value])) };
  });
}

function withErrmsg(word: string | undefined) {
  return rewritten((body, call, reply) => {
    if (!isSuccess(reply) || !isTopapi(call)) return body;
    const { errcode, ...others } = without(body as Members, (name) => name === 'errmsg');
    return { errcode, ...(word !== undefined && { errmsg: word }), ...others };
  });
}

// Observed: errmsg of 88 repeats sub_code and sub_msg, in whatever words.
function reworded() {
  return rewritten((body, _, reply) => {
    if (isSuccess(reply)) return body;
    const { sub_code: subCode } = body as { sub_code?: unknown };
    const errmsg =
      typeof subCode === 'string' ? `ding talk error[subcode=${subCode},submsg=${otherWords}]` : otherWords;
    const words: Members = reply.status === 200 ? { errmsg, sub_msg: otherWords } : { message: otherWords };
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, words[name] ?? value]));
  });
}
