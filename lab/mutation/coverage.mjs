/** Which test passes which mutant. What a `beforeAll` or `afterAll` passes counts for every test of its block. */
export class Coverage {
  /** Blocks whose hooks ran, by the name under which their mutants were counted. */
  blocks = new Map();

  constructor(space) {
    this.space = space;
  }

  /** Hears of each event of jest-circus. */
  watch({ name, test, hook }) {
    const ofBlock = hook?.type === 'beforeAll' || hook?.type === 'afterAll';
    if (name === 'test_started') this.space.currentTestId = test.mutationId;
    if (name === 'hook_start' && ofBlock) this.space.currentTestId = this.nameOf(hook.parent);
    if (name === 'test_done' || (ofBlock && name !== 'hook_start')) this.space.currentTestId = undefined;
  }

  nameOf(block) {
    const known = [...this.blocks].find(([, other]) => other === block);
    const name = known?.[0] ?? `hooks ${this.blocks.size}`;
    this.blocks.set(name, block);
    return name;
  }

  /** The coverage as Stryker wants it, by the ids of tests. */
  perTest(tests) {
    const { static: loaded = {}, perTest = {} } = this.space.mutantCoverage ?? {};
    for (const [name, block] of this.blocks) {
      const passed = perTest[name] ?? {};
      delete perTest[name];
      for (const { id, record } of tests) if (isWithin(record, block)) perTest[id] = sum(perTest[id], passed);
    }
    return { static: loaded, perTest };
  }
}

function isWithin({ parent }, block) {
  return parent !== undefined && (parent === block || isWithin(parent, block));
}

function sum(some = {}, more) {
  const total = { ...some };
  for (const [id, count] of Object.entries(more)) total[id] = (total[id] ?? 0) + count;
  return total;
}
