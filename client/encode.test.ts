import { createAnnouncement, getAnnouncement, getBlackboard, getToken } from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import { encode, tokenPlace, type Encoded, type Encoding, type TokenPlace } from './encode';

const tricky = '公告 😀 + & = % ? # " \\ \n';
const announcement = {
  title: tricky,
  blackboard_receiver: { userid_list: ['u1'] },
  ding: false,
  author: undefined,
};

describe('A JSON body', () => {
  it('holds the parameters as they are, and the token stands in the query', () => {
    const encoded = write(createAnnouncement, { create_request: announcement });

    expect(encoded.target).toBe('/topapi/blackboard/create?access_token=t%2Bk');
    expect(encoded.headers['content-type']).toBe('application/json;charset=UTF-8');
    expect(JSON.parse(String(encoded.body))).toEqual({
      create_request: { title: tricky, blackboard_receiver: { userid_list: ['u1'] }, ding: false },
    });
  });

  it('keeps every digit of a bigint', () => {
    const { body } = write(createAnnouncement, { id: 1_234_567_890_123_456_789n });

    expect(body).toBe('{"id":1234567890123456789}');
  });

  it('in strings has its top-level scalars in quotes and leaves out what is not given', () => {
    const { body } = write(
      createAnnouncement,
      { size: 20, ding: false, title: '公', author: undefined, nothing: null, request: { page: 1 } },
      'strings',
    );

    expect(body).toBe('{"size":"20","ding":"false","title":"公","nothing":null,"request":{"page":1}}');
  });
});

describe('A form body', () => {
  it('holds the token and one JSON string per object', () => {
    const { target, headers, body } = write(
      createAnnouncement,
      { create_request: announcement, size: 20 },
      'form',
    );

    expect({ target, type: headers['content-type'] }).toEqual({
      target: '/topapi/blackboard/create',
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
    });
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      access_token: 't+k',
      create_request: JSON.stringify(announcement),
      size: '20',
    });
  });
});

describe('A GET', () => {
  it('has its parameters in the query and no body', () => {
    const encoded = write(getToken, { appkey: 'ding+&=公', appsecret: 's s' }, 'json', { token: undefined });

    expect(encoded).toEqual({
      target: '/gettoken?appkey=ding%2B%26%3D%E5%85%AC&appsecret=s+s',
      headers: { accept: 'application/json' },
    });
  });

  it('of v1.0 has its token in the header', () => {
    expect(write(getBlackboard, { blackboardId: 'a', operationUserId: undefined })).toEqual({
      target: '/v1.0/blackboard/get_blackboard?blackboardId=a',
      headers: { accept: 'application/json', 'x-acs-dingtalk-access-token': 't+k' },
    });
  });

  it('without parameters has no query', () => {
    expect(write(getBlackboard, {}).target).toBe('/v1.0/blackboard/get_blackboard');
  });
});

describe('The place of a token', () => {
  it.each<{ endpoint: Endpoint; encoding: Encoding; place: TokenPlace }>([
    { endpoint: createAnnouncement, encoding: 'json', place: 'query' },
    { endpoint: createAnnouncement, encoding: 'strings', place: 'query' },
    { endpoint: createAnnouncement, encoding: 'form', place: 'form' },
    { endpoint: getToken, encoding: 'form', place: 'query' },
    { endpoint: getBlackboard, encoding: 'json', place: 'header' },
    { endpoint: getBlackboard, encoding: 'form', place: 'header' },
  ])('of $endpoint.id as $encoding is the $place', ({ endpoint, encoding, place }) => {
    expect(tokenPlace(endpoint, encoding)).toBe(place);
  });

  it.each<{ place: TokenPlace; token: string | undefined; target: string; header: string | undefined }>([
    { place: 'query', token: 'a b', target: '/topapi/blackboard/get?access_token=a+b', header: undefined },
    { place: 'query', token: '', target: '/topapi/blackboard/get?access_token=', header: undefined },
    { place: 'query', token: undefined, target: '/topapi/blackboard/get', header: undefined },
    { place: 'header', token: 'a b', target: '/topapi/blackboard/get', header: 'a b' },
    { place: 'header', token: undefined, target: '/topapi/blackboard/get', header: undefined },
  ])('may be chosen: $place, token $token', ({ place, token, target, header }) => {
    const encoded = write(getAnnouncement, {}, 'json', { token, place });

    expect(encoded.target).toBe(target);
    expect(encoded.headers['x-acs-dingtalk-access-token']).toBe(header);
  });
});

describe('A bearer token', () => {
  it('stands in the authorization alone', () => {
    const { target, headers } = write(getBlackboard, {}, 'json', { place: 'bearer' });

    expect(target).toBe('/v1.0/blackboard/get_blackboard');
    expect(headers).toEqual({ accept: 'application/json', authorization: 'Bearer t+k' });
  });
});

// Helpers

function write(
  endpoint: Endpoint,
  parameters: object,
  encoding: Encoding = 'json',
  choice: { token?: string | undefined; place?: TokenPlace } = {},
): Encoded {
  const { token, place } = { token: 't+k', place: tokenPlace(endpoint, encoding), ...choice };
  return encode(endpoint, parameters, { encoding, token, place });
}
