import type { Range } from '../../model.ts'
import { findSubject } from '../ranks/find-subject.ts'
import type { Reading, ReadSentence } from '../reading.ts'
import type { Shortcoming } from './shortcoming.ts'
import { DEFICIENT, splitWeakMatters } from './weakness.ts'

const BEHIND =
  /(?:未达到?|没有?达到?|尚未达到?|未完成|尚未完成|未实现|未能完成|落后于?|滞后于?|慢于|低于|不及)[^，]{0,18}(?:序时进度|时序进度|时序要求|进度要求|进度|目标|标准|平均水平|平均值|平均|要求|任务|计划|预期|序时(?=$))|低于\d[\d.]*(?:%|分)?$|仅(?:仅)?(?:完成|达到?|实现|为|有|占)?[^，]{0,10}?\d[\d.]*%|落后[^，]{0,6}进度|(?:排名|位列|排在|居)[^，]{0,6}(?:末位|倒数[^，]{0,4}|垫底|后[三四五十\d]{1,2}位)$|(?:被|予以|给予)[^，]{0,4}?(?:挂|亮)?了?(?:黄牌|红牌|黄灯|红灯|通报|约谈|督办|问责|点名)/
/** Low is good for these. */
const LOW_IS_GOOD = /(?:失业率|能耗|浓度|成本|死亡|事故|投诉|发案|贫困|排放|CPI|负债|杠杆|逾期)/
const NEGATED =
  /^(?:存在|仍有|还有|尚有)$|(?:不断|并不|克服|破解|解决|改变|扭转|防止|避免|着力|针对|补齐|消除|弥补)$|^(?:着力|努力|加快|全力|有效|切实)/
/** 优势突出, 成效明显 are praise. */
const GOOD =
  /(?:优势|特色|成效|成绩|亮点|作用|重点|地位|贡献|效果|增长|主体|效应|进展|提升|改善|带动|增强|意义|力度|进步)$/
/** 人才引育仍是短板 */
const IS_SHORT =
  /^(?<matter>.{2,40}?)(?<how>(?:仍然?|还|依然|依旧|也)?(?:是|成为)(?:最大的?|突出的?|明显的?|当前的?|主要的?|一大|制约[一-龥]{0,6}的?)*(?:短板|弱项|不足|薄弱环节|瓶颈|痛点|难点|堵点|软肋)(?:弱项|所在|之一)?|(?:尚|还|仍)未(?:得到)?(?:根本|完全|有效|彻底)?(?:性)?(?:解决|缓解|改变|扭转|到位|形成|落实|建立|破题|见效))$/
/** What was not done, named by itself: 未按要求报送…, 两次迟报. */
const OMITS = /^(?:未按[^，]{2,30}|(?:[一二两三四五六多\d]{1,2}次)?(?:迟报|漏报|瞒报|虚报|不报)[^，]{0,10})$/
/** What an inspection finds wrong, and under a heading of problems: 台账不齐全, 河长巡河流于形式. */
const FAILS =
  /^(?<matter>.{2,40}?)(?<how>(?:因[^，]{2,12}?)?(?:已)?(?:停工|停滞|搁置|中断|停摆)[^，]{0,10}|[「“]?挂零[」”]?|不[一-龥]{1,3}|未[一-龥]{2,6}|流于形式|走过场|避重就轻|敷衍塞责|敷衍应付|推诿扯皮|弄虚作假|应付了事|答非所问|久拖不决|悬而未决|不了了之|只转不办|以文件落实文件|(?:零|无|没有)(?:进展|增长|开工|突破|动静)|(?:较|比较|依然|仍然|十分)?(?:艰巨|严峻|繁重|短|窄|少|乱|脏)|脏乱差?|乱堆乱放|严重|现象(?:较|比较)?(?:普遍|突出)|(?:出现)?(?:反弹|回潮)|空转|滞后|屡禁不[止绝]|屡[查改治]屡犯|不紧不慢|照[抄搬]照[抄搬]|(?:相互|互相)(?:推诿|推脱|扯皮)|不如(?:别人|人家|人|他人|兄弟[一-龥]{1,3}|周边[一-龥]{0,3}|其他[一-龥]{1,3}|往年|去年)|(?:发展|进展|推进|起步|见效|进度)(?:很|太|较|偏)?慢|(?:回落|下滑|下降|萎缩)(?:明显|较多|较快)|破得不快)$/
