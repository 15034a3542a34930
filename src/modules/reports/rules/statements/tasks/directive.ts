import words from './task-words.json' with { type: 'json' }

/** The modal of a clause that tells somebody to do something. */
export interface Directive {
  /** Offset of 要 or 必须 in the clause. */
  readonly modal: number
  /** What stands before it: a subject, a frame, a numbering, or nothing. */
  readonly before: string
  /** 既要, 又要, 还要 go on with the task before. */
  readonly goesOn: boolean
}

const MODAL =
  /(?<![重主首需只纪概摘必不想正快索扼紧简切提若将])要(?![素闻害么塞义诀职员挟览价约冲]|紧(?![盯扣抓密跟围贴盯])|件(?!件)|地(?!方)|点(?!面)|领(?!会|导|办|悟)|不(?!断|折|遗|忘|懈|等|误|打|搞)|好(?!好|中)|求(?!真|实|变|新|突)|$)|必须|务必|(?<=部门|单位|各区|各县|各地|各级|[镇乡县区市局委办])(?:应当?|须|需要?)(?=[一-龥]{2})/
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,2}(?:是|要)?|第[一二三四五六七八九十]{1,2}，?|首先|其次|再次|最后|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．]|[①-⑳])$/
const GOES_ON = /(?:既|又|也|还|更|同时也|同时)$/
/** A predicate before 要 makes it a statement, not an instruction: 这是…要…, …表明要…. */
const STATEMENT =
  /是|了|这|那|表明|说明|意味|越|谁|什么|如果|因为|由于|我们|他们|人们|希望|但|才能|指出|强调|^(?:把|将|让|使|对(?!于)|以|与|同)/

/** Reads the directive of a clause, or null when it states something. */
export function readDirective(clause: string): Directive | null {
  const match = MODAL.exec(clause)
  if (!match) return null
  let before = clause.slice(0, match.index).replace(/^[“‘「]+/, '')
  if (before.length > 28 || STATEMENT.test(before)) return null
  const goesOn = GOES_ON.test(before)
  if (NUMBERING.test(before)) before = ''
  return { modal: match.index, before, goesOn }
}

const START = new RegExp(
  `^(?:${[...words.adverbs, ...words.verbs].sort((a, b) => b.length - a.length).join('|')})`,
)
const NO_TASK =
  /^(?:对[^，]{1,14}的(?:单位|部门|地区|乡镇|镇街|县区|项目|企业|干部|个人|人员)?$|以来|在此|在会|在场|在沪|在京|在听|在讨论|在.{1,12}(?:期间|陪同|带领|之际|主持)|以上|以下|从而|从此|从.{1,8}看|对此|对.{1,20}表示|将于|根据协议|据|通过.{1,14}，?(?:实现了|取得了)|经过|完成.{0,12}(?:亿|万|\d)|实现.{0,14}(?:亿|万|\d)|达到)/

/** A time limit in front of a directive verb: 6月底前完成…. */
const TIME_LEAD =
  /^(?:(?:今年|明年|本年|\d{4}年|年)?(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月|[上下]半年|[一二三四]季度|年内|年底|本月|本周|汛期|节)?(?:\d{1,2}日|底|末|上旬|中旬|下旬)?(?:之?前|以前|内)?)，?(?=[一-龥])/

/** Whether a text starts as a subjectless instruction does: with a directive verb or adverb. */
export function startsDirective(text: string): boolean {
  const bare = text.replace(/^[“‘「]+/, '').replace(TIME_LEAD, '')
  return START.test(bare) && !NO_TASK.test(bare) && !COPULA.test(bare)
}

/** Whether a clause reports instead of telling: 安全是第一位的, 迈上了新台阶, 已全部完成. */
export function reports(clause: string): boolean {
  return COPULA.test(clause) || REPORTS.test(clause)
}

const COPULA = /^[^，是]{1,24}(?<![还也别其只就但于凡特尤总更越真])是(?!否|非|不是)/
const REPORTS =
  /(?:[一-龥](?:上|出|现|得|成|入|来|到|升|高|造|作|显|展)了|已经|已(?=[一-龥])|值得|更感|取得[^，]{0,12}(?:成效|成绩|成就|进展|突破|成果)|进入[^，]{0,8}(?:期|阶段|轨道)|顺利实施|明显(?:提升|改善|增强)|正在|得到|成为)/
