import { startEmulator } from '../server';
import { useEmulator } from '../testing/use-emulator';
import { Visitor } from '../seed/visitor';
import { oddRequests } from '../testing/odd-requests';

describe('A request that is not as the page says', () => {
  const plain = useEmulator();

  it.each(oddRequests)(
    'is answered as $choice says, with $wanted',
    async ({ choice, endpoint, request, wanted }) => {
      const [id = '', answer = ''] = choice.split('=');
      const visitor = new Visitor(await startEmulator({ choices: { [id]: answer } }));

      const { body } = await visitor.send(endpoint, request(visitor.emulator));
      const { body: usual } = await plain().send(endpoint, request(plain().emulator));
      await visitor.emulator.close();

      expect(body).toMatchObject(wanted);
      // Otherwise the answer would be none of its own.
      expect(usual.errcode).not.toBe(body.errcode);
    },
  );
});
