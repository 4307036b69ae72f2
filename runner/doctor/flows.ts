/** The endpoints that each flow of `specs/flows` cannot do without, by the stem of its file. */
export const flows: Readonly<Record<string, readonly string[]>> = {
  smoke: [
    'blackboard/create',
    'blackboard/listids',
    'blackboard/get-blackboard',
    'blackboard/update',
    'blackboard/delete',
    'report/template-getbyname',
    'report/create',
    'report/list',
  ],
  announcement: [
    'blackboard/create',
    'blackboard/listids',
    'blackboard/get-blackboard',
    'blackboard/listtopten',
    'blackboard/category-list',
    'blackboard/update',
    'blackboard/delete',
  ],
  report: [
    'report/template-getbyname',
    'report/create',
    'report/list',
    'report/simplelist',
    'report/receiver-list',
    'report/statistics-listbytype',
    'report/comment-list',
  ],
  templates: ['report/template-listbyuserid', 'report/template-getbyname', 'report/create', 'report/list'],
  hrm: ['hrm/querypreentry', 'hrm/queryonjob', 'hrm/dismissions'],
};

/** The flows that stop at an endpoint when it is refused. */
export function flowsWith(endpoint: string): string[] {
  return Object.keys(flows).filter((flow) => flows[flow]?.includes(endpoint));
}
