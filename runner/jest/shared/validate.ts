/** `schemas/validate.ts` as the worker has loaded it, with every schema that it has compiled. */
export const { violations } = globalThis.suite.shared.validate;
