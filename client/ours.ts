/**
 * Knows which announcements may be changed or deleted: those that were read and carry a mark of ours. An id alone tells nothing, so
 * whatever was never read is somebody else's.
 */
export class Ours {
  readonly #ids = new Set<string>();
  readonly #isMarked: (title: string, content: string) => boolean;

  readonly #found: (id: string, text: string) => void;

  /**
   * @param isMarked tells by title and content whose an announcement is.
   * @param found is told of each of ours when it is seen for the first time.
   */
  constructor(
    isMarked: (title: string, content: string) => boolean,
    found: (id: string, text: string) => void = () => undefined,
  ) {
    this.#isMarked = isMarked;
    this.#found = found;
  }

  /**
   * Is shown a body of any endpoint; both generations of get show an announcement, the classic one inside `result`, and a top ten shows
   * titles beside ids.
   */
  saw(body: object): void {
    const { result, blackboard_list: list } = body as { result?: unknown; blackboard_list?: unknown };
    this.#see(isObject(result) ? result : body);
    const entries: unknown[] = Array.isArray(list) ? list : [];
    for (const entry of entries) this.#see({ content: '', ...(entry as object) });
  }

  #see(shown: object): void {
    const { id, title, content } = shown as Record<string, unknown>;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof content !== 'string') return;
    if (this.#ids.has(id) || !this.#isMarked(title, content)) return;
    this.#ids.add(id);
    this.#found(id, `${title}\n${content}`);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
