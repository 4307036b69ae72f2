import { listReportSummaries } from '../../schemas';
import { aReportQuery } from '../../fixtures/report/list.cases';
import { covers } from './coverage';
import { fact, inferred } from './evidence';
import type { Reading } from './blackboard/readings';
import { theTemplate, type Summary } from './report/reports';
import { api, skip, templateName, user } from './tenant';

const nameFields: Readonly<Record<Reading['generation'], string>> = {
  classic: 'blackboard/get#result.user_list[].name',
  current: 'blackboard/get-blackboard#userList[].name',
};

/**
 * Expects every reading of an announcement to both of the run's people to name the user as the run's template does; skips the case where that
 * does not.
 */
export async function expectNamed(readings: readonly Reading[]): Promise<void> {
  const known = await knownNames();
  if (Object.keys(known).length === 0) skip(`the template ${templateName} tells nobody's name`);
  for (const { generation, names } of readings) {
    fact(inferred('blackboard/get', 'people are named as a report template names them'), () => {
      expect({ generation, names }).toEqual({
        generation,
        names: expect.objectContaining(known) as object,
      });
    });
    covers(nameFields[generation]);
  }
  covers('report/template-getbyname#result.user_name');
}

/** Skips the case unless the user is in the department that an announcement addresses, as the user's reports tell. */
export async function skipUnlessMember([reading]: readonly Reading[]): Promise<void> {
  const { result } = await api.must(listReportSummaries, aReportQuery({ userid: user, size: 1 }));
  const [department = ''] = reading?.departments ?? [];
  const own = result.data_list[0]?.dept_name.split(',') ?? [];
  if (!own.includes(department))
    skip(`the reports of the user do not tell that the user is in ${department}`);
}

// One of the two is enough to tell whose name stands beside whose userid.
async function knownNames(): Promise<Record<string, string>> {
  const { user_name: name } = await theTemplate();
  return name === undefined ? {} : { [user]: name };
}

/** Expects a report of the user to name its author, wherever it is listed, as the template does; unless that tells no name. */
export async function expectAuthorNamed(listed: readonly Pick<Summary, 'creator_name'>[]): Promise<void> {
  const { user_name: name } = await theTemplate();
  if (name === undefined || listed.length === 0) return;
  fact(inferred('report/list', 'authors are named as the template names them'), () => {
    expect(listed.map((one) => one.creator_name)).toEqual(listed.map(() => name));
  });
  covers('report/template-getbyname#result.user_name', 'report/list#result.data_list[].creator_name');
  covers('report/simplelist#result.data_list[].creator_name');
}
