import { membersOf } from './tenant';
import { useEmulator } from './testing/use-emulator';

const visitor = useEmulator();
const research = 421_100_023;
const platform = 421_100_034;
const testers = 421_100_045;

describe('The members of a department', () => {
  it('are those of the departments below it too, each once', () => {
    const { tenant } = visitor().emulator;
    const branch = [research, platform, testers];
    const wanted = [...tenant.people.values()].filter(({ deptIds }) =>
      deptIds.some((id) => branch.includes(id)),
    );

    expect(membersOf(tenant, research)).toEqual(wanted.map(({ userid }) => userid));
  });

  it('are not those of the department above or beside it', () => {
    expect(membersOf(visitor().emulator.tenant, testers)).toHaveLength(5);
  });
});
