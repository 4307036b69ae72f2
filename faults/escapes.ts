/** The faults that no case can notice, by their id, and why; `npm run prove` counts them apart. */
export const escapes: Readonly<Record<string, string>> = {
  'report/receiver-list: ten people where no size is given':
    'a report of the suite reaches two people, and nobody else may be addressed: a page of ten shows all of them',
  'blackboard/get: writes its hours on a clock of twelve':
    'what the suite makes is made now: from 01:00 to 12:59 in Beijing both clocks show the same hour; at other times it is noticed',
};
