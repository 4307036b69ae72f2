import { HungUp, type Call, type Layer, type Reply } from '../call';
import { Refusal } from '../refusal';
import { isRead, refused, type Variant } from './variant';

const oneIn = 5;

/** A tenant on whose way the answers to writes get lost: the write may have happened, or not. */
export const lossyVariant: Variant = {
  id: 'lossy-writes',
  what: `One write in ${oneIn} breaks off, ends in an HTML 502 or with errcode -1, before it happens or after; never the same one twice.`,
  layer: lossy,
};

type Loss = (call: Call) => Reply;

const losses: readonly Loss[] = [
  () => {
    throw new HungUp();
  },
  () => ({
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html><h1>502 Bad Gateway</h1></html>',
  }),
  (call) => refused(call, new Refusal(-1, '系统繁忙')),
];

function lossy(): Layer {
  const lost = new Set<string>();
  let writes = 0;
  return async (endpoint, call, next) => {
    if (isRead(endpoint) || lost.has(call.text)) return next(call);
    writes += 1;
    if (writes % oneIn !== 0) return next(call);
    lost.add(call.text);
    // By turns before and after, so that each way of losing an answer meets both.
    if (lost.size % 2 === 0) await next(call);
    return losses[lost.size % losses.length]?.(call) ?? next(call);
  };
}
