/** `client/http.ts` as the worker has loaded it, with supertest behind it. */
export const { transmit, NoAnswer } = globalThis.suite.shared.http;
