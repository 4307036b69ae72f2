/** The faults that no case can notice, by their id, and why; `npm run prove` counts them apart. */
export const escapes: Readonly<Record<string, string>> = {
  'report/receiver-list: ten people where no size is given':
    'a report of the suite reaches two people, and nobody else may be addressed: a page of ten shows all of them',
};
