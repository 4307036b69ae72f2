/** The faults that no case can notice, by their id, and why; `npm run prove` counts them apart. */
export const escapes: Readonly<Record<string, string>> = {
  'token: an expired one is accepted': 'a token lives for two hours, longer than a run',
  'gateway: a missing scope is passed over':
    'the suite has one app, and takes it as it is: what that may not call is left out, not tried',
};
