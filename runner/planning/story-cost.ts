/** Random stories: their cost is that of one of them, and a run plays as many as it is asked for. */
export const storiesFile = 'specs/flows/stories.spec.ts';

/**
 * The most calls that one story makes: three announcements, nine changes that are read back by both generations of get, and what is
 * looked at and removed in the end. Other people's announcements, which are read once to tell them apart, come on top.
 */
export const storyCost = {
  'blackboard/category-list': 1,
  'blackboard/create': 3,
  'blackboard/delete': 3,
  'blackboard/get': 21,
  'blackboard/get-blackboard': 24,
  'blackboard/listids': 6,
  'blackboard/listtopten': 2,
  'blackboard/update': 9,
} as const;

/** All calls of the dearest story together. */
export const callsPerStory = Object.values(storyCost).reduce((sum: number, calls) => sum + calls, 0);
