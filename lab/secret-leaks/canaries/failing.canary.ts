import { getAccessToken } from '../../../schemas';
import { api, app } from '../../../specs/support/tenant';
import { plantedText } from './planted';

const text = plantedText();
// Less than what gives it away.
const half = app.secret.slice(0, 8);

describe('a careless suite that fails', () => {
  it('shows a difference', () => {
    expect({ secret: app.secret, text }).toEqual({ secret: `${half}, but other`, text: '' });
  });

  it('shows a difference of two texts', () => {
    expect(`x ${app.secret} y`).toBe(`x ${app.secret} and ${half} z`);
  });

  it('shows a token in a difference', async () => {
    const { accessToken } = await api.must(getAccessToken, { appKey: app.key, appSecret: app.secret });

    expect({ accessToken }).toEqual({ accessToken: `${accessToken}0` });
  });

  it('throws an error with a cause', () => {
    throw new Error(text, { cause: new Error(text, { cause: { text } }) });
  });

  it('throws several errors', () => {
    throw new AggregateError([new Error(text), text], text);
  });

  it('throws an object', () => {
    throw { text, deep: [text] };
  });

  it('throws a text', () => {
    throw text;
  });

  it('rejects', async () => {
    await expect(Promise.reject(new Error(text))).resolves.toBe(text);
  });

  it('throws a token in an error', async () => {
    const { accessToken } = await api.must(getAccessToken, { appKey: app.key, appSecret: app.secret });
    throw new TypeError(`${accessToken} ${Buffer.from(accessToken).toString('base64')}`);
  });
});

describe('hooks', () => {
  beforeAll(() => {
    throw new Error(text);
  });
  afterAll(() => {
    throw new Error(text);
  });

  it('are careless, too', () => {
    expect(1).toBe(1);
  });
});
