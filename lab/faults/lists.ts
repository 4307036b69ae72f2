// Generated from the files beside it by `npm run schemas`. Do not edit.
import { faults as ai } from './ai';
import { faults as blackboardLists } from './blackboard-lists';
import { faults as blackboardReading } from './blackboard-reading';
import { faults as blackboardWriting } from './blackboard-writing';
import { faults as checkin } from './checkin';
import { faults as derivedAnswers } from './derived-answers';
import { faults as derivedFields } from './derived-fields';
import { faults as derivedLists } from './derived-lists';
import { faults as derivedRefusals } from './derived-refusals';
import { faults as derivedRequests } from './derived-requests';
import { faults as derivedTokens } from './derived-tokens';
import { faults as derivedValidation } from './derived-validation';
import { faults as gateway } from './gateway';
import { faults as hrm } from './hrm';
import { faults as ofAnother } from './of-another';
import { faults as reportCounts } from './report-counts';
import { faults as reportLists } from './report-lists';
import { faults as reportPeople } from './report-people';
import { faults as reportTemplates } from './report-templates';
import { faults as reportWriting } from './report-writing';
import { faults as stories } from './stories';
import { faults as token } from './token';

/** The faults of the catalogue, by the file that they stand in. */
export const lists = {
  ai,
  'blackboard-lists': blackboardLists,
  'blackboard-reading': blackboardReading,
  'blackboard-writing': blackboardWriting,
  checkin,
  'derived-answers': derivedAnswers,
  'derived-fields': derivedFields,
  'derived-lists': derivedLists,
  'derived-refusals': derivedRefusals,
  'derived-requests': derivedRequests,
  'derived-tokens': derivedTokens,
  'derived-validation': derivedValidation,
  gateway,
  hrm,
  'of-another': ofAnother,
  'report-counts': reportCounts,
  'report-lists': reportLists,
  'report-people': reportPeople,
  'report-templates': reportTemplates,
  'report-writing': reportWriting,
  stories,
  token,
};
