import { Normaliser } from './normalise';

const shown = (name: string, value: unknown): unknown => new Normaliser().normalise({ [name]: value });

describe('What a recording shows in the place of a value', () => {
  it.each([
    ['errcode', 88, 88],
    ['errmsg', 'ok', 'ok'],
    ['any', '', ''],
    ['userid', '', ''],
    ['userid', null, null],
    ['any', true, true],
    ['is_valid', false, false],
    ['count', 999, 999],
    ['count', -999, -999],
    ['count', 1000, '<number:1>'],
    ['count', -1000, '<number:1>'],
    ['request_id', 'r1', '<request-id:1>'],
    ['requestId', 'r1', '<request-id:1>'],
    ['next_cursor', 7, '<cursor:1>'],
    ['nextToken', 'x', '<cursor:1>'],
    ['userid', 'manager', '<id:1>'],
    ['report_id', 5, '<id:1>'],
    ['userIds', 'manager', '<id:1>'],
    ['userid_list', 'manager', '<id:1>'],
    ['deptIdList', 5, '<id:1>'],
    ['sub_code', '60011', '<id:1>'],
    ['hidden', 'x', '<text:1>'],
    ['_codes', 'x', '<text:1>'],
    ['content', 'x', '<text:1>'],
    ['created', 1_000_000_001, '<time:1>'],
    ['created', 9_999_999_999_999, '<time:1>'],
    ['created', 1_000_000_000, '<number:1>'],
    ['created', 10_000_000_000_000, '<number:1>'],
    ['created', '2026-08-14 07:30', '<time:1>'],
    ['content', 'on 2026-08-14', '<text:1>'],
  ])('of %s, %j, is %j', (name, value, want) => {
    expect(shown(name, value)).toEqual({ [name]: want });
  });

  it('is the same for the same value of a kind, and two elements of a list', () => {
    const userids = ['u1', 'u1', 'u2'];

    expect(new Normaliser().normalise({ userids, name: 'u1', other: { userid: 'u2' } })).toEqual({
      userids: ['<id:1>', '<id:1>'],
      name: '<text:1>',
      other: { userid: '<id:2>' },
    });
    expect(new Normaliser().normalise(['u1'])).toEqual(['<text:1>']);
  });
});
