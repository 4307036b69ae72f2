import { listReceivers, listComments } from '../../schemas';
import { peopleIn } from './personal';

describe('The people in an answer', () => {
  it('are the texts of the fields that the schema marks, each once', () => {
    const comments = [{ userid: 'u1', content: 'of u9' }, { userid: 'u2', content: '' }, { userid: 'u1' }];

    expect(peopleIn(listComments.response, JSON.stringify({ result: { comments } }))).toEqual(['u1', 'u2']);
  });

  it('are all members of a list that it marks', () => {
    const body = JSON.stringify({ result: { userid_list: ['u1', 'u2'] } });

    expect(peopleIn(listReceivers.response, body)).toEqual(['u1', 'u2']);
  });

  it('are those of a list also beside members that are none', () => {
    const comments = [null, 7, 'u9', ['u8'], { userid: 7 }, { userid: 'u1' }];

    expect(peopleIn(listComments.response, JSON.stringify({ result: { comments } }))).toEqual(['u1']);
  });

  it.each(['', '<html>', 'null', '{"result":null}', '["u1"]'])('are none in %j', (body) => {
    expect(peopleIn(listComments.response, body)).toEqual([]);
  });
});
