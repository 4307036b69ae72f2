import type { Reply } from '../../client/client';
import { covers } from './coverage';
import { isLacking } from './lacking';

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
    // A call that the app may not make at all is refused, but not for what the case asks.
    const anyCode = (given: string): boolean => (this.isNot ? true : !isLacking(given));
    const pass = reply.refused && (code === undefined ? anyCode(reply.code) : reply.code === code);
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
