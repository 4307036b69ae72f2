import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Exchange } from '../../client/exchange';
import type { Run } from '../../config/run';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { tagOf } from '../../fixtures/tag';
import { createAnnouncement, deleteAnnouncement, getBlackboard } from '../../schemas';
import { Journal, journalFile } from './journal';

const reportsDir = temporaryFolder();
const run = 'a1b2c3';
const [first, second] = [tagOf(run, 'd4e5f6', 1), tagOf(run, 'd4e5f6', 2)];
const announcement = '300a540d6b94005d8638f16e00603ae9';

const journal = (target: Run['target'] = 'live'): Journal =>
  new Journal({ target, reportsDir, id: run } as Run);
const create = (tag: string): object => ({ create_request: { title: `入职须知 ${tag}`, content: '正文' } });
const ended = (endpoint: string, outcome: string, requestBody: string): Exchange =>
  ({ endpoint, outcome, requestBody }) as Exchange;
const written = (): object[] =>
  readFileSync(journalFile(reportsDir, run), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);

describe('The journal of a run on a live tenant', () => {
  afterEach(() => {
    rmSync(reportsDir, { recursive: true, force: true });
  });

  it('has what is sent before it is sent, by the tag in its title', () => {
    journal().sending(createAnnouncement, create(first));

    expect(written()).toEqual([{ sent: first, at: expect.any(Number) as number }]);
  });

  it.each([
    { form: 'JSON', sent: JSON.stringify(create(first)) },
    {
      form: 'a form',
      sent: new URLSearchParams({ create_request: JSON.stringify(create(first)) }).toString(),
    },
  ])('forgets what was refused, sent in $form', ({ sent }) => {
    journal().ended(ended(createAnnouncement.id, 'refused 88/60011', sent));

    expect(written()).toEqual([{ refused: first }]);
  });

  it.each(['ok', 'refused -1', 'no answer: no answer within 10000 ms', 'broken: the body is empty'])(
    'does not forget what ended with %s: it may have been made',
    (outcome) => {
      journal().ended(ended(createAnnouncement.id, outcome, JSON.stringify(create(first))));

      expect(existsSync(journalFile(reportsDir, run))).toBe(false);
    },
  );

  it('has the id of what was found, by the first tag of its text', () => {
    journal().found(announcement, `入职须知 ${first} ${second}`);

    expect(written()).toEqual([{ made: announcement, tag: first }]);
  });

  it('has what was deleted, and nothing of a deletion that failed', () => {
    const body = JSON.stringify({ blackboard_id: announcement, operation_userid: 'manager01' });
    const kept = journal();
    kept.ended(ended(deleteAnnouncement.id, 'refused 400002', body));
    kept.ended(ended(deleteAnnouncement.id, 'ok', body));

    expect(written()).toEqual([{ gone: announcement }]);
  });

  it('has nothing of calls that make nothing', () => {
    const kept = journal();
    kept.sending(getBlackboard, { blackboardId: announcement, operationUserId: first });
    kept.ended(ended(getBlackboard.id, 'ok', ''));

    expect(existsSync(journalFile(reportsDir, run))).toBe(false);
  });
});

describe('On a tenant of our own', () => {
  it('nothing is written', () => {
    journal('emulator').sending(createAnnouncement, create(first));

    expect(existsSync(journalFile(reportsDir, run))).toBe(false);
  });
});
