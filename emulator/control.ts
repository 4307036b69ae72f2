import { Hono } from 'hono';
import { violations } from '../schemas/validate';
import { plant, type Planted } from './seed/plant';
import { seed } from './seed/seed';
import type { Tenant } from './tenant';

const seconds = { type: 'number', minimum: 0 };
const userid = { type: 'string' };
const activity = {
  type: 'array',
  items: { type: 'object', required: ['reportId', 'userid'], properties: { reportId: userid, userid } },
};
const clockSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['advanceSeconds'],
  properties: { advanceSeconds: { type: 'number' } },
};
const seedSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    announcements: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title'],
        properties: { title: { type: 'string' }, ageSeconds: seconds },
      },
    },
    reports: {
      type: 'array',
      items: {
        type: 'object',
        required: ['userid', 'templateName'],
        properties: { userid, templateName: { type: 'string' }, ageSeconds: seconds },
      },
    },
    readers: activity,
    likers: activity,
    comments: activity,
  },
};

/** The control of an embedded tenant, which DingTalk does not have and which no spec uses. */
export function control(tenant: Tenant): Hono {
  const paths = new Hono();
  paths.get('/health', ({ json }) => json({ now: tenant.clock.now(), ...counts(tenant) }));
  paths.post('/reset', ({ json }) => {
    restart(tenant);
    return json(counts(tenant));
  });
  paths.post('/clock', async ({ req, json }) => {
    const { advanceSeconds } = asMove(await req.json());
    tenant.clock.advance(advanceSeconds);
    return json({ now: tenant.clock.now() });
  });
  paths.post('/seed', async ({ req, json }) => json(plant(tenant, asPlanted(await req.json()))));
  paths.onError(({ message }, { json }) => json({ error: message }, 400));
  return paths;
}

/** Puts a tenant back to its beginning: time, tokens and content. Its apps and their scopes stay. */
export function restart(tenant: Tenant): void {
  tenant.clock.reset();
  tenant.tokens.clear();
  Object.assign(tenant, seed(tenant.clock.now(), tenant.choice).content);
}

function counts({ announcements, reports, people }: Tenant) {
  return { announcements: announcements.length, reports: reports.length, people: people.size };
}

function asMove(value: unknown): { advanceSeconds: number } {
  check(clockSchema, value);
  return value as { advanceSeconds: number };
}

function asPlanted(value: unknown): Planted {
  check(seedSchema, value);
  return value as Planted;
}

function check(schema: object, value: unknown): void {
  const [broken] = violations(schema, value);
  if (broken) throw new Error(`The body is not as emulator/README.md says: ${broken.path} ${broken.message}`);
}
