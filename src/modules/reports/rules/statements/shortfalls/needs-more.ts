import type { Range } from '../../model.ts'
import type { Reading, ReadSentence } from '../reading.ts'
import type { Shortcoming } from './shortcoming.ts'
import { splitMatters } from './split-matters.ts'

const MORE =
  '(?:加强|提升|提高|完善|改进|改善|优化|深化|强化|加大|加快|加力|突破|推进|落实|夯实|健全|解决|破解|拓展|增强|规范|补齐|缓解|化解|提速|攻坚|发力|努力|跟进|整改|细化|压实|用力|发力|加力|下功夫|下力气|加把劲|久久为功)'
const FURTHER = '(?:进一步|继续|持续|不断|更加|着力|加以|予以|尽快|大力)*'
/** X 有待加强: the matter stands before. */
const WAITS = new RegExp(
  `(?:仍|还|尚|依然|均|都|也|亦)*(?:有待|亟待|亟需|亟须|急需|尚待|尚需|仍需|还需|仍须|还须|需要?)(?:于)?${FURTHER}${MORE}(?:力度)?$`,
)
/** 还需在 X 上下功夫: the matter stands inside. */
const WORK_ON =
  /(?:还|仍|尚|亦)(?:需要?|须|应|要)(?:进一步|继续|持续)?在(?<list>.{2,60}?)(?:等?(?:方面|领域|环节))?(?:上|中|方面|里)(?:进一步|继续|持续|再)*(?:下功夫|用力|发力|加力|加强|努力|提升|突破|下更大功夫|加把劲|聚力|着力)/
/** 还需进一步加强 X: the matter stands after, with its verb. */
const DO_MORE = new RegExp(
  `^(?:但是?|不过|然而|同时)?，?(?:也|仍|还|尚)(?:需要?|须)(?:进一步|继续|持续|不断|着力|切实|大力)*(?<list>${MORE}.{2,})$`,
)
const CONTRAST = /^(?:但是?|不过|然而|同时|此外|与此同时)，?/
const PREPOSITION = /^(?:在|对于|就)/

/** What is said to want more: X 有待加强, 还需在 X 上下功夫, 还需进一步提升 X. */
export function needsMore(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  if (!/待|需|须/.test(sentence.folded)) return []
  const { folded } = reading.article.body
  return sentence.clauses.flatMap((clause) => {
    const text = folded.slice(clause.start, clause.end)
    const work = WORK_ON.exec(text)
    if (work) {
      const start = clause.start + text.indexOf(work.groups!.list!, work.index)
      return found(
        folded,
        { start, end: start + work.groups!.list!.length },
        clause,
        'shortfall.work-on',
        0.85,
      )
    }
    const more = DO_MORE.exec(text)
    if (more) {
      const start = clause.end - more.groups!.list!.length
      return found(folded, { start, end: clause.end }, clause, 'shortfall.do-more', 0.75)
    }
    const waits = WAITS.exec(text)
    if (!waits) return []
    let start = clause.start + (CONTRAST.exec(text)?.[0].length ?? 0)
    const { nameEnd } = reading.units.at(clause.start)
    if (nameEnd > start && nameEnd < clause.end) start = nameEnd
    start += PREPOSITION.exec(folded.slice(start, clause.end))?.[0].length ?? 0
    let end = clause.start + waits.index
    end -=
      /(?:等)?(?:方面|领域|环节)?(?:的?工作)?(?:上|中|方面)?$/.exec(folded.slice(start, end))?.[0].length ?? 0
    return found(
      folded,
      { start, end },
      clause,
      'shortfall.waits-for',
      /有待|亟待|尚/.test(waits[0]) ? 0.85 : 0.7,
    )
  })
}

function found(folded: string, list: Range, quote: Range, rule: string, confidence: number): Shortcoming[] {
  if (list.end - list.start < 2) return []
  const items = splitMatters(folded, list)
  return items.length ? [{ items, quote: { start: quote.start, end: quote.end }, rule, confidence }] : []
}
