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
import type { Choice } from './choice';
import { changedObjects, isOf } from './envelopes';

const more = { extInfo: 'more', ext_flags: [{ id: 1, on: true }], ext_owner: null };

/** The three ways in which an empty list of one product may be shown. */
const emptyLists = (product: string) =>
  [
    { id: 'shown', what: '[], inside an announcement left out' },
    {
      id: 'left-out',
      what: 'left out',
      unlike: /^(required|usual) /,
      layer: () => changedObjects((members) => without(members, (_, value) => isEmpty(value)), isOf(product)),
    },
    {
      id: 'null',
      what: 'null',
      unlike: /^(type|usual) /,
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
        unlike: /^additionalProperties /,
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
      { id: 'null', what: 'null', unlike: /^(type|usual) /, layer: () => withValueless(null) },
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
    id: 'gateway/list-order',
    question: 'Do the items of one page come in the same order each time?',
    about: ['gateway'],
    open: 'most pages name no order; cursors tell which items are on a page',
    answers: [
      { id: 'steady', what: 'yes' },
      { id: 'changing', what: 'no', layer: shuffled },
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
    id: 'topapi/request-id-shown',
    question: 'Does a success of topapi carry a request_id?',
    about: ['topapi'],
    open: 'several tables lack it, and so does the sample of one page',
    answers: [
      { id: 'yes', what: 'yes' },
      {
        id: 'no',
        what: 'no',
        unlike: /^usual \/request_id$/,
        layer: () =>
          rewritten((body, _, reply) =>
            isSuccess(reply) ? without(body as Members, (name) => name === 'request_id') : body,
          ),
      },
    ],
  },
  {
    id: 'topapi/empty-result',
    question: 'Is result there where nothing is in it?',
    about: ['topapi'],
    open: 'audit, 14: a field that the page lists is not promised in every answer',
    answers: [
      { id: 'shown', what: 'yes' },
      { id: 'left-out', what: 'no', unlike: /^usual \/result$/, layer: withoutEmptyResult },
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