/** Without these words nothing would be said of the matter: 飞线充电屡禁不止. */
const KEPT = /挂零|屡|反弹|回潮|不如|照|推诿|推脱/
/** Weak adjectives that need a contrast or an adverb to be a criticism. */
const WEAK =
  /^(?:突出|明显|慢|低|弱|少|差|不足|不大|不多|下滑|紧张|缺乏|短|窄|散|小|有限|单一|严重|流失|老化|(?:比?较|明显)?(?:大|多|突出|明显))$/
const CONTRAST = /^(?:但是?|不过|然而|可是|同时|与此同时|此外|尤其是|特别是|其中)，?(?:也)?/

/** 短板也清楚：…, 差距摆在台面上：…, 他坦言：“…: what is said after it is no praise. */
const OPENS_FAULTS =
  /^[^。，：]{0,16}(?:差距|不足|短板|弱项|欠账|剖析|反思|检讨|坦言|坦承|承认|自我批评|揭短|亮丑|找差距|不绕弯子|不遮不掩|不回避)(?!整改|清单)[^。，：]{0,8}：[“「]?/
/** 周某某同时点出，…: what follows is a fault of the unit spoken of. */
const POINTS_OUT = /(?:点出|点到|点名|直言|坦言|坦承|承认|批评)(?:了?不足|问题)?[，：]/
/** 这两个问题被…: those named before it. */
const TAKES_UP = /(?:^|，)(?:这|上述|以上)[两二三四五几些][个项]?(?:突出)?(?:问题|短板|不足|现象|毛病|弱项)/
/** 我们村, 本镇: the speaker's own unit is no part of what it is short in. */
const OUR = /^(?:我们?|咱们?|本)(?:[村镇乡县区市局委办部社街](?:里|道|区)?)(?=[一-龥“]{4})/

/** From here on the sentence is about what is wanting. */
const CRITICAL = /^(?:但|不过|然而|可是|(?:问题|不足|短板|弱项|薄弱环节)(?:方面|之处|上)|存在不足|从问题看)/
const NUMBERING =
  /^(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,2}、)/

/** 我们也清醒地看到，…: what follows is no praise. */
const ADMITS =
  /^[^。]{0,24}(?:清醒|清楚|深刻|必须)地?(?:看到|认识到|意识到|感到)|^[^。]{0,12}也(?:要)?(?:看到|认识到)/

/** What is said to be lagging, weak or below its mark: 项目推进缓慢, 未达序时进度, 低于全市平均水平. */
export function deficient(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const { folded } = reading.article.body
  const contrast = sentence.clauses.findIndex((clause) =>
    CRITICAL.test(folded.slice(clause.start, clause.start + 10)),
  )
  const admits = ADMITS.test(sentence.folded) || POINTS_OUT.test(sentence.folded.slice(0, 24))
  const isFaults = OPENS_FAULTS.test(sentence.folded) || TAKES_UP.test(sentence.folded)
  const found: Shortcoming[] = []
  let previous: Shortcoming | null = null
  for (const [i, clause] of sentence.clauses.entries()) {
    const isCritical: boolean =
      (contrast >= 0 && i >= contrast) ||
      (admits && i > 0) ||
      isFaults ||
      sentence.section === 'problems' ||
      previous !== null
    const start = matterStart(reading, sentence, clause)
    const shortcoming: Shortcoming | null = isNotice(reading, sentence)
      ? (behind(reading, sentence, { i, start, previous }) ?? weak(reading, clause, start, true))
      : (behind(reading, sentence, { i, start, previous }) ?? weak(reading, clause, start, isCritical))
    if (shortcoming && shortcoming.items.length > 0) found.push(shortcoming)
    previous = shortcoming
  }
  return found
}

function isNotice(reading: Reading, sentence: ReadSentence): boolean {
  return reading.article.kind === 'inspection-notice' && sentence.section !== 'plan'
}

