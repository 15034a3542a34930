import words from './voice-words.json' with { type: 'json' }

const TITLE = new RegExp(`^.*(?:${words.titles.join('|')})(?=[\\u4e00-\\u9fa5·]{2,}|$)`)
const NOT_NAMES = new Set(words.notNames)

/** What may stand between a speaker's name and what the speaker does. */
const ADJUNCT =
  '(?:点评|总结|调研|检查|督导|会上|就|在|结合|代表|对|围绕|听取|最后|还|并|又|再次|同时|进一步|特别|着重|反复|主持|出席|讲话|致辞|部署|传达|带队|带领|率|深入|来到|前往|实地|参加|昨天|今天|日前|近日|当日|上午|下午|昨日|今日|强调|指出|要求|说|表示|提出|明确|作|逐一|分别|感谢|介绍|会见|\\d|[,，])'
const NAME = new RegExp(`^([\\u4e00-\\u9fa5·]{2,4}?)(?=${ADJUNCT}|$)`)

const ACTS = new RegExp(`^(?:$|${ADJUNCT})`)

/**
 * The person, or the office when no name is printed, that a clause speaks of as acting, by the place of the name: after a title or at the start, before
 * 在…时, 就…, 主持. Null when it is a meeting or a document, undefined when there is no such subject.
 */
export function findSpeaker(clause: string): string | null | undefined {
  const bare = clause
    .replace(/^[“‘「?？●■◆▲★·•]+/, '')
    .replace(/^(?:会上|会议期间|座谈中|调研中|讲话中)[，,]?/, '')
  if (
    /^(?:(?!主持|召开|出席|参加|列席)[^，]){0,24}(?:会议|大会|全会|座谈会|推进会|调度会|部署会|常务会|例会|通知|通报|方案》?|意见》?|文件)(?:还|并|同时)?(?:$|指出|强调|要求|认为|明确|提出|决定|议定|商定|审议|原则|研究|部署|听取)/.test(
      bare,
    )
  )
    return null
  const title = TITLE.exec(bare)?.[0] ?? ''
  const rest = bare.slice(title.length)
  if (title && ACTS.test(rest)) return title.replace(/^.*[，、]/, '')
  const name = NAME.exec(rest)?.[1]
  if (!name || NOT_NAMES.has(name) || /^[他她]/.test(name)) return undefined
  if ([...NOT_NAMES].some((word) => word.length > 1 && name.startsWith(word))) return undefined
  return name
}
