import { getTemplateByName, listTopTen } from '../../../schemas';
import { covers } from '../../../specs/support/coverage';
import { shared } from '../../../specs/support/shared';
import { skip, api, user } from '../../../specs/support/tenant';

const { currentCase } = globalThis.suite;

// Longer ones first, so that later cases end before earlier ones.
const pauses = [90, 70, 50, 30, 10, 1];

const missingTemplate = shared('a template', () =>
  api.must(getTemplateByName, { userid: user, template_name: 'marker-missing' }),
);

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('concurrent: cases under way at once', () => {
  it.each(pauses)('makes its own calls, pausing %d ms', async (ms) => {
    covers('report/template-getbyname/R2');
    await api.send(getTemplateByName, { userid: user, template_name: `marker-${ms}-a` });
    await sleep(ms);
    await api.send(getTemplateByName, { userid: user, template_name: `marker-${ms}-b` });
    await sleep(ms);
    const reply = await api.send(getTemplateByName, { userid: user, template_name: `marker-${ms}-c` });

    expect(reply).toBeRefused();
  });

  it('cleans up and tells its own calls when it fails', async () => {
    currentCase().cleanUpLater('the second', async () => {
      await api.send(getTemplateByName, { userid: user, template_name: 'marker-cleanup' });
    });
    currentCase().cleanUpLater('the first', () => Promise.reject(new Error('cannot be removed')));
    await sleep(40);

    const reply = await api.send(listTopTen, { userid: user });

    expect(reply).toBeRefused('marker-never');
  });

  it.each(['first', 'second'])('needs what nobody can arrange, and is the %s to', async () => {
    const template = await missingTemplate();

    expect(template).toBeDefined();
  });

  it('is skipped with its reason', async () => {
    await sleep(5);
    expect(user).not.toBe('');
    skip('marker-reason');
  });
});
