import { expectNoBadStory } from '../support/stories/find-counterexample';

describe('blackboard: stories of several people', () => {
  it('come out as the documentation promises, whatever happens in whatever order', async () => {
    await expectNoBadStory();
  });
});
