import type { Fault } from './fault';
import { announcementListTrialFaults } from './trial-announcement-lists';
import { announcementTrialFaults } from './trial-announcements';
import { otherTrialFaults } from './trial-others';
import { reportPeopleTrialFaults } from './trial-report-people';
import { reportTrialFaults } from './trial-reports';
import { tokenTrialFaults } from './trial-token';

/**
 * Faults that were written from the documentation alone, before any spec was read: a sample of what the suite notices beyond the
 * catalogue that it was built against.
 */
export const trialFaults: readonly Fault[] = [
  ...tokenTrialFaults,
  ...announcementTrialFaults,
  ...announcementListTrialFaults,
  ...reportTrialFaults,
  ...reportPeopleTrialFaults,
  ...otherTrialFaults,
];
