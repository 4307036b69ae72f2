import type { Call } from './call';
import { HttpRefusal, type Refusal } from './refusal';

/**
 * The refusal of a service with the code that this tenant chose for it. On v1.0 both generations of an operation share their rules;
 * these are the documented codes of the newer one, and what it leaves open.
 */
export function chosenCode(refusal: Refusal, call: Call): Refusal | HttpRefusal {
  const { unnamed } = refusal;
  if (call.endpoint.gateway === 'api') return onV1(refusal, call);
  if (unnamed === undefined) return refusal;
  return Object.assign(refusal, { errcode: codeOf(unnamed, call) ?? refusal.errcode });
}

function codeOf(unnamed: NonNullable<Refusal['unnamed']>, { endpoint, tenant }: Call): number | undefined {
  const product = endpoint.id.split('/')[0];
  if (product === 'blackboard') return Number(tenant.choice(`blackboard/code-of-${unnamed}`));
  if (product === 'report' && unnamed !== 'right') return Number(tenant.choice(`report/code-of-${unnamed}`));
  if (unnamed !== 'parameter') return undefined;
  if (product === 'checkin') return Number(tenant.choice('checkin/code-of-parameter'));
  return product === 'ai' ? Number(tenant.choice('ai/code-of-parameter')) : undefined;
}

function onV1({ unnamed, message }: Refusal, { tenant }: Call): HttpRefusal {
  const code =
    unnamed === 'right'
      ? 'accessDenied'
      : unnamed === 'id'
        ? tenant.choice('blackboard/v1-code-of-id')
        : unnamed === 'person'
          ? tenant.choice('blackboard/v1-code-of-person')
          : 'badRequest';
  if (code === 'accessDenied') return new HttpRefusal(403, code, message);
  return code === 'notFound'
    ? new HttpRefusal(404, 'blackboard.notFound', message)
    : new HttpRefusal(400, code, code);
}
