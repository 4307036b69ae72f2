import type { Language, Text } from '../../config/language';

/** Where progress is shown: a stream that may be a terminal. */
interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const [lineStart, eachMs] = ['\r\u001b[K', 500];

/**
 * Does what takes a while, and says meanwhile in one line on stderr what it is at and for how many seconds: at a terminal only. The line is gone when
 * the work is done, so that what is printed next stands in its place.
 * @param at what is being done; read anew twice a second.
 */
export async function withProgress<Value>(
  language: Language,
  at: () => Text,
  work: () => Value | Promise<Value>,
  out: Stream = process.stderr,
): Promise<Value> {
  if (out.isTTY !== true) return work();
  const startedAt = Date.now();
  const show = (): void => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const ending = { en: `… ${seconds} s`, zh: `… ${seconds} 秒` };
    out.write(lineStart + at()[language] + ending[language]);
  };
  show();
  const timer = setInterval(show, eachMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    out.write(lineStart);
  }
}
