import { aiRoutes } from './products/ai';
import { blackboardRoutes } from './products/blackboard';
import { blackboardReadingRoutes } from './products/blackboard-reading';
import { checkinRoutes } from './products/checkin';
import { hrmRoutes } from './products/hrm';
import { reportRoutes } from './products/report';
import { reportActivityRoutes } from './products/report-activity';
import type { Route } from './route';
import { templateRoutes } from './products/templates';
import { tokenRoutes } from './products/token';

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
