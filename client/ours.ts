/**
 * Knows which announcements may be changed or deleted: those that were read and carry a mark of ours. An id alone tells nothing, so
 * whatever was never read is somebody else's.
 */
export class Ours {
  readonly #ids = new Set<string>();
  readonly #isMarked: (title: string, content: string) => boolean;

  /** @param isMarked tells by title and content whose an announcement is. */
  constructor(isMarked: (title: string, content: string) => boolean) {
    this.#isMarked = isMarked;
  }

  /** Is shown a body of any endpoint; both generations of get show an announcement, the classic one inside `result`. */
  saw(body: object): void {
    const { result } = body as { result?: unknown };
    const { id, title, content } = (isObject(result) ? result : body) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof content !== 'string') return;
    if (this.#isMarked(title, content)) this.#ids.add(id);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
