import type { Choice } from './choice';

const limits = 'blackboard.create, unknown: what happens beyond the limits';
const codes = 'blackboard pages: no error code of this family is published';

/** What the sources leave open about making, changing and deleting announcements. */
export const blackboardWritingChoices = [
  {
    id: 'blackboard/id-form',
    question: 'What does the id of an announcement look like?',
    about: ['blackboard'],
    open: 'samples of 32 hex digits, of 16 letters and digits and of 8; no page states a form',
    answers: [
      { id: 'hex', what: '32 lowercase hex digits' },
      { id: 'digits', what: '18 digits' },
      { id: 'uuid', what: 'a UUID' },
      { id: 'mixed', what: '22 letters of both cases, digits, - and _' },
    ],
  },
  {
    id: 'blackboard/category-id-form',
    question: 'What does the id of a category look like?',
    about: ['blackboard/category-list'],
    open: 'samples of 32, 16 and 8 characters; no page states a form',
    answers: [
      { id: 'hex', what: '32 lowercase hex digits' },
      { id: 'digits', what: '18 digits' },
      { id: 'mixed', what: '22 letters of both cases, digits, - and _' },
    ],
  },
  {
    id: 'blackboard/words-left-out',
    question: 'Is an announcement taken without a title or without a content?',
    about: ['blackboard/create', 'blackboard/update'],
    open: 'audit, 3: the page says required, nothing shows that the service checks it',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes, with a blank one' },
    ],
  },
  {
    id: 'blackboard/blank-words',
    question: 'Is an announcement taken with a blank title or content?',
    about: ['blackboard/create', 'blackboard/update'],
    open: 'audit, 4: the SDK checks blanks at the top level alone',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'taken', what: 'yes' },
    ],
  },
  {
    id: 'blackboard/spaces',
    question: 'Are spaces and line ends around a title or content kept?',
    about: ['blackboard/create', 'blackboard/update'],
    open: 'audit, 10: text that comes back as it was is promised nowhere',
    answers: [
      { id: 'kept', what: 'yes' },
      { id: 'trimmed', what: 'no' },
    ],
  },
  {
    id: 'blackboard/markup',
    question: 'Is markup in a content kept?',
    about: ['blackboard/create', 'blackboard/update'],
    open: 'audit, 10: no source for scripts and event attributes',
    answers: [
      { id: 'kept', what: 'yes' },
      { id: 'cleaned', what: 'without script elements and event attributes' },
    ],
  },
  {
    id: 'blackboard/no-receivers',
    question: 'Is an announcement taken that names no receiver?',
    about: ['blackboard/create'],
    open: 'blackboard.create, conflicts: a tutorial says that title and content are enough',
    answers: [
      { id: 'refused', what: 'no' },
      { id: 'nobody', what: 'yes, and it reaches nobody' },
    ],
  },
  {
    id: 'blackboard/unknown-receiver',
    question: 'What becomes of a receiver that does not exist?',
    about: ['blackboard/create'],
    open: 'no source',
    answers: [
      { id: 'refused', what: 'the announcement is refused' },
      { id: 'dropped', what: 'it is passed over' },
    ],
  },
  {
    id: 'blackboard/too-many-receivers',
    question: 'What becomes of more than 20 departments or 1000 people?',
    about: ['blackboard/create'],
    open: limits,
    answers: [
      { id: 'refused', what: 'the announcement is refused' },
      { id: 'cut', what: 'the first ones are taken' },
      { id: 'taken', what: 'all are taken' },
    ],
  },
  {
    id: 'blackboard/unknown-category',
    question: 'What becomes of a category that does not exist?',
    about: ['blackboard/create', 'blackboard/update'],
    open: 'blackboard.create, unknown: a bad category_id',
    answers: [
      { id: 'refused', what: 'the announcement is refused' },
      { id: 'dropped', what: 'it has none' },
    ],
  },
  {
    id: 'blackboard/bad-cover',
    question: 'What becomes of a coverpic_mediaid that is no media id?',
    about: ['blackboard/create', 'blackboard/update'],
    open: 'blackboard.create, unknown: a bad coverpic_mediaid',
    answers: [
      { id: 'taken', what: 'it is taken' },
      { id: 'refused', what: 'the announcement is refused' },
      { id: 'dropped', what: 'there is no cover' },
    ],
  },
  {
    id: 'blackboard/unknown-level',
    question: 'What becomes of a private_level other than 0 and 20?',
    about: ['blackboard/create'],
    open: 'audit, 1; another page of the docs prints 1 for confidential',
    answers: [
      { id: 'refused', what: 'the announcement is refused' },
      { id: 'taken', what: 'it is a normal one' },
    ],
  },
  {
    id: 'blackboard/default-level',
    question: 'Is an announcement without private_level confidential?',
    about: ['blackboard/create'],
    open: 'blackboard.create, unknown: defaults',
    answers: [
      { id: 'normal', what: 'no' },
      { id: 'confidential', what: 'yes' },
    ],
  },
  {
    id: 'blackboard/default-top',
    question: 'Is an announcement without push_top pinned?',
    about: ['blackboard/create'],
    open: 'blackboard.create, unknown: defaults',
    answers: [
      { id: 'no', what: 'no' },
      { id: 'yes', what: 'yes' },
    ],
  },
  {
    id: 'blackboard/default-author',
    question: 'Who is the author of an announcement that names none?',
    about: ['blackboard/create'],
    open: 'no source',
    answers: [
      { id: 'nobody', what: 'nobody, no author is shown' },
      { id: 'operator', what: 'the operator, by name' },
    ],
  },
  {
    id: 'blackboard/repeated',
    question: 'Does the same call twice make two announcements?',
    about: ['blackboard/create'],
    open: 'blackboard.create, unknown: presumably yes',
    answers: [
      { id: 'two', what: 'yes' },
      { id: 'one', what: 'no, within ten seconds the second one succeeds and makes none' },
    ],
  },
  {
    id: 'blackboard/left-out-in-update',
    question: 'What becomes of author, category and cover that an update leaves out?',
    about: ['blackboard/update'],
    open: 'blackboard.update, unknown: kept or cleared',
    answers: [
      { id: 'kept', what: 'they are kept' },
      { id: 'cleared', what: 'they are cleared' },
    ],
  },
  {
    id: 'blackboard/no-op-update',
    question: 'Does an update that changes nothing move the time of modification?',
    about: ['blackboard/update'],
    open: 'blackboard.update, semantics: that the time moves is inferred',
    answers: [
      { id: 'moves', what: 'yes' },
      { id: 'stays', what: 'no' },
    ],
  },
  {
    id: 'blackboard/second-delete',
    question: 'What is answered to the deletion of an announcement that is gone?',
    about: ['blackboard/delete'],
    open: 'blackboard.delete, unknown: an error, or success with result false',
    answers: [
      { id: 'refused', what: 'refused, as every unknown id is' },
      { id: 'false', what: 'success, with result false' },
      { id: 'true', what: 'success, with result true' },
    ],
  },
  {
    id: 'blackboard/update-request',
    question: 'How is an update without update_request refused?',
    about: ['blackboard/update'],
    open: 'blackboard.update, conflicts: the metadata calls it optional, the SDK does not check it',
    answers: [
      { id: '40', what: '40, by the gateway' },
      { id: 'service', what: 'by the service, as a bad parameter' },
    ],
  },
  {
    id: 'blackboard/code-of-parameter',
    question: 'With which code is a parameter refused that the service cannot accept?',
    about: ['blackboard'],
    open: codes,
    answers: [
      { id: '400002', what: '400002' },
      { id: '400001', what: '400001' },
      { id: '40035', what: '40035' },
    ],
  },
  {
    id: 'blackboard/code-of-id',
    question: 'With which code is an unknown or deleted id refused?',
    about: ['blackboard'],
    open: 'blackboard.get and others, unknown',
    answers: [
      { id: '400002', what: '400002' },
      { id: '400001', what: '400001' },
      { id: '41031', what: 'a code that is not in the catalogue' },
    ],
  },
  {
    id: 'blackboard/code-of-person',
    question: 'With which code is a person refused whom nobody knows?',
    about: ['blackboard'],
    open: 'audit, 12: 60121, 400023 or 33012 somewhere',
    answers: [
      { id: '60121', what: '60121' },
      { id: '33012', what: '33012' },
      { id: '400023', what: '400023' },
    ],
  },
  {
    id: 'blackboard/code-of-right',
    question: 'With which code is an operator refused who may not do this?',
    about: ['blackboard'],
    open: 'blackboard.create and others, unknown: no announcement administrator',
    answers: [
      { id: '400020', what: '400020' },
      { id: '400001', what: '400001' },
      { id: '50002', what: '50002' },
    ],
  },
] as const satisfies readonly Choice[];
