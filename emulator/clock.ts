const eightHours = 8 * 3_600_000;

/** A day in milliseconds. */
export const day = 24 * 3_600_000;

/** Time as the tenant sees it: real time, or a given source, plus an offset that only moves on request. */
export class Clock {
  private offset = 0;

  constructor(private readonly source: () => number = Date.now) {}

  /** The current moment in epoch milliseconds. */
  now(): number {
    return this.source() + this.offset;
  }

  /** Moves the tenant's time by so many seconds. */
  advance(seconds: number): void {
    this.offset += seconds * 1000;
  }

  /** Takes back every move. */
  reset(): void {
    this.offset = 0;
  }
}

/** Writes epoch milliseconds as `yyyy-MM-dd HH:mm:ss` in GMT+8, the one zone in which DingTalk writes times. */
export function toGmt8(at: number): string {
  return new Date(at + eightHours).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads `yyyy-MM-dd HH:mm:ss` in GMT+8 as epoch milliseconds; undefined for anything else, 30 February included. */
export function fromGmt8(text: string): number | undefined {
  const at = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  // Only the one spelling is written back as it was read.
  return Number.isNaN(at) || toGmt8(at) !== text ? undefined : at;
}
