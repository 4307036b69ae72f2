import type { Violation } from '../../schemas/validate';
import type { Endpoint } from '../../schemas/endpoint';
import { shortly, type JudgedCall } from './judge-call';
import type { EndpointJudgement, Problem, Seen } from './judgement';
import { Rates } from './rate';
import { refusalOf } from './refusals';
import { isBinding, sourceOfPromise, type Wrong } from './rules/rule';

// Of each thing the first places and calls are shown; the rest is counted.
const mostPlaces = 5;
const mostCalls = 3;
// Whoever sends another unknown field with every call is not told of each.
const mostDifferent = 300;
const others = `others, beyond the first ${mostDifferent}`;

/** What was seen, with calls that show it. */
interface Entry {
  readonly seen: Omit<Problem, 'count' | 'places'>;
  count: number;
  readonly places: string[];
  readonly calls: JudgedCall[];
}

/** What was seen, each with how often and where: a bounded number of different things. */
export class Entries {
  readonly #entries = new Map<string, Entry>();

  add(seen: Entry['seen'], place: string, calls: readonly JudgedCall[] = []): void {
    const isKnown = this.#entries.has(seen.what) || this.#entries.size < mostDifferent;
    const what = isKnown ? seen.what : others;
    const entry = this.#entries.get(what) ?? { seen: { ...seen, what }, count: 0, places: [], calls: [] };
    this.#entries.set(what, entry);
    entry.count += 1;
    if (entry.places.length < mostPlaces) entry.places.push(place);
    if (entry.calls.length < mostCalls) entry.calls.push(...calls);
  }

  get all(): readonly Entry[] {
    return [...this.#entries.values()].sort((a, b) => b.count - a.count);
  }

  get problems(): readonly Problem[] {
    return this.all.map(({ seen, count, places }) => ({ ...seen, count, places }));
  }

  get seen(): readonly Seen[] {
    return this.all.map(({ seen: { what }, count, places }) => ({ what, count, places }));
  }
}

/** Something that is seen as it is. */
export const plain = (what: string): Entry['seen'] => ({ what, source: 'documented' });

/** Counts what the calls of one endpoint show. */
export class Tally {
  readonly #endpoint: Endpoint;
  readonly #strict: boolean;
  #calls = 0;
  #successes = 0;
  #counted = 0;
  readonly #rates = new Rates();
  readonly #entries = {
    broken: new Entries(),
    inferred: new Entries(),
    undocumented: new Entries(),
    refusals: new Entries(),
    requests: new Entries(),
    notJudged: new Entries(),
  };

  constructor(endpoint: Endpoint, strict: boolean) {
    this.#endpoint = endpoint;
    this.#strict = strict;
  }

  add(call: JudgedCall): void {
    const { exchange, place, asked } = call;
    this.#calls += 1;
    this.#counted += exchange.counted ? 1 : 0;
    this.#successes += exchange.outcome === 'ok' ? 1 : 0;
    for (const what of asked.wrong) this.#entries.requests.add(plain(indexless(what)), place);
    this.#addAnswer(call);
  }

  #addAnswer(call: JudgedCall): void {
    const {
      exchange,
      place,
      code,
      unheld = exchange.status === undefined ? exchange.outcome : undefined,
    } = call;
    if (code !== undefined) this.#entries.refusals.add(plain(code), place);
    if (unheld !== undefined) this.#entries.notJudged.add(plain(unheld), place);
    for (const breach of call.broken)
      this.#entries.broken.add({ source: 'documented', ...breach }, place, [call]);
    for (const violation of call.noticed) this.#notice(violation, place);
  }

  #notice({ path, message, keyword, source }: Violation, place: string): void {
    const kind = keyword === 'additionalProperties' ? 'undocumented' : 'inferred';
    this.#entries[kind].add({ what: indexless(`${path} ${message}`), source }, place);
  }

  /** Counts when a call began; they come in the order in which they were made. */
  began({ exchange, place, isTimed }: JudgedCall): void {
    if (isTimed) this.#rates.add(exchange.startedAt, place);
  }

  /** Counts what is known without a call. */
  tell(kind: 'broken' | 'undocumented', what: string, place: string): void {
    this.#entries[kind].add(plain(what), place);
  }

  /** Counts a promise that calls broke, the last of them of this endpoint. */
  wrong({ promise, what, expected, got, calls }: Wrong): void {
    const source = sourceOfPromise(promise);
    const problem = { what, promise, source, expected: shortly(expected), got: shortly(got) };
    const kind = isBinding(promise, this.#strict) ? 'broken' : 'inferred';
    this.#entries[kind].add(problem, calls.map(({ place }) => place).join(', then '), calls);
  }

  /** The calls that show a broken promise, by what it is. */
  get guilty(): ReadonlyMap<string, readonly JudgedCall[]> {
    return new Map(this.#entries.broken.all.map(({ seen, calls }) => [seen.what, calls]));
  }

  /** @param perSecond calls of one app that the gateway lets through. */
  judgement(perSecond: number): EndpointJudgement {
    const { id, title, method, path, docs } = this.#endpoint;
    const { broken, inferred, undocumented, refusals, requests, notJudged } = this.#entries;
    const { fastest } = this.#rates;
    return {
      ...{ endpoint: id, title: title.zh, method, path, docs: docs.url },
      ...{ calls: this.#calls, successes: this.#successes, counted: this.#counted },
      notJudged: notJudged.seen,
      broken: broken.problems,
      inferred: inferred.problems,
      undocumented: undocumented.seen,
      refusals: refusals.seen.map((seen) => ({ ...seen, ...refusalOf(this.#endpoint, seen.what) })),
      requests: requests.seen,
      ...(docs.status === 'archived' ? { archived: { successor: docs.successor } } : {}),
      ...(fastest.calls > perSecond ? { tooFast: { ...fastest, allowed: perSecond } } : {}),
    };
  }
}

// The items of a list are one place.
const indexless = (text: string): string =>
  text.replace(/^\/\S+/, (pointer) => pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
