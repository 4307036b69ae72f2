import { isOnThisMachine } from './host';

describe('isOnThisMachine', () => {
  it.each(['http://127.0.0.1:7001', 'http://127.8.9.10', 'https://localhost/x', 'http://[::1]:7001'])(
    'takes %s for this machine',
    (url) => {
      expect(isOnThisMachine(url)).toBe(true);
    },
  );

  it.each(['https://oapi.dingtalk.com', 'https://127.example.com', 'https://localhost.example.com', 'none'])(
    'takes %s for another',
    (url) => {
      expect(isOnThisMachine(url)).toBe(false);
    },
  );
});
