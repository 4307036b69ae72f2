import { getTemplateByName } from '../../../schemas';
import { mustBeLookedAt } from '../../../client/lacking';
import { api, user } from '../tenant';

/**
 * Expects a name to find nothing, or another template that really has that name: a refusal, or a success without an id, for clients
 * guard against both.
 */
export async function expectNoTemplate(name: string, notThis: string): Promise<void> {
  const reply = await api.send(getTemplateByName, { userid: user, template_name: name });
  mustBeLookedAt(reply);
  const found = reply.refused || reply.body.result.id === '' ? undefined : reply.body.result.name;
  expect({ asked: name, found: found ?? name }).toEqual({ asked: name, found: name });
  expect(found).not.toBe(notThis);
}
