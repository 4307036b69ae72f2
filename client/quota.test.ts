import { getBlackboard, getToken, listTopTen } from '../schemas';
import { isCounted, printedLimit } from './quota';

const fetched = 'a token that was fetched';
const issued = new Set([fetched]);

describe('isCounted', () => {
  it.each([
    { when: 'the run speaks with its own token', endpoint: listTopTen, sent: {}, counted: true },
    { when: 'a form carries it', endpoint: listTopTen, sent: { as: 'form' }, counted: true },
    { when: 'the header carries it', endpoint: getBlackboard, sent: {}, counted: true },
    {
      when: 'another token of the app is shown',
      endpoint: listTopTen,
      sent: { token: fetched },
      counted: true,
    },
    { when: 'the API is free', endpoint: getToken, sent: {}, counted: false },
    { when: 'there is no token', endpoint: listTopTen, sent: { token: null }, counted: false },
    { when: 'nobody issued the token', endpoint: listTopTen, sent: { token: 'x' }, counted: false },
    { when: 'oapi looks elsewhere', endpoint: listTopTen, sent: { tokenIn: 'header' }, counted: false },
    { when: 'api looks elsewhere', endpoint: getBlackboard, sent: { tokenIn: 'query' }, counted: false },
  ] as const)('$counted where $when', ({ endpoint, sent, counted }) => {
    expect(isCounted(endpoint, sent, issued)).toBe(counted);
  });
});

describe('The limit of the month', () => {
  it.each([
    {
      text: '您的企业本月api调用量已超过限制,调用量:10001次,额度:10000次,请登录开发者后台-资源管理-查看用量明细',
      limit: 10_000,
    },
    { text: '额度：200000次', limit: 200_000 },
    { text: '本月调用量已超过限制', limit: undefined },
  ])('is read in the refusal: $text', ({ text, limit }) => {
    expect(printedLimit(text)).toBe(limit);
  });
});
