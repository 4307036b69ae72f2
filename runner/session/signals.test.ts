import { leaveSignalsToTheRun, mayEnd } from './signals';

type Event = 'SIGINT' | 'disconnect';

const listenersTo = (event: Event): (() => void)[] => process.listeners(event as 'disconnect');
const others = [...listenersTo('SIGINT'), ...listenersTo('disconnect')];

describe('A process of Jest', () => {
  let exit: jest.SpyInstance;

  beforeEach(() => {
    exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    leaveSignalsToTheRun();
  });
  afterEach(() => {
    for (const listener of ours('SIGINT')) process.off('SIGINT', listener);
    mayEnd();
    jest.restoreAllMocks();
  });

  it('leaves a first Ctrl-C to the run', () => {
    hear('SIGINT');

    expect(ours('SIGINT')).not.toEqual([]);
    expect(exit).not.toHaveBeenCalled();
  });

  it('ends at a second', () => {
    hear('SIGINT');
    hear('SIGINT');

    expect(exit).toHaveBeenCalledWith(130);
  });

  it('ends when its parent dies', () => {
    hear('disconnect');

    expect(exit).toHaveBeenCalledWith(130);
  });

  it('listens once, however often it is told to', () => {
    leaveSignalsToTheRun();

    expect(ours('SIGINT')).toHaveLength(1);
    expect(ours('disconnect')).toHaveLength(1);
  });

  it('no longer listens for the death of its parent when it may end', () => {
    mayEnd();

    expect(ours('disconnect')).toEqual([]);
  });
});

// Helpers

function ours(event: Event): (() => void)[] {
  return listenersTo(event).filter((listener) => !others.includes(listener));
}

function hear(event: Event): void {
  for (const listener of ours(event)) listener();
}
