import type { Call, Layer, Reply } from '../../emulator/call';
import type { Announcement, Tenant, TenantContent } from '../../emulator/tenant';

/** Something that a wrong tenant remembers from one call to the next: one of it per tenant. */
export function memory<Kept>(make: () => Kept): (call: Call) => Kept {
  const byTenant = new WeakMap<Tenant, Kept>();
  return ({ tenant }) => {
    const kept = byTenant.get(tenant) ?? make();
    byTenant.set(tenant, kept);
    return kept;
  };
}

/** Counts the calls that reach it, one count per tenant: true for every `nth`. */
export function everyNth(nth: number): (call: Call) => boolean {
  const counter = memory(() => ({ count: 0 }));
  return (call) => ++counter(call).count % nth === 0;
}

/** Lets the tenant answer one call as if its content were another. It answers at once, so nobody else meets that content. */
export function amid(
  call: Call,
  content: Partial<TenantContent>,
  next: (call: Call) => Promise<Reply>,
): Promise<Reply> {
  const { tenant } = call;
  const kept = { ...tenant };
  Object.assign(tenant, content);
  const reply = next(call);
  Object.assign(tenant, Object.fromEntries(Object.keys(content).map((name) => [name, kept[name as never]])));
  return reply;
}

/** The announcement of that id; undefined for anything that is no id of one. */
export function announcementOf({ tenant }: Call, id: unknown): Announcement | undefined {
  return tenant.announcements.find((announcement) => announcement.id === id);
}

/** Two layers as one, the first around the second. */
export function both(outer: Layer, inner: Layer): Layer {
  return (endpoint, call, next) => outer(endpoint, call, async (passed) => inner(endpoint, passed, next));
}
