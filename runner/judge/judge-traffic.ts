import type { Exchange } from '../../client/exchange';
import type { Redactor } from '../../client/redaction/redact';
import { plural } from '../../reporting/words';
import { contradicted } from '../../reporting/records/recordings';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { InOrder } from './in-order';
import { judgeCall, type Bench, type JudgedCall } from './judge-call';
import type { Judgement } from './judgement';
import { match } from './match';
import { readFiles } from './reading/read-files';
import { Unreadable, type Item, type RecordedCall } from './reading/recorded-call';
import { Secrets } from './redaction';
import { Announcements } from './rules/announcements';
import { faultsOfAnswer } from './rules/answers';
import { faultsOfPage, Pages } from './rules/pages';
import { Reports } from './rules/reports';
import type { Wrong } from './rules/rule';
import { Tokens } from './rules/tokens';
import { Entries, plain, Tally } from './tally';

/** How recordings are judged. */
export interface Asked {
  /** What stands for both gateways besides DingTalk's own hosts. */
  readonly hosts: readonly string[];
  /** Everything breaks the contract that is not as the endpoint files say, as on a tenant of one's own. */
  readonly strict: boolean;
  /** Calls of one app to one API that the gateway lets through in a second. */
  readonly perSecond: number;
  /** Knows the secrets of the environment, and learns those of the recordings. */
  readonly redactor: Redactor;
}

/** What the reports show of a call. */
export type ShownCall = Pick<JudgedCall, 'endpoint' | 'place' | 'exchange'>;

/** What came of it, and the calls that the reports show. */
export interface Judged {
  readonly judgement: Judgement;
  readonly calls: readonly ShownCall[];
  /** The calls that show a broken promise, by endpoint and what it is. */
  readonly guilty: ReadonlyMap<string, ReadonlyMap<string, readonly JudgedCall[]>>;
}

// The reports show so many calls of each endpoint with their bodies, and so many calls at all.
const mostWhole = 100;
const mostShown = 3_000;

