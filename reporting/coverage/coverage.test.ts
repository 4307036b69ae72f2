import { getToken } from '../../schemas';
import { aCase, anExchange } from '../testing/sample';
import type { Case } from '../records/cases';
import { coverageOf, withParents, type Coverage } from './coverage';
import type { Kind } from './items';

const list = anExchange({
  endpoint: 'report/list',
  requestBody: JSON.stringify({ start_time: 0, end_time: 180 * 86_400_000, cursor: '0', size: 21 }),
  responseBody: JSON.stringify({ errcode: 0, result: { data_list: [{ report_id: 'a' }] }, request_id: 'x' }),
});

const of = (cases: readonly Case[]): Coverage =>
  coverageOf(
    cases,
    cases.flatMap(({ exchanges }) => exchanges),
  );

function count(coverage: Coverage, id: string, kind: Kind): object {
  const { called, asserted } = coverage.endpoints
    .find((each) => each.id === id)
    ?.measures.find((each) => each.kind === kind) ?? { called: -1, asserted: -1 };
  return { called, asserted };
}

function stateOf({ endpoints }: Coverage, id: string): string {
  if (endpoints.some(({ notCalled }) => notCalled.includes(id))) return 'not called';
  return endpoints.some(({ notAsserted }) => notAsserted.includes(id)) ? 'called' : 'asserted';
}

describe('coverage', () => {
  it('of a run without calls is nothing', () => {
    const { tcl, total } = of([]);

    expect(tcl).toEqual({ called: 0, asserted: 0 });
    expect(total.filter(({ called, asserted }) => called + asserted > 0)).toEqual([]);
  });

  it.each([
    ['report/list?cursor', 'called'],
    ['report/list?userid', 'not called'],
    ['report/list?size=>max', 'called'],
    ['report/list?size=max', 'not called'],
    ['report/list?start_time=max', 'called'],
    ['report/list?start_time=>max', 'not called'],
    ['report/list#result.data_list[].report_id', 'called'],
    ['report/list#result.data_list[].creator_id', 'not called'],
    ['report/list#errcode', 'asserted'],
    ['report/list answers application/json', 'asserted'],
    ['report/list takes application/json', 'asserted'],
    ['report/list refused', 'not called'],
  ])('tells what was sent and got: %s is %s', (id, want) => {
    expect(stateOf(of([aCase({ exchanges: [list] })]), id)).toBe(want);
  });

  it('counts what is asserted apart, with the objects that hold it', () => {
    const asserted = ['report/list#result.data_list[].report_id', 'report/list?size=>max', 'report/list/R2'];
    const coverage = of([aCase({ exchanges: [list], asserted })]);

    expect(count(coverage, 'report/list', 'values and limits')).toEqual({ called: 2, asserted: 1 });
    expect(count(coverage, 'report/list', 'rules')).toEqual({ called: 1, asserted: 1 });
    expect(
      ['#result', '#result.data_list', '?size'].map((id) => stateOf(coverage, `report/list${id}`)),
    ).toEqual(['asserted', 'asserted', 'asserted']);
  });

  it('does not believe a case that failed', () => {
    const coverage = of([aCase({ status: 'failed', exchanges: [list], asserted: ['report/list/R2'] })]);

    expect(count(coverage, 'report/list', 'rules')).toEqual({ called: 0, asserted: 0 });
    expect(count(coverage, 'report/list', 'operations')).toEqual({ called: 1, asserted: 0 });
  });

  it('reads a form body, and takes its media type for covered when it was accepted', () => {
    const requestBody = new URLSearchParams({ create_request: '{"private_level":20}' }).toString();
    const requestHeaders = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
    const coverage = of([aCase({ exchanges: [anExchange({ requestBody, requestHeaders })] })]);

    expect(stateOf(coverage, 'blackboard/create?create_request.private_level=20')).toBe('called');
    expect(stateOf(coverage, 'blackboard/create takes application/x-www-form-urlencoded')).toBe('asserted');
  });

  it('knows refusals by their code', () => {
    const refusal = anExchange({ outcome: 'refused 88/40014', responseBody: '{"errcode":88}' });
    const coverage = of([aCase({ exchanges: [refusal], asserted: ['blackboard/create!88/40014'] })]);

    expect(stateOf(coverage, 'blackboard/create!88/40014')).toBe('asserted');
    expect(stateOf(coverage, 'blackboard/create takes application/json')).toBe('not called');
  });

  it('walks a flow within one case only', () => {
    const calls = ['blackboard/create', 'blackboard/listtopten'].map((endpoint) => anExchange({ endpoint }));
    const flow = 'flow: an announcement stands among the newest of its receiver';

    expect(stateOf(of([aCase({ exchanges: calls })]), flow)).toBe('asserted');
    expect(stateOf(of(calls.map((call) => aCase({ exchanges: [call] }))), flow)).toBe('not called');
  });
});

