import { causesOf } from './causes';
import { aCase, anExchange } from './testing/sample';

const file = 'specs/blackboard/delete.spec.ts';
const broken = (path: string, id: string): string =>
  `CallFailure: POST ${path} (${id} 公告) broke its contract: the body is not JSON: it ends at position 83\n  reply: HTTP 200 {`;
const failed = (title: string, message: string, more: Parameters<typeof aCase>[0] = {}) =>
  aCase({ title, file, status: 'failed', failureClass: 'product', messages: [message], ...more });
const differs =
  'expect(received).toEqual(expected)\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n-   "outcome": "not deleted",\n+   "outcome": "deleted",\n  }';

describe('causesOf', () => {
  it('counts failures of one kind at one endpoint as one, whatever changes from call to call', () => {
    const again = broken('/topapi/blackboard/delete', 'blackboard/delete').replace('83', '91');

    const causes = causesOf([
      failed('a', broken('/topapi/blackboard/delete', 'blackboard/delete')),
      failed('b', again),
      aCase({ title: 'c' }),
    ]);

    expect(causes).toMatchObject([
      {
        endpoint: 'blackboard/delete',
        what: 'broke its contract: the body is not JSON: it ends at position 83',
        cases: [{ title: 'a' }, { title: 'b' }],
        blocked: 0,
      },
    ]);
    expect(causes[0]?.docs).toMatch(/^https:\/\/open\.dingtalk\.com/);
  });

  it('gives a cause the same id in another run', () => {
    const ids = [1, 2].map((run) => causesOf([failed(`run ${run}`, differs)])[0]?.id);

    expect(ids[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('repeats what the service says of a refusal, which is no part of the id', () => {
    const refused = (said: string): string =>
      `CallFailure: POST /topapi/report/template/getbyname (x 模板) was refused: 400002\n  reply: HTTP 200 {"errcode":400002,"errmsg":"${said}"}`;

    const [one, other] = ['参数错误: template_name', '参数错误'].map(
      (said) => causesOf([failed('a', refused(said))])[0],
    );

    expect(one).toMatchObject({ what: 'was refused: 400002', got: '参数错误: template_name' });
    expect(other?.id).toBe(one?.id);
  });

  it('lays a blocked case at the door of the one that it waited for', () => {
    const causes = causesOf([
      failed('waits', 'blocked', { blocked: true, blockedBy: 'a' }),
      failed('a', broken('/topapi/blackboard/delete', 'blackboard/delete')),
    ]);

    expect(causes).toMatchObject([{ cases: [{ title: 'a' }, { title: 'waits' }], blocked: 1 }]);
  });

  it.each([
    { when: 'on two endpoints', ids: ['delete', 'get'], want: ['blackboard/delete', 'blackboard/get'] },
    { when: 'on three', ids: ['delete', 'get', 'listids'], want: [undefined] },
  ])('has one cause for what fails alike $when, or one for each', ({ ids, want }) => {
    const cases = ids.map((id) => failed(id, broken(`/topapi/blackboard/${id}`, `blackboard/${id}`)));

    expect(causesOf(cases).map(({ endpoint }) => endpoint)).toEqual(want);
  });

  it('never takes values that differ at several endpoints for one cause', () => {
    const cases = ['a', 'b', 'c'].map((id) => failed(id, differs, { describe: [`blackboard/${id}`] }));
    const own = ['delete', 'get', 'listids'].map((id) =>
      failed(id, differs, { describe: [`blackboard/${id}`] }),
    );

    expect(causesOf(own)).toHaveLength(3);
    expect(causesOf(cases)).toHaveLength(1);
  });

  it('keeps apart what nothing but the case names', () => {
    const nameless = 'expect(received).toBe(expected)\n\nExpected: 1\nReceived: 2';

    expect(causesOf(['a', 'b'].map((name) => failed(name, nameless, { name })))).toMatchObject([
      { what: 'a', expected: '1', got: '2' },
      { what: 'b' },
    ]);
  });

  it("begins with a case of the endpoint's own spec", () => {
    const call = broken('/topapi/blackboard/delete', 'blackboard/delete');
    const causes = causesOf([
      failed('a chain', call, { describe: ['a chain'] }),
      failed('its own', call, { describe: ['blackboard/delete'] }),
    ]);

    expect(causes).toMatchObject([{ cases: [{ title: 'its own' }, { title: 'a chain' }] }]);
  });

  it('shows what was expected and what came, also where Jest pads its counts', () => {
    const padded = differs.replace('- 1', '-  1').replace('+ 1', '+ 12');

    expect(causesOf([failed('a', padded, { name: 'deletes nothing' })])).toMatchObject([
      {
        what: 'deletes nothing',
        expected: '"outcome": "not deleted",',
        got: '"outcome": "deleted",',
      },
    ]);
  });

  it('blames what was written last in a chain, and not the reading that shows it', () => {
    const exchanges = [
      anExchange({ endpoint: 'blackboard/delete', url: 'https://a.cn/topapi/blackboard/delete' }),
      anExchange({ endpoint: 'blackboard/get', url: 'https://a.cn/topapi/blackboard/get' }),
    ];
    const [cause] = causesOf([failed('a', differs, { describe: ['a chain'], exchanges })]);

    expect(cause).toMatchObject({ endpoint: 'blackboard/delete' });
    expect(cause?.chain.calls.map(({ path, guilty }) => [path, guilty])).toEqual([
      ['/topapi/blackboard/delete', true],
      ['/topapi/blackboard/get', undefined],
    ]);
  });
});
