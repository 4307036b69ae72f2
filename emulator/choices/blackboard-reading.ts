import type { Choice } from './choice';

const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';
const counts = 'blackboard.get, unknown: whether both counts together are the receivers';

/** What the sources leave open about listing and reading announcements. */
export const blackboardReadingChoices = [
  {
    id: 'blackboard/order',
    question: 'In which order are ids listed?',
    about: ['blackboard/listids'],
    open: 'blackboard.listids, unknown: newest first is presumed',
    answers: [
      { id: 'newest', what: 'the newest first' },
      { id: 'oldest', what: 'the oldest first' },
      { id: 'modified', what: 'the last modified first' },
    ],
  },
  {
    id: 'blackboard/filtered-time',
    question: 'Which time do start_time and end_time look at?',
    about: ['blackboard/listids'],
    open: 'blackboard.listids, semantics: creation is presumed',
    answers: [
      { id: 'created', what: 'that of creation' },
      { id: 'modified', what: 'that of the last modification' },
    ],
  },
  {
    id: 'blackboard/last-month',
    question: 'How long is the last month, where no window is given?',
    about: ['blackboard/listids'],
    open: 'the page names no days',
    answers: [
      { id: '30', what: '30 days' },
      { id: '31', what: '31 days' },
      { id: '28', what: '28 days' },
    ],
  },
  {
    id: 'blackboard/end-alone',
    question: 'From when on are ids listed where end_time stands alone?',
    about: ['blackboard/listids'],
    open: 'blackboard.listids, conflicts: not described',
    answers: [
      { id: 'month', what: 'from a month before it' },
      { id: 'longest', what: 'from 180 days before it' },
      { id: 'refused', what: 'it is refused' },
    ],
  },
  {
    id: 'blackboard/long-window',
    question: 'What becomes of a window of more than 180 days?',
    about: ['blackboard/listids'],
    open: 'blackboard.listids, unknown: its error; a consumer asks 184 days',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: '41041', what: 'refused with 41041 of the catalogue' },
      { id: 'cut', what: 'its last 180 days are listed' },
    ],
  },
  {
    id: 'blackboard/end-before-start',
    question: 'What becomes of a window that ends before it starts?',
    about: ['blackboard/listids'],
    open: 'no source',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'empty', what: 'nothing is in it' },
    ],
  },
  {
    id: 'blackboard/unknown-category-filter',
    question: 'What is listed under a category that does not exist?',
    about: ['blackboard/listids'],
    open: 'blackboard.listids, unknown: a bad category_id',
    answers: [
      { id: 'empty', what: 'nothing' },
      { id: 'refused', what: 'it is refused' },
    ],
  },
  {
    id: 'blackboard/above-most',
    question: 'What becomes of a page_size above 30?',
    about: ['blackboard/listids'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: '30 are listed' },
    ],
  },
  {
    id: 'blackboard/below-least',
    question: 'What becomes of a page or a page_size below 1?',
    about: ['blackboard/listids'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: 'taken as 1' },
    ],
  },
  {
    id: 'blackboard/top-ten',
    question: 'Which ten announcements does an employee see first, in which order?',
    about: ['blackboard/listtopten'],
    open: 'blackboard.listtopten, unknown: order',
    answers: [
      { id: 'pinned', what: 'pinned ones, then the newest' },
      { id: 'newest', what: 'the newest, pinned or not' },
      { id: 'rising', what: 'the same ten as pinned, in reverse' },
    ],
  },
  {
    id: 'blackboard/top-ten-of-stranger',
    question: 'What does an employee see whom nobody knows?',
    about: ['blackboard/listtopten'],
    open: 'blackboard.listtopten, unknown: an unknown userid',
    answers: [
      { id: 'refused', what: 'it is refused' },
      { id: 'empty', what: 'nothing' },
      { id: 'normal', what: 'the announcements that everybody may see' },
    ],
  },
  {
    id: 'blackboard/top-ten-url',
    question: 'Does the url of an announcement hold its id?',
    about: ['blackboard/listtopten'],
    open: 'blackboard.listtopten, conflicts: bid and id of the sample differ',
    answers: [
      { id: 'id', what: 'yes, as bid' },
      { id: 'other', what: 'no, bid is another text' },
    ],
  },
  {
    id: 'blackboard/categories-order',
    question: 'In which order do categories come?',
    about: ['blackboard/category-list'],
    open: 'blackboard.category.list, unknown: order',
    answers: [
      { id: 'oldest', what: 'the oldest first' },
      { id: 'newest', what: 'the newest first' },
    ],
  },
  {
    id: 'blackboard/built-in-categories',
    question: 'Are the built-in categories listed?',
    about: ['blackboard/category-list'],
    open: 'audit, 9: inferred',
    answers: [
      { id: 'listed', what: 'yes' },
      { id: 'hidden', what: 'no' },
    ],
  },
  {
    id: 'blackboard/everybody',
    question: 'How does an announcement to the whole company show its receivers?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: 'blackboard.get, semantics: that it lists neither is inferred from one consumer',
    answers: [
      { id: 'neither', what: 'it lists neither people nor departments' },
      { id: 'root', what: 'it lists the root department' },
    ],
  },
  {
    id: 'blackboard/department-receivers',
    question: 'How are receivers shown that were named by their department?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: 'no source',
    answers: [
      { id: 'department', what: 'as the department' },
      { id: 'expanded', what: 'as the department, and its people one by one' },
    ],
  },
  {
    id: 'blackboard/department-code',
    question: 'What does the code of a department look like?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: 'the page calls it encrypted and says no more',
    answers: [
      { id: 'hex', what: '16 hex digits, always the same' },
      { id: 'base64', what: 'base64 with its signs, always the same' },
      { id: 'changing', what: 'another one in every answer' },
    ],
  },
  {
    id: 'blackboard/cover-url',
    question: 'What does the url of a cover look like?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: 'the pages print no whole url',
    answers: [
      { id: 'download', what: 'a picture of down.dingtalk.com with the id in its path' },
      { id: 'signed', what: 'a link with a signature and no id that one knows again' },
      { id: 'relative', what: 'a path without a host' },
    ],
  },
  {
    id: 'blackboard/reading',
    question: 'Does who asks for an announcement count as a reader?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: 'blackboard.get, unknown: whether calling it marks it as read',
    answers: [
      { id: 'ignored', what: 'no' },
      { id: 'counted', what: 'yes' },
    ],
  },
  {
    id: 'blackboard/readers',
    question: 'Whose reading do the counts tell?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: counts,
    answers: [
      { id: 'receivers', what: 'that of the receivers' },
      { id: 'all', what: 'that of everybody who has read it' },
    ],
  },
  {
    id: 'blackboard/sender',
    question: 'Does the sender count among the receivers?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: counts,
    answers: [
      { id: 'no', what: 'only where addressed' },
      { id: 'yes', what: 'always' },
    ],
  },
  {
    id: 'blackboard/receiver-twice',
    question: 'Does a receiver count twice who is named and in a department?',
    about: ['blackboard/get', 'blackboard/get-blackboard'],
    open: 'blackboard.create, semantics: unknown',
    answers: [
      { id: 'once', what: 'no' },
      { id: 'twice', what: 'yes' },
    ],
  },
  {
    id: 'blackboard/v1-code-of-id',
    question: 'How does v1.0 refuse an unknown or deleted id?',
    about: ['blackboard/get-blackboard'],
    open: 'blackboard.get_blackboard, unknown: badRequest is presumed',
    answers: [
      { id: 'badRequest', what: '400 badRequest' },
      { id: 'notFound', what: '404, with a code of its own' },
      { id: 'accessDenied', what: '403 accessDenied' },
    ],
  },
  {
    id: 'blackboard/v1-code-of-person',
    question: 'How does v1.0 refuse a reader whom nobody knows?',
    about: ['blackboard/get-blackboard'],
    open: 'the page has 400 for what is not legal and 403 for who is of another organisation',
    answers: [
      { id: 'badRequest', what: '400 badRequest' },
      { id: 'accessDenied', what: '403 accessDenied' },
    ],
  },
] as const satisfies readonly Choice[];
