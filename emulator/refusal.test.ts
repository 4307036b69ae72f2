import { GatewayRefusal } from './refusal';

describe('A refusal by the gateway', () => {
  it('tells a reader of the emulator what it answers', () => {
    expect(new GatewayRefusal({ errcode: 22 }).message).toBe('refused by the gateway: {"errcode":22}');
  });
});
