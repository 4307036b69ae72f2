import type { Endpoint } from '../schemas/endpoint';
import type { Exchange } from './exchange';

/** A call that did not go as it had to; the message tells the whole story and the stack points at the line of the spec. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  /** The call, as it is recorded. */
  readonly exchange: Exchange;

  /** The code, where the call had to succeed and was refused. */
  readonly refusedAs?: string;

  constructor(
    endpoint: Endpoint,
    what: string,
    exchange: Exchange,
    site: CallSite,
    { cause, refusedAs }: { readonly cause?: unknown; readonly refusedAs?: string } = {},
  ) {
    super(story(endpoint, what, exchange), { cause });
    this.exchange = exchange;
    if (refusedAs !== undefined) this.refusedAs = refusedAs;
    this.stack = `${this.name}: ${this.message}\n${site.frames}`;
  }
}

/** Where in the specs a call was made. */
export interface CallSite {
  readonly frames: string;
}

// A test of the client or of the support is a caller like any other.
const between =
  /[\\/](?:client|support)[\\/](?![^\\/]*\.(?:test|spec)\.ts)[^\\/]+$|node:internal|node_modules/;

/** Takes down where it was called from; frames of the client and of the spec support are left out. */
export function callSite(): CallSite {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, callSite);
  return {
    // Written out only for a call that fails: that takes as long as half a call.
    get frames() {
      return framesOf(holder.stack ?? '');
    },
  };
}

function framesOf(stack: string): string {
  const frames = stack.split('\n').slice(1);
  const ofSpecs = frames.filter((frame) => !between.test(frame));
  const ofOthers = frames.filter((frame) => !/[\\/]client[\\/][^\\/]+$/.test(frame));
  return (ofSpecs.length > 0 ? ofSpecs : ofOthers).join('\n');
}

function story(
  { id, title, method, path }: Endpoint,
  what: string,
  { status, responseBody, docs }: Exchange,
): string {
  return [
    `${method} ${path} (${id} ${title.zh}) ${what}`,
    ...(status === undefined ? [] : [`  reply: HTTP ${status} ${shorten(responseBody ?? '')}`]),
    `  docs:  ${docs}`,
  ].join('\n');
}

const shorten = (text: string): string =>
  text.length > 1500 ? `${text.slice(0, 1500)}… (${text.length} characters)` : text || '(empty)';
