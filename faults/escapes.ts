/** The faults that no case can notice, by their id, and why; `npm run prove` counts them apart. */
export const escapes: Readonly<Record<string, string>> = {};