class Docket {
  readonly #asked: Asked;
  readonly #bench: Bench;
  readonly #tallies = new Map<string, Tally>();
  readonly #calls: ShownCall[] = [];
  readonly #tokens = new Tokens();
  readonly #followers = [new Announcements(), new Reports(), new Pages(), this.#tokens];
  readonly #inOrder = new InOrder((call) => {
    this.#follow(call);
  });
  readonly #unknown = new Entries();
  readonly #hosts = new Set<string>();
  readonly #notes = new Set<string>();
  readonly #whole = new Map<string, number>();
  #total = 0;
  #foreign = 0;
  #recordings = 0;

  constructor(asked: Asked) {
    const { redactor, strict } = asked;
    this.#asked = asked;
    this.#bench = { redactor, strict, secrets: new Secrets(redactor) };
  }

  async take(item: Item): Promise<void> {
    if (item.kind === 'note') this.#notes.add(item.text);
    else if (item.kind === 'recording') this.#takeRecording(item);
    else await this.#takeCall(item.call, item.place);
  }

  async #takeCall(call: RecordedCall, place: string): Promise<void> {
    const matched = match(call, this.#asked.hosts);
    if (matched.kind === 'foreign') this.#leaveOut(call);
    if (matched.kind === 'unknown') this.#unknown.add(plain(matched.what), place);
    if (matched.kind !== 'endpoint') return;
    this.#total += 1;
    const { endpoint } = matched;
    const judged = await judgeCall(endpoint, call, place, this.#bench);
    const tally = this.#tally(endpoint);
    tally.add(judged);
    const faults = [...faultsOfAnswer(judged), ...faultsOfPage(judged)];
    for (const fault of faults) tally.wrong({ ...fault, calls: [judged] });
    this.#keep(judged);
    this.#inOrder.take(judged);
  }

  #leaveOut({ url }: RecordedCall): void {
    this.#foreign += 1;
    if (URL.canParse(url) && this.#hosts.size < 10_000) this.#hosts.add(new URL(url).host);
  }

  #takeRecording({ recording, place }: Extract<Item, { kind: 'recording' }>): void {
    const endpoint = endpoints.find(({ id }) => id === recording.endpoint);
    if (!endpoint)
      throw new Unreadable(
        `${place} is a recording of ${recording.endpoint}, which no endpoint file describes.`,
      );
    this.#recordings += 1;
    const tally = this.#tally(endpoint);
    for (const text of contradicted(endpoint, recording)) {
      const what = text.replace(`${endpoint.id}: `, '');
      tally.tell(text.includes('and the schema says') ? 'broken' : 'undocumented', what, place);
    }
  }

  #tally(endpoint: Endpoint): Tally {
    const tally = this.#tallies.get(endpoint.id) ?? new Tally(endpoint, this.#asked.strict);
    this.#tallies.set(endpoint.id, tally);
    return tally;
  }

  #keep({ endpoint, place, exchange }: JudgedCall): void {
    if (this.#calls.length >= mostShown) return;
    const whole = (this.#whole.get(endpoint.id) ?? 0) + 1;
    this.#whole.set(endpoint.id, whole);
    this.#calls.push({ endpoint, place, exchange: whole > mostWhole ? withoutBodies(exchange) : exchange });
  }

  // What only several calls can tell.
  #follow(call: JudgedCall): void {
    this.#tally(call.endpoint).began(call);
    for (const follower of this.#followers) this.#tell(follower.beside(call));
  }

  #tell(wrongs: readonly Wrong[]): void {
    for (const wrong of wrongs) {
      const last = wrong.calls.at(-1);
      if (last) this.#tally(last.endpoint).wrong(wrong);
    }
  }

  conclusion(files: readonly string[]): Judged {
    this.#inOrder.end();
    this.#tell(this.#tokens.atEnd());
    const tallies = [...this.#tallies].sort(([a], [b]) => a.localeCompare(b));
    const judgements = tallies.map(([, tally]) => tally.judgement(this.#asked.perSecond));
    const sum = (of: (each: (typeof judgements)[number]) => number): number =>
      judgements.reduce((total, each) => total + of(each), 0);
    const notJudged = sum((each) => each.notJudged.reduce((total, { count }) => total + count, 0));
    const judgement: Judgement = {
      files,
      calls: this.#total,
      judged: this.#total - notJudged,
      counted: sum(({ counted }) => counted),
      foreign: { calls: this.#foreign, hosts: this.#hosts.size },
      unknown: this.#unknown.seen,
      recordings: this.#recordings,
      endpoints: judgements,
      notes: [...this.#notes, ...this.#bounds()],
    };
    const guilty = new Map(tallies.map(([id, each]) => [id, each.guilty]));
    const calls = this.#calls.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
    return { judgement, calls, guilty };
  }

  #bounds(): string[] {
    const { late } = this.#inOrder;
    if (late === 0) return [];
    return [
      `${plural(late, 'call')} stand far from those of the same time, and were judged by themselves alone`,
    ];
  }
}

// The headers of an answer tell when it was.
function withoutBodies({ requestBody, responseBody, ...exchange }: Exchange): Exchange {
  const hasBody = (requestBody ?? '').length + (responseBody ?? '').length > 0;
  return hasBody ? { ...exchange, requestHeaders: {}, curl: '' } : exchange;
}

/**
 * Judges recorded traffic by the contracts of the endpoints. Nothing is sent.
 * @throws Unreadable where a file cannot be read, and where none holds a call of an endpoint that the project knows.
 */
export async function judgeFiles(files: readonly string[], asked: Asked): Promise<Judged> {
  const docket = new Docket(asked);
  for await (const item of readFiles(files)) await docket.take(item);
  const judged = docket.conclusion(files);
  const { calls, recordings, foreign, unknown } = judged.judgement;
  if (calls + recordings > 0) return judged;
  const others = unknown.reduce((total, { count }) => total + count, 0);
  const seen =
    others > 0
      ? `${plural(others, 'call')} of DingTalk that no endpoint file describes`
      : 'no call of DingTalk';
  const left =
    foreign.calls > 0
      ? ` ${plural(foreign.calls, 'call')} went to other hosts: --host NAME names one that stands for DingTalk.`
      : '';
  throw new Unreadable(`There is nothing to judge in ${files.join(', ')}: ${seen}.${left}`);
}
