import { aiRoutes } from './ai';
import { blackboardRoutes } from './blackboard';
import { blackboardReadingRoutes } from './blackboard-reading';
import { checkinRoutes } from './checkin';
import { hrmRoutes } from './hrm';
import { reportRoutes } from './report';
import { reportActivityRoutes } from './report-activity';
import type { Route } from './route';
import { templateRoutes } from './templates';
import { tokenRoutes } from './token';

/** Every endpoint that the embedded tenant knows how to answer. */
export const routes: readonly Route[] = [
  ...tokenRoutes,
  ...blackboardRoutes,
  ...blackboardReadingRoutes,
  ...templateRoutes,
  ...reportRoutes,
  ...reportActivityRoutes,
  ...hrmRoutes,
  ...checkinRoutes,
  ...aiRoutes,
];
