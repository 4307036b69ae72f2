import { goodRequests, type Known } from '../../emulator/good-requests';
import type { Tenant } from '../../emulator/tenant';
import { valueAt, type Path } from '../../fixtures/generated-places';
import type { Endpoint } from '../../schemas/endpoint';

/** What a careless tenant takes for a parameter that is missing or cannot be read: what stands there in a good request. */
export function careless({ id }: Endpoint, path: Path, tenant: Tenant): unknown {
  return valueAt(goodRequests(knownOn(tenant))[id], path);
}

/** What good requests need to know of a tenant. */
export function knownOn(tenant: Tenant): Known {
  const [app = { appKey: '', appSecret: '' }] = tenant.apps.values();
  const [, , , user = ''] = tenant.people.keys();
  const deptId = [...tenant.departments.keys()].at(-1) ?? 1;
  return { app, people: { operator: tenant.mainAdmin, user }, deptId, templateName: '周报', tenant };
}
