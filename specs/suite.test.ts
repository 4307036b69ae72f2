import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../emulator/routes';
import { faults } from '../lab/faults';
import { completeRequests } from '../fixtures/requests';
import { endpoints } from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import { gatewayFacts } from '../schemas/gateways';

const people = { operator: 'manager01', user: 'user01', templateName: '日报', tag: '[tag]' };
const complete = completeRequests(people).map(({ endpoint }) => endpoint.id);
const answered = routes.map(({ endpoint }) => endpoint.id);

const specs = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(__dirname, path), 'utf8') }));

const specOf = ({ id }: Endpoint): string =>
  existsSync(join(__dirname, `${id}.spec.ts`)) ? readFileSync(join(__dirname, `${id}.spec.ts`), 'utf8') : '';

const faultsOf = ({ id }: Endpoint): number => faults.filter((fault) => fault.id.startsWith(`${id}:`)).length;

interface Requirement {
  readonly what: string;
  readonly meets: (endpoint: Endpoint) => boolean;
}

const requirements: readonly Requirement[] = [
  { what: 'a route in emulator/products', meets: ({ id }) => answered.includes(id) },
  { what: 'a spec of its name in specs', meets: (endpoint) => specOf(endpoint) !== '' },
  {
    what: 'its id in the describe around its cases',
    meets: (endpoint) => specOf(endpoint).includes(`describe('${endpoint.id}'`),
  },
  {
    what: 'a case that is refused, such as those of contractCases',
    meets: (endpoint) => /toBeRefused|[rR]efus|contractCases/.test(specOf(endpoint)),
  },
  // The request of a token endpoint is the credentials, and no table may hold them.
  {
    what: 'a complete request: what its parameters stand for is told in fixtures/requests.ts',
    meets: ({ id }) => id.startsWith('token/') || complete.includes(id),
  },
  {
    what: 'an example of its answer, under examples of its file',
    meets: ({ examples }) => examples.length > 0,
  },
  {
    what: 'five faults or more, by hand in lab/faults where fewer are derived',
    meets: (endpoint) => faultsOf(endpoint) >= 5,
  },
];

const ruleIds = [
  ...endpoints.flatMap(({ id, rules }) => rules.map((rule) => `${id}/${rule.id}`)),
  ...gatewayFacts.rules.map(({ id }) => `gateway/${id}`),
];

const homes = ['token', 'gateway', ...endpoints.map(({ id }) => id)];
const homeOf = (id: string): string => id.split(':')[0] ?? '';

/** The rules that the text of a spec names: in full, or at the beginning of a title within the `describe` of an endpoint. */
function rulesIn(text: string): string[] {
  const named = [...text.matchAll(/'((?:[a-z]+\/[a-z-]+\/R|gateway\/G)\d+)'/g)].map(([, id = '']) => id);
  const outermost = /describe\('([a-z]+\/[a-z-]+)'/.exec(text)?.[1] ?? '';
  return [
    ...named,
    ...[...text.matchAll(/['"](R\d+)(?:: |['"])/g)].map(([, rule = '']) => `${outermost}/${rule}`),
  ];
}

describe('the suite', () => {
  it.each(requirements)('has for each endpoint $what', ({ meets }) => {
    expect(endpoints.filter((endpoint) => !meets(endpoint)).map(({ id }) => id)).toEqual([]);
  });

  it.each(specs)('names in $path only rules that there are', ({ text }) => {
    expect(rulesIn(text).filter((id) => !ruleIds.includes(id))).toEqual([]);
  });

  it('has no two faults of one name, and none that belongs nowhere', () => {
    const ids = faults.map(({ id }) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !homes.includes(homeOf(id)))).toEqual([]);
  });
});
