import { startBroker, type Broker } from './broker';
import { awaitSlot, OverBudget } from './brokered';
import { Meter } from './meter';
import { Pacer } from '../../client/pacer';
import { Redactor } from '../../client/redaction/redact';

const tokens = { current: () => Promise.resolve('token 1'), renew: () => Promise.resolve('token 2') };

describe('The slots of a run', () => {
  const [pacer, redactor] = [new Pacer(20), new Redactor()];
  let broker: Broker;

  beforeEach(async () => {
    broker = await startBroker(tokens, pacer, redactor, new Meter(2));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await broker.close();
  });

  it('are asked of the pace of the API, and each is given back when its call has ended', async () => {
    const [first, second] = [jest.fn(), jest.fn()];
    const take = jest.spyOn(pacer, 'take').mockResolvedValueOnce(first);
    await awaitSlot(broker.url, 'report/list');
    const ended = new Promise<void>((resolve) =>
      take.mockResolvedValueOnce(second.mockImplementation(resolve)),
    );

    const release = await awaitSlot(broker.url, 'report/create');
    expect(second).not.toHaveBeenCalled();
    release();
    await ended;

    expect(take.mock.calls).toEqual([['report/list'], ['report/create']]);
    expect(first).not.toHaveBeenCalled();
  });

  it('may be given back twice', async () => {
    const reply = await fetch(`${broker.url}/ended`, { method: 'POST', body: '{"slot":"none"}' });

    expect(reply.status).toBe(200);
  });

  it('are none where the budget is used up, and that is told', async () => {
    await awaitSlot(broker.url, 'report/list', { counted: true });
    const over = awaitSlot(broker.url, 'report/list', { counted: true });

    await expect(over).rejects.toThrow(OverBudget);
    await expect(over).rejects.toThrow(/^quota: the budget of 2 /);
    await expect(over).rejects.toMatchObject({ name: 'OverBudget' });
  });

  it('may be given back when the run has ended', async () => {
    const release = await awaitSlot(broker.url, 'report/list');
    await broker.close();

    expect(release).not.toThrow();
    await expect(awaitSlot(broker.url, 'report/list')).rejects.toThrow('its process has ended');
    await expect(awaitSlot(broker.url, 'report/list')).rejects.toHaveProperty('cause');
  });

  it('are asked on connections that outlast a long wait', async () => {
    const reply = await fetch(`${broker.url}/ended`, { method: 'POST', body: '{"slot":"none"}' });

    expect(reply.headers.get('keep-alive')).toBe('timeout=600');
  });

  it('are behind a key that is written nowhere', () => {
    expect(redactor.redact(broker.url)).toMatch(/\/<SUITE_BROKER_KEY>$/);
  });
});
