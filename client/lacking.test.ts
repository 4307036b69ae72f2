import { anExchange } from '../reporting/testing/sample';
import { lastLacking } from './lacking';

const ended = (endpoint: string, outcome: string) => anExchange({ endpoint, outcome });

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
