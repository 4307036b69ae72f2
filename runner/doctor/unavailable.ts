import { isRead } from '../../client/retry-policy';
import type { Capabilities, Capability } from '../../config/capabilities';
import { endpoints } from '../../schemas';

/** Endpoints that no case may call, by id, and why. */
export type Unavailable = Readonly<Record<string, string>>;

/** Every endpoint that writes, for a run that only reads. */
export function unavailableToReaders(): Unavailable {
  const reason = 'SUITE_READ_ONLY is set: this run writes nothing';
  return Object.fromEntries(endpoints.filter((each) => !isRead(each)).map(({ id }) => [id, reason]));
}

/**
 * The endpoints that a tenant refuses, each with what a reader needs to have it opened. Where announcements could not be found or removed
 * again, none is made.
 */
export function unavailableIn({ endpoints: found }: Capabilities): Unavailable {
  const refused = new Map(
    found.filter(({ status }) => status === 'refused').map((each) => [each.endpoint, refusalOf(each)]),
  );
  const lost = unremovable(refused);
  return {
    ...Object.fromEntries(refused),
    ...(lost === undefined || refused.has('blackboard/create') ? {} : { 'blackboard/create': lost }),
  };
}

function refusalOf({ endpoint, title, code, subCode, scopes, link, note }: Capability): string {
  const codes = [code && `code ${code}`, subCode && `sub_code ${subCode}`, `scope ${scopes.join(' or ')}`];
  const details = scopes.length > 0 ? codes : codes.slice(0, -1);
  return [
    `the tenant refuses ${endpoint} (${title}): ${details.filter(Boolean).join(', ')}`,
    note,
    link && `apply for it at ${link}`,
  ]
    .filter(Boolean)
    .join('; ');
}

// Create returns no id: what was made is found by listing and reading, and then deleted.
function unremovable(refused: ReadonlyMap<string, string>): string | undefined {
  const isLost = (id: string): boolean => refused.has(id);
  const isUnreadable = isLost('blackboard/get-blackboard') && isLost('blackboard/get');
  const lost = [
    ...['blackboard/delete', 'blackboard/listids'].filter(isLost),
    ...(isUnreadable ? ['blackboard/get-blackboard'] : []),
  ];
  const [first] = lost;
  return first === undefined
    ? undefined
    : `what is made could not be found and removed again: ${refused.get(first) ?? ''}`;
}
