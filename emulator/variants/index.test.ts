import { goodRequests } from '../good-requests';
import { endpoints } from '../../schemas/index';
import { violations } from '../../schemas/validate';
import { variants, variantsNamed } from './index';
import { useVariant } from '../testing/use-variant';

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

describe('The variants', () => {
  it('have ids of their own', () => {
    const ids = variants.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are listed for whoever asks for one that there is not', () => {
    expect(() => variantsNamed(['slow', 'gloomy'])).toThrow(
      "no variant 'gloomy'; there are: slow, throttled,",
    );
  });
});

describe.each(answering)('A tenant in the variant %s', (variant) => {
  const visitor = useVariant(variant);

  it.each(every)('answers $id with nothing documented missing or mistyped', async ({ endpoint, id }) => {
    const answer = await visitor().send(endpoint, { ...goodRequests(visitor().emulator)[id] });

    const broken = violations(endpoint.response, answer.body);
    expect(answer.status).toBe(200);
    expect(broken.filter(({ keyword }) => keyword !== 'additionalProperties')).toEqual([]);
  });
});
