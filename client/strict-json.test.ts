import { parseJson, writeJson } from './strict-json';

describe('parseJson', () => {
  it.each([
    { text: '{"a":1,"a":2}', says: "key 'a' stands twice with different values (position 8)" },
    { text: '{"r":{"errcode":0,"errcode":88}}', says: "key 'errcode' stands twice" },
    { text: '{"a":{"x":1},"a":{"x":2}}', says: "key 'a' stands twice" },
    { text: '{"a":1,}', says: 'position 7' },
    { text: '', says: 'reached end of input' },
    { text: '\ufeff{}', says: 'position 0' },
    { text: 'NaN', says: 'position 0' },
    { text: '{"a":01}', says: 'position 6' },
    { text: '{"a":1} // done', says: 'position 8' },
  ])('refuses $text', ({ text, says }) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
    expect(() => parseJson(text)).toThrow(says);
  });

  it.each([
    { text: '{"a":1,"a":1}', value: { a: 1 } },
    { text: ' \r\n\t{} ', value: {} },
    { text: '"\\u516c\\u544a \\ud83d\\ude00"', value: '公告 😀' },
    { text: '9007199254740991', value: Number.MAX_SAFE_INTEGER },
    { text: '9007199254740993', value: 9_007_199_254_740_993n },
    { text: '-1234567890123456789', value: -1_234_567_890_123_456_789n },
    { text: '12.5e3', value: 12_500 },
  ])('reads $text', ({ text, value }) => {
    expect(parseJson(text)).toEqual(value);
  });

  it('keeps a key that is called __proto__ as data', () => {
    const value = parseJson('{"__proto__":{"errcode":0}}');

    expect(value).not.toHaveProperty('errcode');
    expect(writeJson(value)).toBe('{"__proto__":{"errcode":0}}');
  });
});

describe('writeJson', () => {
  it('gives back every digit of an integer that parseJson read', () => {
    const text = '{"report_id":1234567890123456789,"next_cursor":-9007199254740993,"size":20}';

    expect(writeJson(parseJson(text))).toBe(text);
  });

  it.each([
    { value: { title: '公告 "😀"\n' }, text: '{"title":"公告 \\"😀\\"\\n"}' },
    { value: { gone: undefined, kept: null }, text: '{"kept":null}' },
    { value: [], text: '[]' },
    { value: undefined, text: 'null' },
  ])('writes $text', ({ value, text }) => {
    expect(writeJson(value)).toBe(text);
  });
});
