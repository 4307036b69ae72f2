// Generated from the files beside it by `npm run schemas`. Do not edit.
import type { Route } from './route';
import { routes as ai } from './products/ai';
import { routes as blackboard } from './products/blackboard';
import { routes as blackboardReading } from './products/blackboard-reading';
import { routes as checkin } from './products/checkin';
import { routes as checkinRecord } from './products/checkin-record';
import { routes as hrm } from './products/hrm';
import { routes as report } from './products/report';
import { routes as reportActivity } from './products/report-activity';
import { routes as reportLists } from './products/report-lists';
import { routes as templates } from './products/templates';
import { routes as token } from './products/token';

/** Every endpoint that the embedded tenant knows how to answer. */
export const routes: readonly Route[] = [
  ...ai,
  ...blackboard,
  ...blackboardReading,
  ...checkin,
  ...checkinRecord,
  ...hrm,
  ...report,
  ...reportActivity,
  ...reportLists,
  ...templates,
  ...token,
];
