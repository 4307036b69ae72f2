import { CaseRecord, Skip } from './case-record';
import { LateLooks, type Look } from './late-looks';

const name = 'that nothing refused was published';
const within = (_: string, body: () => Promise<void>): Promise<void> => body();
const noted = (tag: string) => ({ tag, since: 1, allowed: false });

describe('What is looked for when every case has ended', () => {
  it('is looked for once, and laid at the door of the case that did it', async () => {
    const [looks, guilty, innocent] = [new LateLooks(), new CaseRecord(), new CaseRecord()];
    const look = jest.fn<ReturnType<Look>, Parameters<Look>>(() =>
      Promise.resolve(new Map([['a', 'published']])),
    );
    looks.note(guilty, name, { look, noted: noted('a') });
    looks.note(innocent, name, { look, noted: noted('b') });

    await looks.look(within, jest.fn());
    await looks.look(within, jest.fn());

    expect(look.mock.calls).toEqual([[[noted('a'), noted('b')]]]);
    expect([guilty, innocent].map((record) => looks.foundOf(record))).toEqual([['published'], []]);
  });

  it('blames nobody for what was accepted, which the case itself has told', async () => {
    const [looks, record, sent] = [new LateLooks(), new CaseRecord(), { ...noted('a'), accepted: true }];
    looks.note(record, name, { look: () => Promise.resolve(new Map([['a', 'published']])), noted: sent });

    await looks.look(within, jest.fn());

    expect(looks.foundOf(record)).toEqual([]);
  });

  it('is told, and blames nobody, where the tenant does not permit to look', async () => {
    const [looks, record, unseen] = [new LateLooks(), new CaseRecord(), jest.fn()];
    looks.note(record, name, { look: () => Promise.reject(new Skip('closed')), noted: noted('a') });

    await looks.look(within, unseen);

    expect(unseen).toHaveBeenCalledWith(name, 'closed');
    expect(looks.foundOf(record)).toEqual([]);
  });

  it('fails the first case that needs to know where it cannot be looked for', async () => {
    const [looks, record] = [new LateLooks(), new CaseRecord()];
    looks.note(record, name, { look: () => Promise.reject(new Error('no answer')), noted: noted('a') });

    await looks.look(within, jest.fn());

    expect(looks.foundOf(record)).toEqual([`${name} could not be looked at: no answer`]);
  });
});
