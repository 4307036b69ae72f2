import type { Variant } from './variant';

/** A tenant that makes requests fit where others refuse them. */
export const clampingVariant: Variant = {
  id: 'clamping',
  what: 'What is past a limit is cut to it, windows included, and a value of another type is read as best it can be.',
  choices: {
    'blackboard/above-most': 'clamped',
    'blackboard/long-window': 'cut',
    'blackboard/too-many-receivers': 'cut',
    'report/above-most': 'clamped',
    'report/long-window': 'cut',
    'hrm/above-most': 'clamped',
    'hrm/too-many-statuses': 'cut',
    'checkin/above-most': 'clamped',
    'checkin/long-window': 'cut',
    'checkin/too-many-people': 'cut',
    'ai/long-url': 'cut',
    'input/nested-number-for-text': 'digits',
    'input/nested-text-for-number': 'read',
    'input/flag': 'read',
    'input/text-for-list': 'split',
  },
};
