import { createReadStream } from 'node:fs';
import { JSONParser } from '@streamparser/json';
import { Unreadable } from './recorded-call';

/** A value of a JSON file, and the names above it: `['log', 'entries', 3]`. */
export interface Found {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/**
 * The values at some places of a JSON file, in its order, however large the file is: nothing else of it is kept.
 * @param paths such as `$.log.entries.*`.
 * @throws Unreadable saying at which byte, where the file is cut short or is no JSON.
 */
export async function* valuesIn(file: string, name: string, paths: string[]): AsyncGenerator<Found> {
  const found: Found[] = [];
  const parser = new JSONParser({ paths, keepStack: false, stringBufferSize: 64 * 1024 });
  parser.onValue = ({ value, key, stack }) => {
    const above = stack.slice(1).map((each) => each.key ?? '');
    found.push({ path: [...above, key ?? ''], value });
  };
  let read = 0;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    try {
      parser.write(bytes);
    } catch (error) {
      throw new Unreadable(noJson(name, read, (error as Error).message));
    }
    read += bytes.length;
    yield* found.splice(0);
  }
  if (!parser.isEnded)
    throw new Unreadable(
      `${name} is cut short: after byte ${read} its JSON is not at its end. Export it again.`,
    );
}

function noJson(name: string, read: number, message: string): string {
  const [, what = '', at = String(read)] =
    /Unexpected "?([^"]*)"? at .*absolute position "(\d+)"/s.exec(message) ?? [];
  return `${name} is no JSON: at byte ${at} there is ${JSON.stringify(what.slice(0, 1))}, where it may not be.`;
}
