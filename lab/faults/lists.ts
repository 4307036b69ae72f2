// Generated from the files beside it by `npm run schemas`. Do not edit.
import { faults as ai } from './ai';
import { faults as blackboard } from './blackboard';
import { faults as blackboardAccess } from './blackboard-access';
import { faults as blackboardReading } from './blackboard-reading';
import { faults as checkin } from './checkin';
import { faults as checkinRecord } from './checkin-record';
import { faults as derivedAnswers } from './derived-answers';
import { faults as derivedFields } from './derived-fields';
import { faults as derivedRefusals } from './derived-refusals';
import { faults as derivedRequests } from './derived-requests';
import { faults as derivedTokens } from './derived-tokens';
import { faults as derivedValidation } from './derived-validation';
import { faults as draftsAndCategories } from './drafts-and-categories';
import { faults as gateway } from './gateway';
import { faults as gatewayPaths } from './gateway-paths';
import { faults as hrm } from './hrm';
import { faults as hrmDismissions } from './hrm-dismissions';
import { faults as listEdges } from './list-edges';
import { faults as lookups } from './lookups';
import { faults as naming } from './naming';
import { faults as ofAnother } from './of-another';
import { faults as ofAnotherAnnouncement } from './of-another-announcement';
import { faults as permissions } from './permissions';
import { faults as refusedYetDone } from './refused-yet-done';
import { faults as report } from './report';
import { faults as reportPaging } from './report-paging';
import { faults as reportPeople } from './report-people';
import { faults as reportReading } from './report-reading';
import { faults as stories } from './stories';
import { faults as token } from './token';
import { faults as trialAnnouncementLists } from './trial-announcement-lists';
import { faults as trialAnnouncements } from './trial-announcements';
import { faults as trialOthers } from './trial-others';
import { faults as trialReportPeople } from './trial-report-people';
import { faults as trialReports } from './trial-reports';
import { faults as trialToken } from './trial-token';
import { faults as unfiltered } from './unfiltered';

/** The faults of the catalogue, by the file that they stand in. */
export const lists = {
  ai,
  blackboard,
  'blackboard-access': blackboardAccess,
  'blackboard-reading': blackboardReading,
  checkin,
  'checkin-record': checkinRecord,
  'derived-answers': derivedAnswers,
  'derived-fields': derivedFields,
  'derived-refusals': derivedRefusals,
  'derived-requests': derivedRequests,
  'derived-tokens': derivedTokens,
  'derived-validation': derivedValidation,
  'drafts-and-categories': draftsAndCategories,
  gateway,
  'gateway-paths': gatewayPaths,
  hrm,
  'hrm-dismissions': hrmDismissions,
  'list-edges': listEdges,
  lookups,
  naming,
  'of-another': ofAnother,
  'of-another-announcement': ofAnotherAnnouncement,
  permissions,
  'refused-yet-done': refusedYetDone,
  report,
  'report-paging': reportPaging,
  'report-people': reportPeople,
  'report-reading': reportReading,
  stories,
  token,
  'trial-announcement-lists': trialAnnouncementLists,
  'trial-announcements': trialAnnouncements,
  'trial-others': trialOthers,
  'trial-report-people': trialReportPeople,
  'trial-reports': trialReports,
  'trial-token': trialToken,
  unfiltered,
};
