import { blackboardRoutes } from './blackboard';
import { blackboardReadingRoutes } from './blackboard-reading';
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
];
