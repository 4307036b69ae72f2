import { isFirm, sourceOf } from './evidence';

describe('The source of a fact', () => {
  it.each([
    { what: 'a rule', id: 'token/get/R9', want: 'observed' },
    { what: 'a rule of the gateways', id: 'gateway/G35', want: 'inferred' },
    { what: 'a refusal', id: 'token/get!40096', want: 'observed' },
    { what: 'a refusal by the gateway', id: 'report/list!88/40014', want: 'observed' },
    { what: 'the firmest text of a code', id: 'report/list!88/60011', want: 'observed' },
    { what: 'a field', id: 'blackboard/get#result.user_list[].staff_id', want: 'documented' },
    { what: 'a field of the envelope', id: 'report/list#errcode', want: 'observed' },
    { what: 'an element', id: 'blackboard/listids#result[]', want: 'documented' },
    { what: 'a parameter', id: 'blackboard/listids?query_request.page_size', want: 'documented' },
    { what: 'a value', id: 'blackboard/create?create_request.private_level=20', want: 'documented' },
    { what: 'a truth value', id: 'blackboard/create?create_request.push_top=true', want: 'documented' },
    { what: 'a value of a list', id: 'hrm/queryonjob?status_list=-1', want: 'documented' },
    { what: 'a limit', id: 'report/list?size=max', want: 'documented' },
    { what: 'what is past a limit', id: 'hrm/queryonjob?status_list=>max', want: 'documented' },
    { what: 'what is under a limit', id: 'hrm/queryonjob?offset=<min', want: 'documented' },
    { what: 'a window', id: 'report/list?start_time=>max', want: 'documented' },
    { what: 'a pair', id: 'ai/translate?source_language/target_language=en/zh', want: 'documented' },
  ])('is known of $what: $id', ({ id, want }) => {
    expect(sourceOf(id)).toBe(want);
  });

  it.each(['', 'report/list', 'report/none/R1', 'report/list/R99', 'report/list!1', 'report/list?size=7'])(
    'is not known of %j',
    (id) => {
      expect(sourceOf(id)).toBeUndefined();
    },
  );

  it('is firm unless we made it up', () => {
    const sources = ['documented', 'observed', 'tenant-recorded', 'inferred', 'assumed'] as const;

    expect(sources.filter(isFirm)).toEqual(['documented', 'observed', 'tenant-recorded']);
  });
});
