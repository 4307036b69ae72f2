/** How far a run is. */
export interface Counts {
  readonly done: number;
  readonly of: number;
  readonly unnoticed: number;
  readonly elapsedMs: number;
}

const width = 24;

/** One line: a bar, counts, and how long the rest is going to take. */
export function progressLine({ done, of, unnoticed, elapsedMs }: Counts): string {
  const share = of === 0 ? 1 : done / of;
  const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '·');
  const rest = done === 0 ? '' : `, ${durationOf((elapsedMs / done) * (of - done))} left`;
  const missed = unnoticed === 0 ? '' : `, ${unnoticed} not noticed`;
  return `${bar} ${done} of ${of}${missed}${rest}`;
}

/** `3 min 20 s`, `45 s`. */
export function durationOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a run is: in place on a terminal, elsewhere a line for every twentieth of the way. */
export class Progress {
  readonly #out: Terminal;
  readonly #startedAt = Date.now();
  #shown = 0;

  constructor(out: Terminal) {
    this.#out = out;
  }

  /** Says something above the bar. */
  say(text: string): void {
    this.#out.write(this.#out.isTTY === true ? `\r\u001b[K${text}\n` : `${text}\n`);
  }

  /** Shows these counts. */
  show(counts: Omit<Counts, 'elapsedMs'>): void {
    const line = progressLine({ ...counts, elapsedMs: Date.now() - this.#startedAt });
    if (this.#out.isTTY === true)
      this.#out.write(`\r\u001b[K${line}${counts.done === counts.of ? '\n' : ''}`);
    else if (this.#isDue(counts)) this.#out.write(`${line}\n`);
  }

  #isDue({ done, of }: { readonly done: number; readonly of: number }): boolean {
    const reached = Math.floor((done / Math.max(of, 1)) * 20);
    const isDue = reached > this.#shown || done === of;
    this.#shown = Math.max(this.#shown, reached);
    return isDue;
  }
}
