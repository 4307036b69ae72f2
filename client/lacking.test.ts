import type { Exchange } from './exchange';
import { lastLacking } from './lacking';

const ended = (endpoint: string, outcome: string): Exchange => ({
  endpoint,
  method: 'POST',
  url: 'http://127.0.0.1:1/',
  requestHeaders: {},
  startedAt: 0,
  durationMs: 1,
  attempt: 1,
  outcome,
  counted: true,
  curl: '',
  docs: '',
});

describe('lastLacking', () => {
  it('names the last endpoint that is closed to the app', () => {
    const calls = [
      ended('blackboard/get', 'refused 88/60011'),
      ended('hrm/dismissions', 'refused Forbidden.AccessDenied.AccessTokenPermissionDenied'),
      ended('blackboard/listids', 'ok'),
    ];

    expect(lastLacking(calls)?.endpoint).toBe('hrm/dismissions');
  });

  it.each(['ok', 'refused 88/40014', 'refused 400002', 'no answer: timed out'])(
    'finds none in %s',
    (outcome) => {
      expect(lastLacking([ended('blackboard/get', outcome)])).toBeUndefined();
    },
  );
});
