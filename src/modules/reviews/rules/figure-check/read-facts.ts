import type { ReadReport } from '../../../reports/index.ts'
import type { Figure } from './figure.ts'
import { readSentences, type Sentence } from './sentence.ts'
import { readTerms, type Term } from './terms.ts'

/** A level that a text prints for one year, with the growth printed beside it. */
export interface YearFact {
  readonly subject: string
  readonly year: number
  readonly figure: Figure
  /** Growth on the year before, and which way. */
  readonly growth: { readonly figure: Figure; readonly isDown: boolean } | null
  readonly sentence: Sentence
}

const YEARS_ONLY = 3
const SUBJECT = /[^\d\uE000-\uE003，。；：、（）()“”]{4,24}$/
const FILLER =
  /^(?:完成|实现|年末|年(?=[一-龥])|全市|全年|本市|本年|今年|去年|上年|其中|同时|目前|年末|年底|\d{4}年末?|的|共|市(?=[一-龥]{4}))+|(?:预计|完成|实现|达到?|分别|为|约|累计)+$/g
const OTHER_WORDS = /目标|力争|确保|计划|每|平均|人均增加|新增|其余|上述|以来|五年|期间|累计/
const PAST = /去年|上年/

/**
 * Levels of a year in a text: with the year in the sentence, or in a report of January to March that compares with the
 * year before. Targets, sums over several years and vague numbers are left out; so is what stands under a unit's name,
 * because which unit a paragraph speaks of is not read here.
 */
export function readFacts(report: ReadReport): YearFact[] {
  const reportYear = yearlyReport(report.reportDate.value)
  return report.articles.flatMap((article) =>
    readSentences(article).flatMap((sentence) => factsOf(sentence, reportYear)),
  )
}

/** The year that an annual report looks back on, plus one; null for any other text. */
function yearlyReport(date: string | null): number | null {
  if (!date) return null
  const month = date.length > 4 ? Number(date.slice(5, 7)) : 1
  return month <= YEARS_ONLY ? Number(date.slice(0, 4)) : null
}

function factsOf(sentence: Sentence, reportYear: number | null): YearFact[] {
  const terms = readTerms(sentence)
  let named = ''
  return terms.flatMap((term, i) => {
    const { figure, role } = term
    if (figure.kind === 'points' || figure.kind === 'times' || role === 'change' || role === 'each') return []
    const own = subjectOf(term)
    // 从2007年的A提高到2012年的B: the second has the subject of the first.
    const isSecond = /^[^，。；]{0,6}(?:到|至|为)(?:\d{4}年)?的?$/.test(term.lead) && named !== ''
    const subject = isSecond ? named : own
    named = subject ?? ''
    if (!subject || figure.isVague || OTHER_WORDS.test(term.near)) return []
    const growth = growthOf(terms[i + 1], term)
    const year = yearOf(sentence, term, { reportYear, isCompared: growth !== null })
    return year === null ? [] : [{ subject, year, figure, growth, sentence }]
  })
}

function subjectOf({ near }: Term): string | null {
  const before = near
    .replace(/(?:从|由)?(?:\d{4}年|去年|上年)末?(?:的)?$/, '')
    .replace(
      /(?<!预计|完成|实现|达到?|分别|为|约|提高到|增加到|上升到|下降到)(?:预计|完成|实现|达到?|分别|为|约|提高到|增加到|上升到|下降到)+$/,
      '',
    )
    .replace(/(?:\d{4}年)(?:末)?$/, '')
  const subject = SUBJECT.exec(before)?.[0]
    ?.replace(FILLER, '')
    .replace(/^\d{4}年/, '')
  return subject && subject.length >= 4 ? subject : null
}

function growthOf(next: Term | undefined, { tail }: Term): YearFact['growth'] {
  if (next?.role !== 'change' || next.figure.kind !== 'percent' || next.figure.isVague) return null
  if (next.against !== 'year' || !/^[，（(]/.test(tail)) return null
  return { figure: next.figure, isDown: next.isDown }
}

interface Asked {
  readonly reportYear: number | null
  readonly isCompared: boolean
}

function yearOf(sentence: Sentence, { lead, near }: Term, { reportYear, isCompared }: Asked): number | null {
  const own = /(?<year>(?:19|20)\d{2})年(?![^，。；]{0,4}月)/.exec(near)?.groups?.year
  if (own) return Number(own)
  if (/\d{4}年|季度|月|上半年|下半年/.test(sentence.folded)) return null
  if (reportYear === null) return null
  return isCompared || PAST.test(lead) ? reportYear - 1 : null
}
