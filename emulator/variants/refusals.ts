import { endpoints } from '../../schemas';
import { gatewayOf } from '../gateways';
import type { Tenant } from '../tenant';
import { appOf, refused, type Variant } from './variant';

const besides = endpoints
  .filter(({ id }) => !/^(blackboard|report)\//.test(id))
  .flatMap(({ permission }) => permission.anyOf);

const archived = ['blackboard/get', 'report/statistics'];

/** Tenants that refuse more, or otherwise. */
export const refusalVariants: readonly Variant[] = [
  {
    id: 'forbidden-archived',
    what: `The archived ${archived.join(' and ')} are refused with 88/60011, for no new app can be granted them.`,
    layer: () => (endpoint, call, next) => {
      const app = appOf(call);
      if (!app || !archived.includes(endpoint.id)) return next(call);
      return refused(call, gatewayOf(call.path).noPermission(app, call));
    },
  },
  {
    id: 'unpermitted',
    what: 'The permissions for all but announcements and reports, and for the counts of reports, were not granted.',
    prepare: without((scope) => besides.includes(scope) || scope === '查询企业员工日志权限'),
  },
  {
    id: 'no-reports',
    what: 'No permission for reports was granted, and reads are refused as well as writes.',
    prepare: without((scope) => /^qyapi_report|日志/.test(scope)),
  },
  {
    id: 'no-announcing',
    what: 'Announcements may be listed, but neither written nor read through the current get_blackboard.',
    prepare: without((scope) => scope === 'qyapi_blackboard_manage'),
  },
  {
    id: 'other-codes',
    what: 'A missing permission is refused in the older short text, and for HR with the codes of that service.',
    choices: { 'topapi/no-permission': 'short', 'hrm/no-permission': 'service' },
  },
  {
    id: 'token-last',
    what: 'Parameters are checked before the token is.',
    choices: { 'topapi/order': 'parameters-first', 'v1/order': 'parameters-first' },
  },
  {
    id: 'second-delete-ok',
    what: 'Deleting what is gone is answered with success, and result false.',
    choices: { 'blackboard/second-delete': 'false' },
  },
];

function without(isLacking: (scope: string) => boolean): (tenant: Tenant) => void {
  return ({ apps }) => {
    for (const app of apps.values())
      for (const scope of app.scopes) if (isLacking(scope)) app.scopes.delete(scope);
  };
}
