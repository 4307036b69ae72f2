import type { Call, Layer } from '../call';
import { valuesOf, withValues } from '../layers';

const beyond = 1_234_567_890_123_000_001n;
const given = ['cursor', 'offset', 'nextToken'];
const shown = new Set(['next_cursor', 'nextToken']);

/**
 * Cursors of 19 digits, the last of which a JSON number of JavaScript cannot hold, at the endpoints with these ids. The body becomes a
 * text, so the layer has to be outside of whatever changes objects.
 */
export function longCursors(endpoints: readonly string[]): Layer {
  return async ({ id }, call, next) => {
    if (!endpoints.includes(id)) return next(call);
    const reply = await next(withShortCursor(call));
    if (typeof reply.body === 'string') return reply;
    const text = JSON.stringify(reply.body, (name, value: unknown) =>
      shown.has(name) && typeof value === 'number' ? `<<${String(beyond + BigInt(value))}>>` : value,
    );
    return { ...reply, body: text.replace(/"<<(\d+)>>"/g, '$1') };
  };
}

// What comes in is read from the text, for the number in it has lost its last digits by now.
function withShortCursor(call: Call): Call {
  const values = valuesOf(call);
  const texts = given.flatMap((name) => {
    const digits = digitsOf(name, values[name], call.text);
    return digits === undefined ? [] : [[name, String(BigInt(digits) - beyond)] as const];
  });
  return texts.length === 0 ? call : withValues(call, { ...values, ...Object.fromEntries(texts) });
}

function digitsOf(name: string, value: unknown, text: string): string | undefined {
  if (typeof value === 'string') return /^\d{19}$/.exec(value)?.[0];
  return new RegExp(`"${name}":\\s*(\\d{19})`).exec(text)?.[1];
}
