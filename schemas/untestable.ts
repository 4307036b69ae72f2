const noRemark = 'no documented call writes a remark';

/** What no case can show, by the id that `covers` would give it, and why. Rules carry their own reason in the endpoint file. */
const byId: Readonly<Record<string, string>> = {
  'blackboard/create?create_request.blackboard_receiver.deptid_list=max':
    'the suite may address one department only',
  'hrm/queryonjob?status_list=max': 'there are four states, and what a repeated one does is not known',
  'token/get!40089': 'the legacy pair of corpid and corpsecret is no longer issued',
  'blackboard/get-blackboard#userList[].corpId': 'the suite is not told the corpId of the tenant',
  'blackboard/get-blackboard#deptList[].deptId':
    'the docs do not say which id it is, the older get encrypts it, and no other call shows it',
  'report/list#result.data_list[].remark': noRemark,
  'report/simplelist#result.data_list[].remark': noRemark,
};

const serviceFailed = 'no caller can make the service fail';
const allPermitted =
  'the app of a run holds the permission, and one without any is refused by the gateway first';

const byCode: Readonly<Record<string, string>> = {
  '400001': serviceFailed,
  serviceBusy: serviceFailed,
  internalError: serviceFailed,
  systemError: serviceFailed,
  '400020': allPermitted,
};

const toRealPeople = 'it would send a message to real people';
const noAttachments = 'no documented call makes an announcement with an attachment';
const notSeen = 'no call tells whether a message was sent';
const twoPeople = 'the suite may name two people only';
const errorTexts = 'texts are never asserted, codes are';

const byForm: readonly (readonly [form: RegExp, reason: string])[] = [
  [/[?.](ding|notify|to_chat)=true$/, toRealPeople],
  [/[?.](ding|notify|to_chat)(=false)?$/, notSeen],
  [/^blackboard\/get-blackboard#attachments/, noAttachments],
  [/#errmsg$/, errorTexts],
  [/[?.]user_?ids?(_?list)?=max$/i, twoPeople],
];

/** Why no case can cover what `id` names; undefined where one can. */
export function untestable(id: string): string | undefined {
  const [, ofForm] = byForm.find(([form]) => form.test(id)) ?? [];
  return ofForm ?? byId[id] ?? byCode[/!(.+)$/.exec(id)?.[1] ?? ''];
}
