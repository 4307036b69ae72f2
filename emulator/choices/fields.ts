import { isSuccess, rewritten } from '../layers';
import {
  isEmpty,
  pruned,
  reworded,
  shuffled,
  without,
  withErrmsg,
  withoutEmptyResult,
  withValueless,
  type Members,
} from './bodies';
import { answer, choice, type Choice } from './choice';
import { changedObjects, isOf } from './envelopes';

const more = { extInfo: 'more', ext_flags: [{ id: 1, on: true }], ext_owner: null };

/** The three ways in which an empty list of one product may be shown. */
const emptyLists = (product: string) =>
  [
    answer('shown', '[], inside an announcement left out'),
    answer('left-out', 'left out', {
      unlike: /^(required|usual) /,
      layer: () => changedObjects((members) => without(members, (_, value) => isEmpty(value)), isOf(product)),
    }),
    answer('null', 'null', {
      unlike: /^(type|usual) /,
      layer: () =>
        changedObjects(
          (members) =>
            Object.fromEntries(
              Object.entries(members).map(([name, value]) => [name, isEmpty(value) ? null : value]),
            ),
          isOf(product),
        ),
    }),
  ] as const;

/** What the sources leave open about which members an answer shows, and in which words. */
export const fieldChoices = [
  choice('gateway/more-fields', 'Do answers hold members that no page lists?', {
    open: 'SDKs and TOP metadata know members that the pages do not',
    answers: [
      answer('none', 'no'),
      answer('some', 'yes, at every level', {
        unlike: /^additionalProperties /,
        layer: () => changedObjects((members) => ({ ...members, ...more })),
      }),
    ],
  }),
  choice('gateway/optional-fields', 'Are the members shown that an answer may leave out?', {
    open: 'audit, 14: a field that the page lists is not promised in every answer',
    answers: [
      answer('shown', 'wherever there is a value'),
      answer('left-out', 'no, but for cursors and for what the caller wrote', {
        layer: () => changedObjects(pruned),
      }),
    ],
  }),
  choice('gateway/no-value', 'How is an optional text shown that has no value?', {
    open: 'audit, 14: left out, null and blank all occur',
    answers: [
      answer('left-out', 'left out'),
      answer('null', 'null', { unlike: /^(type|usual) /, layer: () => withValueless(null) }),
      answer('blank', 'as a blank text', { layer: () => withValueless('') }),
    ],
  }),
  choice('gateway/key-order', 'In which order do the members of an object come?', {
    open: 'recordings of different years differ, and JSON knows no order',
    answers: [
      answer('recorded', 'as recorded'),
      answer('reversed', 'in reverse', {
        layer: () => changedObjects((members) => Object.fromEntries(Object.entries(members).reverse())),
      }),
    ],
  }),
  choice('gateway/list-order', 'Do the items of one page come in the same order each time?', {
    open: 'most pages name no order; cursors tell which items are on a page',
    answers: [answer('steady', 'yes'), answer('changing', 'no', { layer: shuffled })],
  }),
  choice('topapi/errmsg', 'Does a success carry an errmsg?', {
    open: 'contradictions on most pages: table, sample and SDK differ',
    answers: [
      answer('sample', 'where the sample of the page does, with its word'),
      answer('ok', 'always, ok', { layer: () => withErrmsg('ok') }),
      answer('success', 'always, success', { layer: () => withErrmsg('success') }),
      answer('left-out', 'never', { layer: () => withErrmsg(undefined) }),
    ],
  }),
  choice('topapi/request-id-shown', 'Does a success of topapi carry a request_id?', {
    open: 'several tables lack it, and so does the sample of one page',
    answers: [
      answer('yes'),
      answer('no', 'no', {
        unlike: /^usual \/request_id$/,
        layer: () =>
          rewritten((body, _, reply) =>
            isSuccess(reply) ? without(body as Members, (name) => name === 'request_id') : body,
          ),
      }),
    ],
  }),
  choice('topapi/empty-result', 'Is result there where nothing is in it?', {
    open: 'audit, 14: a field that the page lists is not promised in every answer',
    answers: [
      answer('shown', 'yes'),
      answer('left-out', 'no', { unlike: /^usual \/result$/, layer: withoutEmptyResult }),
    ],
  }),
  choice('gateway/words', 'Do refusals keep their words?', {
    open: 'the texts of one code differ from year to year in the recordings',
    answers: [
      answer('recorded', 'as recorded'),
      answer('other', 'other words for every code', { layer: reworded }),
    ],
  }),
  choice('report/success-flag', 'Does a refusal of a report call say success false?', {
    open: 'the SDK says so for announcements alone',
    answers: [
      answer('shown', 'where a success says true'),
      answer('left-out', 'no', {
        layer: () =>
          rewritten((body, call, reply) =>
            isSuccess(reply) || !isOf('report')(call)
              ? body
              : without(body as Members, (name) => name === 'success'),
          ),
      }),
    ],
  }),
  choice('blackboard/empty-list', 'How is an empty list of announcements, categories or receivers shown?', {
    open: 'blackboard.listids and others, unknown: [] or left out',
    answers: emptyLists('blackboard'),
  }),
  choice('report/empty-list', 'How is an empty list of reports, people, comments or receivers shown?', {
    open: 'report.statistics-listbytype, unknown: [] or missing',
    answers: emptyLists('report'),
  }),
  choice('hrm/empty-list', 'How is an empty page of employees shown?', {
    open: 'hrm.queryonjob, unknown: shape of an empty page; clients guard against null',
    answers: emptyLists('hrm'),
  }),
  choice('checkin/empty-list', 'How is an empty page of check-ins shown?', {
    open: 'checkin.record.get, unknown: [] or left out',
    answers: emptyLists('checkin'),
  }),
] as const satisfies readonly Choice[];
