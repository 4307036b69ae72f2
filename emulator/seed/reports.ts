import { day } from '../clock';
import type { Dice } from '../dice';
import { objectId } from '../ids';
import { mainAdmin, ordinary, subAdmins } from './people';
import { seedActivity } from './activity';
import type { Group, Person, Report, Template, TemplateField } from '../tenant';

/** The name of a template that anybody can fill: all text, and its sorts skip a number, as real ones do (observed). */
export const textTemplate = '周报';

const count = 420;
const text = 1;
const field = (name: string, sort: number, type = text): TemplateField => ({ name, sort, type });

const preset: readonly (Pick<Template, 'name' | 'icon' | 'fields'> & { readonly share: number })[] = [
  // 2 number, 5 date, 8 image: what create does not take (documented).
  {
    name: '拜访记录',
    icon: 16,
    share: 0.08,
    fields: [field('拜访客户', 0), field('拜访日期', 1, 5), field('预计金额', 2, 2), field('现场照片', 3, 8)],
  },
  { name: '业绩日报', icon: 25, share: 0.06, fields: [field('今日营业额', 0), field('备注', 1)] },
  { name: '月报', icon: 21, share: 0.1, fields: [field('本月工作内容', 1), field('下月工作计划', 2)] },
  {
    name: textTemplate,
    icon: 22,
    share: 0.26,
    fields: [field('本周完成工作', 0), field('本周工作总结', 2), field('下周工作计划', 3)],
  },
  {
    name: '日报',
    icon: 20,
    share: 0.4,
    fields: [field('今日完成工作', 0), field('未完成工作', 1), field('需协调工作', 2)],
  },
  { name: '空白日志', icon: 0, share: 0.1, fields: [field('内容', 0)] },
];

/** Two group chats; the first is large. */
export function seedGroups(dice: Dice, people: readonly Person[]): Group[] {
  return ['开放平台交流群', '部门周会'].map((title, place) => ({
    conversationId: `$DD_KE${objectId(0, dice.next).slice(20)}==`,
    title,
    members: dice.some(people, place === 0 ? 40 : 9).map(({ userid }) => userid),
  }));
}

/** The templates of the company, oldest first. One is for the office only, one has a receiver and a group by default. */
export function seedTemplates(dice: Dice, now: number, groups: readonly Group[]): Template[] {
  return preset.map(({ name, icon, fields }, place) => ({
    id: objectId(now - 490 * day + place * 13, dice.next),
    name,
    icon,
    fields,
    defaultReceivers: name === '月报' ? [mainAdmin] : [],
    defaultGroups: name === '月报' ? groups.map(({ conversationId }) => conversationId) : [],
    ...(name === '业绩日报' && { visibleTo: new Set([mainAdmin, ...subAdmins]) }),
  }));
}

interface Company {
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
  readonly templates: readonly Template[];
}

/** Hundreds of reports of fourteen people over the last months, oldest first, with what others did about them. */
export function seedReports(dice: Dice, now: number, { people, groups, templates }: Company): Report[] {
  const authors = [ordinary, mainAdmin, ...people.slice(1, 13).map(({ userid }) => userid)];
  const moments = Array.from({ length: count }, () => now - dice.int(3_600_000, 170 * day)).sort(
    (a, b) => a - b,
  );
  let row = 6_890_000_000;
  const reports = moments.map((moment) => {
    row += dice.int(1, 20_000);
    const template = chosen(dice, templates);
    const author = dice.pick(template.visibleTo ? [...template.visibleTo] : authors);
    const group = template.name === '月报' ? (groups[0]?.members ?? []) : [];
    const named = dice.some(people, dice.int(0, 4)).map(({ userid }) => userid);
    const receivers = [...new Set([...named, ...(dice.chance(0.3) ? [ordinary] : []), ...group])];
    return {
      ...written(dice, now, moment, template),
      row,
      author,
      receivers: receivers.filter((userid) => userid !== author),
    };
  });
  return seedActivity(dice, now, reports);
}

function chosen(dice: Dice, templates: readonly Template[]): Template {
  let left = dice.next();
  const place = preset.findIndex(({ share }) => (left -= share) < 0);
  return templates[place] ?? dice.pick(templates);
}

type Written = Omit<Report, 'row' | 'author' | 'receivers' | 'readers' | 'likers' | 'comments'>;

function written(dice: Dice, now: number, moment: number, { name, fields }: Template): Written {
  const createdAt = Math.floor(moment / 1000) * 1000;
  const later = dice.chance(0.1) ? Math.min(createdAt + dice.int(1, 48) * 3_600_000, now) : createdAt;
  return {
    id: objectId(moment, dice.next),
    templateName: name,
    createdAt,
    modifiedAt: Math.floor(later / 1000) * 1000,
    remark: dice.chance(0.1) ? '详见附件' : '',
    contents: fields.map((one) => ({ ...one, value: valueOf(dice, one, createdAt) })),
  };
}

function valueOf(dice: Dice, { name, type }: TemplateField, createdAt: number): string {
  if (type === 2) return String(dice.int(1, 500) * 1000);
  if (type === 5) return new Date(createdAt).toISOString().slice(0, 10);
  if (type === 8) return '["https://static.dingtalk.com/media/lADPDemo.jpg"]';
  return dice.chance(0.15) ? '' : `${name}：跟进第${dice.int(1, 60)}项，进展顺利。`;
}
