import type { Layer } from '../call';
import { ordinary } from '../seed/people';
import type { Variant } from './variant';

const skewSeconds = 7;
const sampled = { each: 0, before: 0 };

/** Tenants that lack things, or whose clock is not ours. */
export const contentVariants: readonly Variant[] = [
  {
    id: 'empty',
    what: 'There are no categories, pre-entries, check-ins or comments, and one template.',
    prepare: (tenant) => {
      const templates = tenant.templates.filter(({ name }) => name === '周报');
      Object.assign(tenant, { categories: [], preEntry: [], checkins: [], sampled, templates });
      for (const announcement of tenant.announcements) delete announcement.categoryId;
      for (const { comments } of tenant.reports) comments.splice(0);
    },
  },
  {
    id: 'new',
    what: 'A company of this morning: nobody has announced or reported anything, checked in, joined or left.',
    prepare: (tenant) => {
      Object.assign(tenant, {
        announcements: [],
        reports: [],
        preEntry: [],
        dismissed: [],
        checkins: [],
        sampled,
      });
    },
  },
  {
    id: 'managing-user',
    what: 'The ordinary user manages announcements as well, as a sub-administrator.',
    prepare: ({ subAdmins }) => {
      subAdmins.add(ordinary);
    },
  },
  skewed('skewed-ahead', skewSeconds),
  skewed('skewed-behind', -skewSeconds),
];

function skewed(id: string, seconds: number): Variant {
  return {
    id,
    what: `The tenant's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} ours.`,
    prepare: ({ clock }) => {
      clock.advance(seconds);
    },
    layer: () => dated,
  };
}

async function dated(...[, call, next]: Parameters<Layer>) {
  const reply = await next(call);
  const date = new Date(call.tenant.clock.now()).toUTCString();
  return { ...reply, headers: { ...reply.headers, date } };
}
