import type { Choice } from './choice';

const checks = 'audit, 3: the page says required, nothing shows that the service checks it';

/** What the sources leave open about templates and about writing reports. */
export const reportWritingChoices = [
  {
    id: 'report/id-form',
    question: 'What does the id of a report or a draft look like?',
    about: ['report'],
    open: '32 hex digits are inferred from public ids; no page states a form',
    answers: [
      { id: 'hex', what: '32 lowercase hex digits' },
      { id: 'digits', what: '18 digits' },
      { id: 'uuid', what: 'a UUID' },
      { id: 'mixed', what: '22 letters of both cases, digits, - and _' },
    ],
  },
  {
    id: 'report/template-id-form',
    question: 'What does the id of a template look like?',
    about: ['report'],
    open: '32 hex digits are inferred from public ids; no page states a form',
    answers: [
      { id: 'hex', what: '32 lowercase hex digits' },
      { id: 'digits', what: '18 digits' },
      { id: 'mixed', what: '22 letters of both cases, digits, - and _' },
    ],
  },
  {
    id: 'report/switches-left-out',
    question: 'Is a report taken without to_chat or dd_from?',
    about: ['report/create', 'report/savecontent'],
    open: 'report.create, conflicts: clients leave out either',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes, without a message and without a source' },
    ],
  },
  {
    id: 'report/form-left-out',
    question: 'Is a field taken without type, content_type or content?',
    about: ['report/create', 'report/savecontent'],
    open: checks,
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes, as an empty text' },
    ],
  },
  {
    id: 'report/content-type',
    question: 'Is a content_type taken other than markdown?',
    about: ['report/create', 'report/savecontent'],
    open: 'field report free-content-types: the client of the vendor sends origin',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes, whatever it is' },
    ],
  },
  {
    id: 'report/field-type',
    question: 'Is a field type taken other than 1?',
    about: ['report/create', 'report/savecontent'],
    open: 'field report free-content-types: the client of the vendor sends 2, 3, 5 and 7',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes, as a text' },
    ],
  },
  {
    id: 'report/wrong-key',
    question: 'Is a field taken whose key is not the name of the template field?',
    about: ['report/create', 'report/savecontent'],
    open: 'report.create, unknown: a wrong key',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes, its sort decides' },
    ],
  },
  {
    id: 'report/field-twice',
    question: 'Is a report taken that fills the same field twice?',
    about: ['report/create', 'report/savecontent'],
    open: 'no source',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'last', what: 'yes, the last one counts' },
    ],
  },
  {
    id: 'report/field-left-out',
    question: 'What becomes of a template field that a report does not fill?',
    about: ['report/create'],
    open: 'report.list, semantics: that empty fields are shown is inferred',
    answers: [
      { id: 'empty', what: 'it is shown empty' },
      { id: 'hidden', what: 'it is not shown' },
      { id: 'refused', what: 'the report is refused' },
    ],
  },
  {
    id: 'report/contents-order',
    question: 'In which order are the fields of a report shown?',
    about: ['report/list'],
    open: 'no source',
    answers: [
      { id: 'template', what: 'in that of the template' },
      { id: 'reversed', what: 'in its reverse' },
    ],
  },
  {
    id: 'report/cut',
    question: 'What are the 1000 characters that a content is cut to?',
    about: ['report/create'],
    open: 'the page says characters and no more',
    answers: [
      { id: 'characters', what: 'characters, an emoji being one' },
      { id: 'units', what: 'units of UTF-16, an emoji being two' },
    ],
  },
  {
    id: 'report/markup',
    question: 'Are &, < and > in a content kept?',
    about: ['report/create', 'report/list'],
    open: 'audit, 10: text that comes back as it was is promised nowhere',
    answers: [
      { id: 'kept', what: 'yes' },
      { id: 'escaped', what: 'no, as entities of HTML' },
    ],
  },
  {
    id: 'report/spaces',
    question: 'Are spaces and line ends around a content kept?',
    about: ['report/create', 'report/list'],
    open: 'audit, 10: text that comes back as it was is promised nowhere',
    answers: [
      { id: 'kept', what: 'yes' },
      { id: 'trimmed', what: 'no' },
    ],
  },
  {
    id: 'report/draft-checks',
    question: 'Are the contents of a draft checked against the template?',
    about: ['report/savecontent'],
    open: 'report.savecontent, unknown',
    answers: [
      { id: 'checked', what: 'yes, as those of a report' },
      { id: 'unchecked', what: 'no, and the template may be unknown' },
    ],
  },
  {
    id: 'report/unknown-receiver',
    question: 'What becomes of a receiver that does not exist, or a group that the template does not have?',
    about: ['report/create'],
    open: 'report.create, unknown: a group that is not configured',
    answers: [
      { id: 'refused', what: 'the report is refused' },
      { id: 'dropped', what: 'it is passed over' },
    ],
  },
  {
    id: 'report/receiver-twice',
    question: 'Is a receiver listed twice who is named and in a group, or named twice?',
    about: ['report/receiver-list'],
    open: 'report.receiver-list, unknown: deduplication',
    answers: [
      { id: 'once', what: 'no' },
      { id: 'twice', what: 'yes' },
    ],
  },
  {
    id: 'report/author-receives',
    question: 'Is the author one of the receivers?',
    about: ['report/receiver-list'],
    open: 'report.receiver-list, unknown',
    answers: [
      { id: 'no', what: 'only where named' },
      { id: 'yes', what: 'always' },
    ],
  },
  {
    id: 'report/to-chat-groups',
    question: 'Does to_chat alone send a report to the groups of its template?',
    about: ['report/create'],
    open: 'report.create, conflicts: one client saw both on the same day',
    answers: [
      { id: 'no', what: 'no' },
      { id: 'yes', what: 'yes' },
    ],
  },
  {
    id: 'report/unknown-name',
    question: 'What is answered to a template name that nobody has, or that the employee does not see?',
    about: ['report/template-getbyname'],
    open: 'report.template-getbyname, semantics: clients guard against both',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'blank', what: 'success, with a blank id and no fields' },
    ],
  },
  {
    id: 'report/no-default-receivers',
    question: 'How does a template show that it has no receivers by default?',
    about: ['report/template-getbyname'],
    open: 'report.template-getbyname, conflicts: the page says so of groups alone',
    answers: [
      { id: 'empty', what: 'as an empty list' },
      { id: 'left-out', what: 'not at all, like groups' },
    ],
  },
  {
    id: 'report/templates-order',
    question: 'In which order do templates come?',
    about: ['report/template-listbyuserid'],
    open: 'report.template-listbyuserid, semantics: by creation is inferred from a sample',
    answers: [
      { id: 'oldest', what: 'the oldest first' },
      { id: 'newest', what: 'the newest first' },
      { id: 'name', what: 'by name' },
    ],
  },
  {
    id: 'report/templates-of-stranger',
    question: 'Which templates does an employee see whom nobody knows?',
    about: ['report/template-listbyuserid'],
    open: 'report.template-listbyuserid, unknown: an unknown userid',
    answers: [
      { id: 'refused', what: 'it is refused' },
      { id: 'empty', what: 'none' },
      { id: 'open', what: 'those that everybody sees' },
    ],
  },
  {
    id: 'report/templates-at-once',
    question: 'How many templates come where no size is given?',
    about: ['report/template-listbyuserid'],
    open: 'report.template-listbyuserid, unknown: default size',
    answers: [
      { id: '100', what: 'up to 100' },
      { id: '5', what: 'up to 5' },
    ],
  },
  {
    id: 'report/code-of-author',
    question: 'With which code is a report refused whose author nobody knows?',
    about: ['report/create', 'report/savecontent'],
    open: 'audit, 12: 33012 comes from the catalogue alone',
    answers: [
      { id: '33012', what: '33012' },
      { id: '60121', what: '60121' },
      { id: '400002', what: '400002' },
    ],
  },
] as const satisfies readonly Choice[];
