/** The faults that no case can notice, by their id, and why; `npm run prove` counts them apart. There are none. */
export const escapes: Readonly<Record<string, string>> = {};
