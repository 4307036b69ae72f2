import { readsAlike } from '../../../client/reads-alike';
import { at, listAt } from '../json';
import type { JudgedCall } from '../judge-call';
import { Latest } from './latest';
import { endOf, isSuccess, type Wrong } from './rule';

// Documented: what is longer is cut silently.
const kept = 1000;
// So many reports are remembered.
const most = 1_000;

/** Follows reports through a recording: nobody can change one, so it is listed as it was written. */
export class Reports {
  readonly #created = new Latest<JudgedCall>(most);

  /** What is wrong with a call beside those before it; calls come in the order in which they were made. */
  beside(call: JudgedCall): Wrong[] {
    if (!isSuccess(call)) return [];
    const { id } = call.endpoint;
    if (id === 'report/create') this.#keep(at(call.body, 'result'), call);
    if (id !== 'report/list' && id !== 'report/simplelist') return [];
    return listAt(call.body, 'result.data_list').flatMap((row) => {
      const created = this.#created.get(String(at(row, 'report_id')));
      return created && endOf(created) <= call.exchange.startedAt ? differences(created, row, call) : [];
    });
  }

  #keep(id: unknown, call: JudgedCall): void {
    if (typeof id === 'string') this.#created.set(id, call);
  }
}

function differences(created: JudgedCall, row: unknown, call: JudgedCall): Wrong[] {
  const sent = at(created.asked.values, 'create_report_param');
  const calls = [created, call];
  const [author, shown] = [at(sent, 'userid'), at(row, 'creator_id')];
  const ofAuthor =
    author === shown || shown === undefined
      ? []
      : [
          {
            promise: 'report/create/R17',
            what: 'creator_id is not the userid that the report was created for',
            ...{ expected: author, got: shown, calls },
          },
        ];
  return call.endpoint.id === 'report/list' ? [...ofAuthor, ...ofContents(sent, row, calls)] : ofAuthor;
}

function ofContents(sent: unknown, row: unknown, calls: readonly JudgedCall[]): Wrong[] {
  const contents = listAt(sent, 'contents');
  const shown = new Map(listAt(row, 'contents').map((each) => [at(each, 'key'), at(each, 'value')]));
  // A field that is sent twice, or under a name that the template does not have, is another matter.
  const keys = contents.map((each) => at(each, 'key'));
  return contents
    .filter((each) => keys.filter((key) => key === at(each, 'key')).length === 1 && isPlain(each))
    .filter((each) => !isKept(String(at(each, 'content')), shown.get(at(each, 'key'))))
    .map((each) => ({
      promise: 'report/create?create_report_param.contents[].content',
      what: 'a content is not what report/create was told',
      ...{ expected: at(each, 'content'), got: shown.get(at(each, 'key')), calls },
    }));
}

const isPlain = (content: unknown): boolean =>
  typeof at(content, 'content') === 'string' && at(content, 'content') !== '';

// By characters or by the units of a text: the documentation does not say.
function isKept(sent: string, shown: unknown): boolean {
  if (typeof shown !== 'string') return false;
  const cut = [sent.slice(0, kept), Array.from(sent).slice(0, kept).join('')];
  return [sent, ...cut].some((text) => readsAlike(shown, text));
}