/** 县住建局承担的…工程 */
const CHARGED_WITH = /^(?:承担|负责|牵头|实施|承建|主管|包保)的/

function matterStart(reading: Reading, sentence: ReadSentence, clause: Range): number {
  const { folded } = reading.article.body
  let start = clause.start + (CONTRAST.exec(folded.slice(clause.start, clause.end))?.[0].length ?? 0)
  if (sentence.section === 'problems')
    start += NUMBERING.exec(folded.slice(start, clause.end))?.[0].length ?? 0
  start += OPENS_FAULTS.exec(folded.slice(start, clause.end))?.[0].length ?? 0
  start += OUR.exec(folded.slice(start, clause.end))?.[0].length ?? 0
  const { nameEnd } = reading.units.at(clause.start)
  if (nameEnd > start && nameEnd < clause.end) start = nameEnd
  start += CHARGED_WITH.exec(folded.slice(start, clause.end))?.[0].length ?? 0
  return folded[start] === '：' ? start + 1 : start
}

/** 低于全市平均水平, 被挂黄牌: the matter stands before, in its own clause or in the one before. */
function behind(
  reading: Reading,
  sentence: ReadSentence,
  at: { i: number; start: number; previous: Shortcoming | null },
): Shortcoming | null {
  const { folded } = reading.article.body
  const clause = sentence.clauses[at.i]!
  const text = folded.slice(at.start, clause.end)
  const match = BEHIND.exec(text)
  if (!match || LOW_IS_GOOD.test(sentence.folded) || /^(?:对|将|凡|由)/.test(text)) return null
  const matter = text
    .slice(0, match.index)
    .replace(/(?<!有|仍|还|尚|均|全部|都|，)(?:有|仍|还|尚|均|全部|均|都|仅为?.*|，)+$/, '')
  const quote = { start: clause.start, end: clause.end }
  if (matter.length >= 3)
    return {
      items: [{ start: at.start, end: at.start + matter.length }],
      quote,
      rule: 'shortfall.behind',
      confidence: 0.85,
    }
  if (at.previous) return { items: [], quote, rule: 'shortfall.behind', confidence: 0 }
  const before = sentence.clauses[at.i - 1]
  const thing = before
    ? findSubject(folded, sentence, {
        from: before.start,
        to: before.end,
        nameEnd: reading.units.at(before.start).nameEnd,
      })
    : null
  const item = thing ?? { start: at.start, end: clause.end }
  return {
    items: [item],
    quote: { start: Math.min(item.start, clause.start), end: clause.end },
    rule: 'shortfall.behind',
    confidence: 0.8,
  }
}

function weak(reading: Reading, clause: Range, start: number, isCritical: boolean): Shortcoming | null {
  const { folded } = reading.article.body
  const text = folded.slice(start, clause.end)
  if (isCritical && OMITS.test(text))
    return {
      items: [{ start, end: clause.end }],
      quote: { start: clause.start, end: clause.end },
      rule: 'shortfall.omission',
      confidence: 0.8,
    }
  const match = IS_SHORT.exec(text) ?? DEFICIENT.exec(text) ?? (isCritical ? FAILS.exec(text) : null)
  if (!match || NEGATED.test(match.groups!.matter!)) return null
  const how = match.groups!.how!
  if (/(?:突出|明显|大)$/.test(how) && GOOD.test(match.groups!.matter!)) return null
  if (!isCritical && (WEAK.test(how) || reading.units.at(clause.start).unit === null)) return null
  if (/^(?:还|仍|尚)有\d/.test(match.groups!.matter!)) return null
  const items = KEPT.test(how)
    ? [{ start, end: clause.end }]
    : DEFICIENT.test(text) && !IS_SHORT.test(text)
      ? splitWeakMatters(folded, { start, end: clause.end })
      : [
          {
            start,
            end: start + (match.groups!.matter!.length >= 4 ? match.groups!.matter!.length : text.length),
          },
        ]
  const confidence = isCritical ? 0.85 : 0.65
  return { items, quote: { start: clause.start, end: clause.end }, rule: 'shortfall.deficient', confidence }
}
