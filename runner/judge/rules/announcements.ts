import { readsAlike } from '../../../client/reads-alike';
import { sourceOf } from '../../../schemas/evidence';
import { at, listAt } from '../json';
import type { JudgedCall } from '../judge-call';
import { momentOf } from '../request';
import { Latest } from './latest';
import { endOf, isSuccess, type Wrong } from './rule';

/** An announcement as either generation of get shows it. */
interface Shown {
  readonly id: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly created: number;
  readonly modified: number;
}

type Names = Readonly<Record<string, string>>;

// What a write calls a field, and what a reading does.
const readings: Readonly<
  Record<string, { readonly body: string; readonly id: string; readonly names: Names }>
> = {
  'blackboard/get': {
    body: 'result',
    id: 'blackboard_id',
    names: {
      ...{ title: 'title', content: 'content', author: 'author', category_id: 'category_id' },
      ...{ private_level: 'private_level', created: 'gmt_create', modified: 'gmt_modified' },
    },
  },
  'blackboard/get-blackboard': {
    body: '',
    id: 'blackboardId',
    names: {
      ...{ title: 'title', content: 'content', category_id: 'categoryId', private_level: 'privateLevel' },
      ...{ push_top: 'isPushTop', created: 'gmtCreate', modified: 'gmtModified' },
    },
  },
};

const lists: Readonly<Record<string, string>> = {
  'blackboard/listids': 'result',
  'blackboard/listtopten': 'blackboard_list',
};

interface Written {
  readonly call: JudgedCall;
  readonly sent: Readonly<Record<string, unknown>>;
}

// A list may lag behind what was written; clocks of two machines differ.
const lagMs = 10_000;
const skewMs = 2_000;
// So many announcements are remembered.
const most = 1_000;

/** Follows announcements through a recording: what is deleted is gone, and what was sent is what is read. */
export class Announcements {
  readonly #deleted = new Latest<JudgedCall>(most);
  readonly #updated = new Latest<Written>(most);
  /** By title, where it was sent once. */
  readonly #created = new Latest<Written | 'several'>(most);

  /** What is wrong with a call beside those before it; calls come in the order in which they were made. */
  beside(call: JudgedCall): Wrong[] {
    if (!isSuccess(call)) return [];
    const { id } = call.endpoint;
    const { values } = call.asked;
    if (id === 'blackboard/delete') this.#keep(this.#deleted, values.blackboard_id, call);
    if (id === 'blackboard/update') this.#update(call, at(values, 'update_request'));
    if (id === 'blackboard/create') this.#create(call, at(values, 'create_request'));
    if (id in lists) return this.#inList(call, listAt(call.body, lists[id] ?? ''));
    return id in readings ? this.#inReading(call) : [];
  }

  #keep<Value>(map: Map<unknown, Value>, key: unknown, value: Value): void {
    if (typeof key === 'string') map.set(key, value);
  }

  #update(call: JudgedCall, sent: unknown): void {
    this.#keep(this.#updated, at(sent, 'blackboard_id'), { call, sent: sent as Written['sent'] });
    // Whoever is called so now was not created so.
    this.#keep(this.#created, at(sent, 'title'), 'several');
  }

  #create(call: JudgedCall, sent: unknown): void {
    const title = at(sent, 'title');
    const value = this.#created.has(title) ? 'several' : { call, sent: sent as Written['sent'] };
    this.#keep(this.#created, title, value);
  }

  #inList(call: JudgedCall, rows: readonly unknown[]): Wrong[] {
    const ids = rows.map((row) => (typeof row === 'string' ? row : at(row, 'id')));
    const gone = ids.find((id) => this.#isGone(id, call, lagMs));
    const promise =
      call.endpoint.id === 'blackboard/listids' ? 'blackboard/listids/R7' : 'blackboard/listtopten/R2';
    const deleted = this.#deleted.get(gone);
    const what = 'it lists an announcement that was deleted';
    return deleted ? [{ promise, what, got: gone, calls: [deleted, call] }] : [];
  }

  #isGone(id: unknown, call: JudgedCall, afterMs: number): boolean {
    const deleted = this.#deleted.get(id);
    return deleted !== undefined && call.exchange.startedAt >= endOf(deleted) + afterMs;
  }

  #inReading(call: JudgedCall): Wrong[] {
    const { id } = call.endpoint;
    const asked = call.asked.values[readings[id]?.id ?? ''];
    const deleted = this.#isGone(asked, call, 0) ? this.#deleted.get(asked) : undefined;
    if (deleted) {
      const promise = id === 'blackboard/get' ? 'blackboard/get/R4' : 'blackboard/get-blackboard/R2';
      return [
        { promise, what: 'it shows an announcement that was deleted', got: asked, calls: [deleted, call] },
      ];
    }
    const shown = shownIn(call);
    const written = this.#writtenOf(shown, call);
    return written ? differences(written, shown, call) : [];
  }

  // Somebody else may have changed it since, or have called another one so before.
  #writtenOf(shown: Shown, call: JudgedCall): Written | undefined {
    const updated = this.#updated.get(shown.id);
    const created = this.#created.get(shown.fields.title);
    const last = updated ?? (created === 'several' ? undefined : created);
    if (!last || call.exchange.startedAt < endOf(last.call)) return undefined;
    const since = momentOfAnswer(last.call);
    const isAnother = !updated && shown.created < since - last.call.exchange.durationMs - skewMs;
    return isAnother || shown.modified > since + skewMs ? undefined : last;
  }
}

function shownIn({ endpoint: { id }, body }: JudgedCall): Shown {
  const { body: path = '', names = {} } = readings[id] ?? {};
  const value = path === '' ? body : at(body, path);
  const fields = Object.fromEntries(Object.entries(names).map(([name, shown]) => [name, at(value, shown)]));
  const { created, modified, ...others } = fields;
  return { id: at(value, 'id'), fields: others, created: momentOf(created), modified: momentOf(modified) };
}

// By the clock of the service where its answer has a date, which is in whole seconds.
function momentOfAnswer(call: JudgedCall): number {
  const theirs = Date.parse(call.exchange.responseHeaders?.date ?? '');
  return Number.isNaN(theirs) ? endOf(call) : theirs + 1000;
}

function differences({ call: write, sent }: Written, { fields }: Shown, call: JudgedCall): Wrong[] {
  const writing = write.endpoint.id.replace('blackboard/', '');
  return Object.entries(fields).flatMap(([name, got]) => {
    const expected = sent[name];
    // What was not sent, is no parameter, or is not shown, says nothing.
    const promise = `${write.endpoint.id}?${writing}_request.${name}`;
    if (sourceOf(promise) === undefined || expected === undefined || got === undefined || got === null)
      return [];
    if (isSame(name, expected, got)) return [];
    const what = `${name} is not what ${write.endpoint.id} was told`;
    return [{ promise, what, expected, got, calls: [write, call] }];
  });
}

function isSame(name: string, expected: unknown, got: unknown): boolean {
  if (name === 'push_top') return (got === 1) === (expected === true || expected === 'true');
  if (typeof expected === 'string' && typeof got === 'string') return readsAlike(got, expected);
  return String(expected) === String(got);
}
