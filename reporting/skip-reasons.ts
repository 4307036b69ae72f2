// Stryker disable StringLiteral: the words of a page; logic is not left out.
import type { Language } from '../config/language';

/** Why a case is skipped, as it is recorded, and the same in Chinese. What a tenant, a template or a link is called stays as it is. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^not selected: /, '未选中：'],
  [/^DINGTALK_USERID manages announcements: .*$/, 'DINGTALK_USERID 是公告管理员：无法验证普通员工会被拒绝'],
  [/^SUITE_READ_ONLY is set: this run writes nothing$/, '设置了 SUITE_READ_ONLY：本次运行不写数据'],
  [/^what is made could not be found and removed again: /, '创建之后无法找到并删除：'],
  [/\bthe tenant refuses (\S+) \(([^)]*)\): /, '租户没有开通 $1（$2）：'],
  [/\bcode (\S+?)(?=,|;|$)/, '错误码 $1'],
  [/\bscope (.*?)(?=;|$)/, '权限点 $1'],
  [/; (\S+) does the same and is granted/, '；$1 功能相同，且已开通'],
  [/; the product behind it is not opened to the company or the app/, '；企业或应用还没有开通对应的产品'],
  [/; apply for it at (\S+)$/, '；申请地址 $1'],
  [/^the tenant has not opened (\S+) to the app: it answers (.*)$/, '租户没有向应用开通 $1，返回 $2'],
  [/^the answer to a write was lost, and nothing tells.*$/, '写操作的响应丢失，无法得知是否成功；不再重写'],
  [/^(.*) cannot be read here: (.*)$/, '$1 在此租户读不到：$2'],
  [/^(.*) never stood still$/, '$1 一直在变动'],
  [/^the template (.*) tells nobody's name$/, '日志模板 $1 里没有人员姓名'],
  [/^the template (.*) is not in the list of the user$/, '普通员工的列表里没有日志模板 $1'],
  [/^the reports of the user do not tell that the user is in (.*)$/, '从普通员工的日志看不出他属于部门 $1'],
  [/^no template that both people see.*$/, '两个人都看得到的日志模板中，没有设默认接收人或群的'],
  [/^every one of the first ten templates.*$/, '前十个日志模板的字段全部是文本'],
  [/^there is no report of the last (\d+) days$/, '最近 $1 天没有日志'],
  [/^nobody has commented on any of twenty reports.*$/, '最近 180 天的二十篇日志都没有评论'],
  [/^the list of (\S+) is too short$/, '$1 的列表太短，无法分成两段比较'],
  [/^nobody has commented on a report$/, '没有带评论的日志'],
  [/^the two lists have no report in common$/, '两个列表没有共同的日志'],
  [/^the user has written no report.*$/, '普通员工最近 179 天没有用该模板写过日志'],
  [/^there is no window of reports$/, '找不到合适的日志时间段'],
  [/^there are not three reports.*$/, '日志不足三篇，无法翻页'],
  [/^too many reports are of one moment$/, '同一时刻的日志太多'],
  [/^report\/list does not say where.*$/, 'report/list 没有给出下一页的位置'],
  [/^the company has written more than (\d+) reports.*$/, '所查时间段内企业的日志超过 $1 篇'],
  [/^the tenant does not answer for its department: (.*)$/, '租户不返回该部门的数据：$1'],
  [/^nobody in the department has checked in.*$/, '部门里最近 45 天没有人签到'],
  [/^none of the people of the run is on the page.*$/, '部门的这一页里没有本次运行的人员'],
  [/^the department has no few check-ins.*$/, '部门的签到数量不适合翻页'],
  [/^one of the people has not checked in.*$/, '有一个人最近十天没有签到'],
  [/^there is no day in which both people.*$/, '没有两个人都签到的日子'],
  [/^the tenant has no more than ten regular employees$/, '租户的正式员工不超过十人'],
  [/^the tenant has fewer than two announcement categories$/, '租户的公告分类不足两个'],
  [/^the tenant has no announcement categor.*$/, '租户没有公告分类'],
  [/^the tenant lets the app read announcements by neither.*$/, '新旧两个读取公告的接口，租户都没有开通'],
  [/^the top ten of the user shows no announcement.*$/, '普通员工的前十条公告中，没有能读到 id 的'],
  [/^nothing was announced in an afternoon.*$/, '最近七天的下午都没有公告'],
  [/^there is no announcement of the last month$/, '最近一个月没有公告'],
  [/^no department may be addressed: (.*) is not set$/, '没有设置 $1，不能向部门发送'],
  [/^there is no picture to use as a cover: (.*) is not set$/, '没有设置 $1，没有可用的封面图片'],
  [/stories are played on a live tenant when (.*) says how many$/, '真实租户上，由 $1 决定跑几个随机场景'],
  [/(DINGTALK_EXPIRED_TOKEN) is the token that is in use.*$/, '$1 是正在使用的 token，获取时又续期了'],
  [/(DINGTALK_EXPIRED_TOKEN) names no expired token$/, '没有设置 $1'],
  [/(DINGTALK_UNPRIVILEGED_APP_KEY) names no app without permissions$/, '没有设置 $1'],
];

/** Why a case was skipped, for a reader; what is not known here stays as it was recorded. */
export function skipReason(recorded: string, language: Language): string {
  if (language === 'en') return recorded;
  return reasons.reduce((text, [english, chinese]) => text.replace(english, chinese), recorded);
}
