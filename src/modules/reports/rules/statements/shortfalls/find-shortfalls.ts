import type { FoundStatement, Range } from '../../model.ts'
import { periodBefore, printed, type Reading, type ReadSentence, unitAt } from '../reading.ts'
import { deficient } from './deficient.ts'
import { listedFaults } from './listed-faults.ts'
import { namedProblems } from './named-problems.ts'
import { needsMore } from './needs-more.ts'
import { shortIn } from './short-in.ts'
import type { Shortcoming } from './shortcoming.ts'

const RULES = [listedFaults, shortIn, namedProblems, needsMore, deficient]
const MAY_HOLD =
  /屡|反复|照抄|推诿|反弹|慢|不如|停产|回落|[一二三四五六七八九]是|仅|后[三四五十\d]|末|倒数|避重|敷衍|推诿|应付|久拖|量大|[缺差压难风负矛]|存在|面临|突出|欠账|较[多大差]|偏[高多大重紧]|矛盾|紧张|堵点|痛点|不足|差距|短板|弱项|问题|薄弱|欠缺|缺口|漏洞|困难|瓶颈|隐患|待|需|须|滞后|缓慢|不够|不到位|不|停|迟|漏报|瞒报|虚报|挂零|仅|没|失分|丢分|扣分|难|乏力|偏[低慢弱小少软]|落后|未|低于|慢|弱|靠后|黄牌|红牌|通报|空间|迟缓|短缺/

/** Finds what is said to be short, one entry for each matter (GUIDELINES §7). */
export function findShortfalls(reading: Reading): FoundStatement[] {
  return reading.sentences.flatMap((sentence) => {
    if (!MAY_HOLD.test(sentence.folded)) return []
    const found: Shortcoming[] = []
    for (const rule of RULES)
      for (const shortcoming of rule(reading, sentence))
        if (
          isAllowed(reading, sentence, shortcoming) &&
          !found.some((each) => overlaps(each.quote, shortcoming.quote))
        )
          found.push(shortcoming)
    return found.flatMap((shortcoming) => toStatements(reading, sentence, shortcoming))
  })
}

/** 离市委要求还有差距, 不少问题: nothing that could be worked on is named. */
const NO_MATTER =
  /^(?:这|上述|以上)[一二两三四五几些]?[个项]?(?:[一-龥]{0,4}(?:问题|短板|现象))|^(?:离|距|与|同|和|较|比).{2,24}(?:要求|目标|期待|期盼|先进|标杆|地区|水平|相比)$|^(?:我们|大家|发展$)|(?:认识到|看到)$|^(?:一些|不少|许多|很多|部分|各种|突出|工作中?|我们|发展中|前进道路上)?(?:问题|困难|矛盾|不足|差距)?$/

/** Those who tell others what to do speak of problems without saying that somebody has them. */
function isAllowed(reading: Reading, sentence: ReadSentence, shortcoming: Shortcoming): boolean {
  if (sentence.voice.mode === 'account') return true
  if (isPointedOut(reading, sentence, shortcoming)) return true
  if (sentence.voice.mode === 'remark') return false
  if (sentence.section === 'plan') return false
  const said = reading.article.body.folded
    .slice(sentence.voice.contentStart, shortcoming.quote.end)
    .replace(/(?:也)?要(?:清醒|深刻|充分|客观|理性)?地?(?:看到|认识到|正视|认识)/, '')
  return (
    shortcoming.confidence >= 0.8 && shortcoming.rule !== 'shortfall.deficient' && !/要|必须|希望/.test(said)
  )
}

/** 高新区在…方面还有不小差距, 书记同时点出，…: a speech that says whose fault it is. */
function isPointedOut(reading: Reading, sentence: ReadSentence, shortcoming: Shortcoming): boolean {
  if (/要|必须|希望|如果|只要|防止/.test(sentence.folded)) return false
  const named = reading.units.at(shortcoming.items[0]?.start ?? shortcoming.quote.start)
  if (named.unit === null) return false
  if (
    /(?:点出|点到|直言|坦言|坦承|承认|剖析|反思|不绕弯子|批评)[^。，：]{0,6}[，：]/.test(
      sentence.folded.slice(0, 30),
    )
  )
    return true
  return named.nameEnd > shortcoming.quote.start && shortcoming.confidence >= 0.85
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

function toStatements(reading: Reading, sentence: ReadSentence, shortcoming: Shortcoming): FoundStatement[] {
  return shortcoming.items.flatMap((item) => {
    const turn = unitAt(reading, item.start)
    const units = shortcoming.units ?? turn.units
    if (units[0] === null && reading.article.kind === 'inspection-notice') return []
    const subject = printed(reading.article, item)
    if (subject.length < 2 || NO_MATTER.test(subject)) return []
    return units.map((unit) => ({
      kind: 'shortfall' as const,
      articleIndex: reading.article.index,
      unit,
      subject,
      period: periodBefore(sentence, item.start),
      ranges: [{ start: shortcoming.quote.start, end: shortcoming.quote.end }],
      confidence: Math.round(shortcoming.confidence * turn.certainty * 100) / 100,
      rule: units.length > 1 ? 'shortfall.named-units' : shortcoming.rule,
    }))
  })
}
