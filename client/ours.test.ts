import { Ours } from './ours';

const announcement = { id: 'a1', title: 'run-1 通知', content: '内容' };

function seeing(body: object): Ours {
  const ours = new Ours((title, content) => `${title} ${content}`.includes('run-1'));
  ours.saw(body);
  return ours;
}

describe('An announcement is ours', () => {
  it.each([
    { when: 'the classic get has shown our mark', body: { errcode: 0, result: announcement } },
    { when: 'the newer get has shown our mark', body: announcement },
    { when: 'the mark stands in its content', body: { ...announcement, title: '通知', content: 'run-1' } },
    {
      when: 'a top ten has shown our mark in its title',
      body: { blackboard_list: [null, 'x', { id: 'a1', title: 'run-1 通知' }] },
    },
    { when: 'result is no object', body: { ...announcement, result: true } },
    { when: 'result is null', body: { ...announcement, result: null } },
  ])('when $when', ({ body }) => {
    expect(seeing(body).has('a1')).toBe(true);
  });
});

describe('An announcement is not ours', () => {
  it.each([
    { when: 'a top ten shows another', body: { blackboard_list: [{ id: 'a1', title: '通知' }] } },
    { when: 'it has no mark', body: { ...announcement, title: '通知' } },
    { when: 'it has no title', body: { id: 'a1', content: 'run-1' } },
    { when: 'it has no content', body: { id: 'a1', title: 'run-1' } },
    { when: 'its title is a number', body: { ...announcement, title: 7, content: 'run-1' } },
    { when: 'another one was seen', body: { ...announcement, id: 'a2' } },
    { when: 'only a list was seen', body: { result: [announcement] } },
  ])('when $when', ({ body }) => {
    expect(seeing(body).has('a1')).toBe(false);
  });

  it('when its id is no text, whatever is asked later', () => {
    const ours = seeing({ ...announcement, id: 7 });

    expect(ours.has(7 as unknown as string)).toBe(false);
  });
});

describe('Whoever keeps books of ours', () => {
  it('is told of each once, with what it says', () => {
    const found = jest.fn();
    const ours = new Ours(() => true, found);

    ours.saw(announcement);
    ours.saw({ blackboard_list: [announcement, { id: 'a2', title: '通知' }] });

    expect(found.mock.calls).toEqual([
      ['a1', 'run-1 通知\n内容'],
      ['a2', '通知\n'],
    ]);
  });
});