describe('Whoever asserts', () => {
  it.each([
    ['a?b.c=x', ['a?b.c=x', 'a?b', 'a?b.c']],
    ['a?b=x=y', ['a?b=x=y', 'a?b']],
    ['a?b[]=x', ['a?b[]=x', 'a?b']],
    ['a#b[].c', ['a#b[].c', 'a#b', 'a#b[].c']],
    ['a#b[]', ['a#b[]', 'a#b']],
    ['a/b/R2', ['a/b/R2']],
    ['a!Auth.Missing', ['a!Auth.Missing']],
    ['flow: a=b. c', ['flow: a=b. c']],
  ])('%s, asserts %j', (id, want) => {
    expect(withParents(id)).toEqual(want);
  });
});

describe('The groups of the coverage', () => {
  const nothing = (): Coverage => of([]);
  const promised = getToken.rules.filter(({ source }) => ['documented', 'observed'].includes(source));
  const group = (id: string) => nothing().endpoints.find((each) => each.id === id);

  it('are the endpoints, the gateway and the flows, each with its own kinds only', () => {
    const last = nothing().endpoints.slice(-2);

    expect(last.map(({ id, measures }) => [id, ...measures.map(({ kind }) => kind)])).toEqual([
      ['gateway', 'rules'],
      ['flows', 'flows'],
    ]);
    expect(group('token/access-token')?.measures.map(({ kind }) => kind)).not.toContain('values and limits');
  });

  it('have what no case can cover apart, with the reason', () => {
    const { endpoints, total, untestable } = nothing();
    const rules = total.find(({ kind }) => kind === 'rules');
    const ofRules = untestable.filter(({ id }) => /\/[RG]\d+$/.test(id));

    expect(rules).toMatchObject({ untestable: ofRules.length, called: 0, asserted: 0 });
    expect(untestable.filter(({ id }) => id.startsWith('token/get/R'))).toEqual(
      promised
        .filter((rule) => rule.untestable !== undefined)
        .map((rule) => ({ id: `token/get/${rule.id}`, reason: rule.untestable })),
    );
    expect(endpoints.flatMap(({ notAsserted, notCalled }) => [...notAsserted, ...notCalled])).not.toContain(
      'token/get/R4',
    );
  });

  it('show a kind also when no case can cover any of it', () => {
    const kinds = group('report/statistics')?.measures.map(({ kind, total }) => [kind, total > 0]);

    expect(kinds).toContainEqual(['rules', false]);
    expect(kinds).not.toContainEqual(['flows', false]);
  });

  it('have nothing but rules that is not called and missing as an assertion', () => {
    const rule = /\/R\d/;

    expect(group('token/get')?.notCalled).toContain('token/get?appkey');
    expect(group('token/get')?.notCalled.filter((id) => rule.test(id))).toEqual([]);
    expect(group('token/get')?.notAsserted).toEqual(
      promised.filter((rule) => rule.untestable === undefined).map(({ id }) => `token/get/${id}`),
    );
  });

  it('name ids that stand for nothing in their order', () => {
    const asserted = ['z#b', 'y#a', 'report/list!77', 'report/list/R1'];

    expect(of([aCase({ asserted }), aCase()]).unknown).toEqual(['y#a', 'z#b']);
  });
});

describe('An operation', () => {
  it('is asserted by whoever has called it well, and missing as an assertion when it was only called', () => {
    const call = anExchange({ endpoint: 'report/list', outcome: 'broken: no JSON' });

    expect(count(of([aCase({ exchanges: [list] })]), 'report/list', 'operations')).toEqual({
      ...{ called: 1, asserted: 1 },
    });
    expect(stateOf(of([aCase({ exchanges: [call] })]), 'report/list')).toBe('called');
  });
});
