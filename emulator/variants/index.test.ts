import { goodRequests } from '../good-requests';
import { endpoints } from '../../schemas/index';
import { violations } from '../../schemas/validate';
import { moods, moodsNamed } from './index';
import { useMood } from '../testing/use-variant';

// The rest refuses, on purpose, something of what is asked here.
const answering = [
  'talkative',
  'terse',
  'shuffled',
  'lagging',
  'crowded',
  'long-cursors',
  'skewed-ahead',
  'token-last',
  'second-delete-ok',
  'clamping',
];
const every = endpoints.map((endpoint) => ({ endpoint, id: endpoint.id }));

describe('The moods', () => {
  it('have ids of their own', () => {
    const ids = moods.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are listed for whoever asks for one that there is not', () => {
    expect(() => moodsNamed(['slow', 'gloomy'])).toThrow("no mood 'gloomy'; there are: slow, throttled,");
  });
});

describe.each(answering)('A tenant in the mood %s', (mood) => {
  const visitor = useMood(mood);

  it.each(every)('answers $id with nothing documented missing or mistyped', async ({ endpoint, id }) => {
    const answer = await visitor().send(endpoint, { ...goodRequests(visitor().emulator)[id] });

    const broken = violations(endpoint.response, answer.body);
    expect(answer.status).toBe(200);
    expect(broken.filter(({ keyword }) => keyword !== 'additionalProperties')).toEqual([]);
  });
});
