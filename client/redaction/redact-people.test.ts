import { Redactor } from './redact';
import { SharedRedactor } from '../../runner/broker/shared-redactor';
import { useBroker } from '../../runner/testing/use-broker';

const aRedactor = (...people: readonly string[]): Redactor =>
  new Redactor(
    people.map((text) => ({ text, name: 'person' })),
    'a key',
  );
const id = aRedactor('manager4220').redact('manager4220');
const name = aRedactor('张三').redact('张三');

describe('A person', () => {
  it.each([
    { text: '{"userid":"manager4220","name":"张三"}', masked: `{"userid":"${id}","name":"${name}"}` },
    { text: 'u/manager4220?n=%E5%BC%A0%E4%B8%89', masked: `u/${id}?n=${name}` },
    { text: 'list=u1%2Cmanager4220%2Cu2', masked: `list=u1%2C${id}%2Cu2` },
    { text: String.raw`"to\nmanager4220\n"`, masked: `"to\\n${id}\\n"` },
    { text: '张三的日志, VIP张三A, manager4220', masked: `${name}的日志, VIP${name}A, ${id}` },
  ])('has a pseudonym in $text', ({ text, masked }) => {
    expect(aRedactor('manager4220', '张三').redact(text)).toBe(masked);
  });

  it.each([
    {
      person: "O'Neil (R+D) Li",
      text: "n=O'Neil%20(R%2BD)%20Li&m=O%27Neil+%28R%2BD%29+Li",
      masked: 'n=*&m=*',
    },
    { person: 'a"b\\c', text: String.raw`{"n":"a\"b\\c"}`, masked: '{"n":"*"}' },
  ])('is found in $text', ({ person, text, masked }) => {
    const pseudonym = aRedactor(person).redact(person);

    expect(aRedactor(person).redact(text)).toBe(masked.replaceAll('*', pseudonym));
  });

  it.each([
    { person: 'ab12', text: 'n=%ab12, %2Cab12', masked: 'n=%*, %2C*' },
    { person: 'user-01', text: 'list=u1%2Cuser-01', masked: 'list=u1%2C*' },
    { person: 'nina', text: String.raw`nina\nina \nnina`, masked: String.raw`*\* \n*` },
  ])('is found behind an escape, or what looks like one: $text', ({ person, text, masked }) => {
    const redactor = aRedactor(person);

    expect(redactor.redact(text)).toBe(masked.replaceAll('*', redactor.redact(person)));
  });

  it('is told from one whose name begins with it', () => {
    expect(aRedactor('张三', '张三丰').redact('张三丰和张三')).toBe(
      `${aRedactor('张三丰').redact('张三丰')}和${name}`,
    );
  });

  it('is new once', () => {
    const redactor = aRedactor();

    expect(['manager4220', 'manager4220', '7', ''].map((text) => redactor.registerPerson(text))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is no part of a longer word', () => {
    expect(aRedactor('Amy').redact('Amyx, xAmy, Amy1')).toBe('Amyx, xAmy, Amy1');
  });

  it('is called the same by everybody who has the key, and unlike others', () => {
    const other = aRedactor('李四', '张三');

    expect(other.redact('张三')).toBe(name);
    expect(other.redact('李四')).not.toBe(name);
  });

  it('is called otherwise by who has another key', () => {
    const foreign = new Redactor([{ text: '张三', name: 'person' }], 'another key').redact('张三');

    expect(foreign).toMatch(/^person-[0-9a-f]{6}$/);
    expect(foreign).not.toBe(name);
  });

  it.each(['李', '7', '123'])('called %s is left', (text) => {
    expect(aRedactor(text).redact(text)).toBe(text);
  });

  it('is named where nobody asked for masks', () => {
    const redactor = new Redactor([{ text: 'manager4220', name: 'person' }]);

    expect([redactor.masksPeople, redactor.registerPerson('manager4220')]).toEqual([false, false]);
    expect(aRedactor().masksPeople).toBe(true);
    expect(redactor.redact('manager4220')).toBe('manager4220');
  });

  it('who is called like a member of our records leaves the records whole', () => {
    expect(Object.keys(aRedactor('file').redactValue({ file: 'of file' }))).toEqual(['file']);
    expect(aRedactor('file').redactValue({ file: 'of file' }).file).toMatch(/^of person-/);
  });

  it('is no secret that a page must not hold', () => {
    expect(aRedactor('index').findIn('index')).toBe(false);
  });
});

describe('The people of one run', () => {
  const { broker } = useBroker('a key');

  it('are known in every process', async () => {
    const [one, other] = [
      new SharedRedactor(broker().url, [], 'a key'),
      new SharedRedactor(broker().url, [], 'a key'),
    ];
    await one.learn([{ text: 'manager4220', name: 'person' }]);
    await other.learn([{ text: '张三', name: 'person' }]);
    await one.exchange();

    expect(one.redact('manager4220 张三')).toBe(`${id} ${name}`);
    expect(other.redact('manager4220 张三')).toBe(`${id} ${name}`);
  });
});
