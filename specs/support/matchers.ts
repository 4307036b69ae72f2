import type { Reply } from '../../client/client';
import { covers } from './coverage';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Jest's types are extended this way only
  namespace jest {
    interface Matchers<R> {
      /** The call was refused in a well-formed envelope, with this code where one is given: `88/40014`, `40`, `badRequest`. */
      toBeRefused(code?: string): R;
    }
  }
}

expect.extend({
  toBeRefused(reply: Reply<unknown>, code?: string) {
    const pass = reply.refused && (code === undefined || reply.code === code);
    if (pass && code !== undefined && !this.isNot) covers(`${reply.exchange.endpoint}!${code}`);
    const { method, url, responseBody = '', docs } = reply.exchange;
    const wanted = code === undefined ? 'a refusal' : `a refusal with ${code}`;
    return {
      pass,
      message: () =>
        [
          `Expected ${this.isNot ? 'anything but ' : ''}${wanted}, and ${method} ${new URL(url).pathname} was ${reply.refused ? `refused with ${reply.code}` : 'accepted'}.`,
          `  reply: HTTP ${reply.status} ${responseBody}`,
          `  docs:  ${docs}`,
        ].join('\n'),
    };
  },
});
