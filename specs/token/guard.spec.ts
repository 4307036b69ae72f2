import { completeRequests } from '../../fixtures/requests';
import { tokenCases } from '../../fixtures/token/guard.cases';
import { api, aTag, deptId, operator, templateName, user } from '../support/tenant';

const calls = completeRequests({ operator, user, templateName, deptId, tag: aTag() });

describe('token: the guard of every endpoint', () => {
  it.each(tokenCases(calls))(
    '$id is closed to a call $when',
    async ({ endpoint, request, sent, refused }) => {
      const reply = await api.send(endpoint, request, sent);

      expect(reply).toBeRefused(refused);
    },
  );
});
