import { getTemplateByName, listCategories, listTemplatesByUser, listTopTen } from '../../schemas';
import type { GetTemplateByNameResponse, ListTemplatesByUserResponse } from '../../schemas/types';
import type { TenantProblem } from '../../config/capabilities';
import { joined, labelled, same, type Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import {
  lineOf,
  probeOf,
  refusalText,
  refusedAs,
  unsure,
  well,
  wrong,
  type Check,
  type CheckName,
  type Evidence,
} from './check';
import { meaningOf } from './codes';
import { consoleAt, publishing } from './console';

const textField = 1;

/** Whether the people, the department and the template that the configuration names are as a run needs them. */
export function tenantChecks(evidence: Evidence): Check[] {
  return [
    operator(evidence),
    user(evidence),
    department(evidence),
    template(evidence),
    ...contactScope(evidence),
  ];
}

/** What is wrong with the people and the template of a tenant, among the findings of a doctor. */
export function tenantProblems(
  { people, templateName }: LiveTenant,
  checks: readonly Check[],
): TenantProblem<Text>[] {
  const subjects = new Map(Object.entries({ ...people, template: templateName }));
  return checks.flatMap((check) => {
    const subject = check.status === 'problem' ? subjects.get(check.name) : undefined;
    return subject === undefined ? [] : [{ subject, text: joined([lineOf(check), check.todo ?? same('')]) }];
  });
}

// Only administrators may list the categories (documented).
function operator(evidence: Evidence): Check {
  const { operator: person } = evidence.tenant.people;
  const todo = {
    en: `let the main administrator of announcements (公告) add this person, or set DINGTALK_OPERATOR_USERID to one: ${consoleAt.userids.en}`,
    zh: `请公告主管理员把这个人加为公告管理员，或把 DINGTALK_OPERATOR_USERID 设为一位公告管理员：${consoleAt.userids.zh}`,
  };
  return judged(evidence, listCategories.id, 'operator', {
    isWell: { en: `${person} is an announcement administrator`, zh: `${person} 是公告管理员` },
    isWrong: (refusal) => ({
      en: `${person} is not taken for an announcement administrator: ${refusal}`,
      zh: `${person} 不被视为公告管理员：${refusal}`,
    }),
    todo: joined([todo, ...unopened(evidence)]),
  });
}

// Documented of accessDenied: neither administrator nor sender, another company, or the app is not opened.
function unopened({ probes }: Evidence): Text[] {
  const isDenied = probes.some((each) => each.outcome === 'refused' && each.code === 'accessDenied');
  const { products } = consoleAt;
  const text = {
    en: `accessDenied may also mean that announcements (公告) are not opened to the company: ${products.en}`,
    zh: `accessDenied 也可能表示企业没有开通公告：${products.zh}`,
  };
  return isDenied ? [text] : [];
}

/** Whether the app may see the people and departments that it asks about; nothing where no call said otherwise. */
function contactScope(evidence: Evidence): Check[] {
  const refused = refusedAs(evidence, 'scope');
  const [first] = refused;
  if (first === undefined) return [];
  const { operator: one, user: other } = evidence.tenant.people;
  const isDisabled = refused.some(({ code }) => code.endsWith('50003'));
  const todo = joined([
    {
      en: `widen the app's contact scope to ${one}, ${other} and their departments, whatever permissions it has: ${consoleAt.contactScope.en}`,
      zh: `无论应用有哪些权限，都要把 ${one}、${other} 和他们的部门加进通讯录权限范围：${consoleAt.contactScope.zh}`,
    },
    publishing,
    ...(isDisabled ? [enabling] : []),
  ]);
  const ids = refused.map(({ endpoint }) => endpoint.id).join(', ');
  return [wrong('contact scope', same(`${refusalText(first)} (${ids})`), todo)];
}

const enabling: Text = {
  en: `the catalogue also calls 50003 an app that is disabled (应用已停用): enable it, ${consoleAt.versions.en}`,
  zh: `错误码文档中 50003 也表示应用已停用：请启用它，${consoleAt.versions.zh}`,
};

function user(evidence: Evidence): Check {
  const { user: person } = evidence.tenant.people;
  return judged(evidence, listTopTen.id, 'user', {
    isWell: { en: `${person} is an employee`, zh: `${person} 是企业员工` },
    isWrong: (refusal) => ({
      en: `${person} is not taken for an employee: ${refusal}`,
      zh: `${person} 不被视为企业员工：${refusal}`,
    }),
    todo: {
      en: `set DINGTALK_USERID to an employee: ${consoleAt.userids.en}`,
      zh: `把 DINGTALK_USERID 设为一名企业员工：${consoleAt.userids.zh}`,
    },
  });
}

function department({ tenant: { deptId } }: Evidence): Check {
  const name = 'department';
  if (deptId === undefined)
    return well(name, {
      en: 'none is set: cases that address a department are skipped',
      zh: '没有设置：向部门发送的用例会跳过',
    });
  const seen = {
    en: `${deptId}: no read among the endpoints of this suite tells whether it exists`,
    zh: `${deptId}：本套件的接口查不到它是否存在`,
  };
  const todo = {
    en: 'look it up: admin console > contacts > the department',
    zh: '请自行核对：管理后台 > 通讯录 > 部门',
  };
  return { ...unsure(name, seen), todo };
}

function template(evidence: Evidence): Check {
  const { templateName: wanted, people } = evidence.tenant;
  const asked = probeOf(evidence, getTemplateByName.id);
  if (asked.outcome === 'answered') return fieldsOf(wanted, (asked.body as GetTemplateByNameResponse).result);
  const seeing = {
    en: 'set DINGTALK_TEMPLATE_NAME to a template that this person sees',
    zh: '把 DINGTALK_TEMPLATE_NAME 设为这名员工看得到的模板',
  };
  return judged(evidence, getTemplateByName.id, 'template', {
    isWell: same(wanted),
    isWrong: (refusal) => ({
      en: `no template '${wanted}' that ${people.user} may use: ${refusal}`,
      zh: `没有 ${people.user} 可用的日志模板“${wanted}”：${refusal}`,
    }),
    todo: joined([seeing, visible(evidence)], same('')),
  });
}

function fieldsOf(wanted: string, { fields }: GetTemplateByNameResponse['result']): Check {
  const name = 'template';
  const others = fields
    .filter(({ type }) => type !== textField)
    .map(({ field_name: field, type }) => `${field} (type ${type})`);
  if (fields.length > 0 && others.length === 0)
    return well(name, {
      en: `'${wanted}' has ${fields.length} fields, all text`,
      zh: `“${wanted}”有 ${fields.length} 个字段，全部是文本`,
    });
  const seen =
    fields.length === 0
      ? { en: `'${wanted}' has no fields`, zh: `“${wanted}”没有字段` }
      : {
          en: `'${wanted}' has fields that are not text: ${others.join(', ')}`,
          zh: `“${wanted}”有不是文本的字段：${others.join('、')}`,
        };
  return wrong(name, seen, {
    en: 'reports can be made by API on text fields (type 1) only: set DINGTALK_TEMPLATE_NAME to another template',
    zh: '通过 API 只能用文本字段（type 1）创建日志：请把 DINGTALK_TEMPLATE_NAME 换成另一个模板',
  });
}

function visible(evidence: Evidence): Text {
  const asked = probeOf(evidence, listTemplatesByUser.id);
  if (asked.outcome !== 'answered') return same('');
  const names = (asked.body as ListTemplatesByUserResponse).result.template_list.map(({ name }) => name);
  const shown = [...new Set(names)].slice(0, 10);
  return names.length === 0
    ? { en: ', who sees none yet', zh: '（目前一个也看不到）' }
    : { en: `, such as: ${shown.join(', ')}`, zh: `，例如：${shown.join('、')}` };
}

interface Wording {
  readonly isWell: Text;
  readonly isWrong: (refusal: string) => Text;
  readonly todo: Text;
}

// A brief look asks one endpoint of each permission.
const leftOut: Text = {
  en: 'this brief look did not examine this person; the whole one is `npm run doctor`',
  zh: '本次简查没有核对此人；完整核对请运行 `npm run doctor`',
};

/** A check by one endpoint: well when it answers, ill when the service refuses, unknown when it was not the service that refused. */
function judged(evidence: Evidence, id: string, name: CheckName, wording: Wording): Check {
  const asked = probeOf(evidence, id);
  if (asked.outcome === 'answered') return well(name, wording.isWell);
  if (asked.outcome === 'not asked' && 'grantedWith' in asked) return unsure(name, leftOut);
  if (asked.outcome !== 'refused') return unsure(name, labelled(id, asked.reason));
  const meaning = meaningOf(asked.endpoint, asked.code);
  if (meaning === 'service') return wrong(name, wording.isWrong(refusalText(asked)), wording.todo);
  const seen = { en: `${id} cannot be asked: ${asked.code}`, zh: `无法调用 ${id}：${asked.code}` };
  const why = { en: ', see the contact scope', zh: '，见“通讯录范围”' };
  return unsure(name, meaning === 'scope' ? joined([seen, why], same('')) : seen);
}
