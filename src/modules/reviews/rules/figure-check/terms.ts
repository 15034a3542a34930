import { DOWN, UP } from './change-words.ts'
import type { Figure } from './figure.ts'
import { ANY_FIGURE, type Sentence } from './sentence.ts'

/**
 * How a figure stands in its sentence: an amount that is (`level`), that was (`base`), by which something changed
 * (`change`), a part of a whole in per cent (`share`), or per head (`each`).
 */
export type Role = 'level' | 'base' | 'change' | 'share' | 'each' | 'times'

/** A figure with the words that lead to it and those that follow it, up to the figures beside it. */
export interface Term {
  readonly figure: Figure
  /** Index of its mark in the masked sentence. */
  readonly at: number
  readonly lead: string
  /** The part of `lead` after the last comma, semicolon or colon. */
  readonly near: string
  readonly tail: string
  readonly role: Role
  /** What it is compared with, where the words say so. */
  readonly against: Against | null
  readonly isDown: boolean
  /** 净增, 新增: the amount stands for itself, the rate beside it may be the amount's own growth. */
  readonly verb: string
}

export type Against = 'year' | 'month' | 'year-start' | 'other'

const GAINED = '(?:了|近|约|达到?|为|将近|幅度(?:为|达)?|比例(?:为|达)?|率(?:为|达)?|速度(?:为|达)?)?'
const CHANGE = new RegExp(`(?<verb>${UP}|增速|增幅|降幅|${DOWN}|增|升|减少率|增长率|下降率)${GAINED}$`)
/** 比去年同期多26亿元. */
const MORE = /(?:比|较)[^，。；：]{2,12}(?<way>多|少|高|低|快|慢)(?:出|了)?$/
const REACHED = /(?:到|至|为|达|达到)[^，。；]{0,8}$/
const PAST =
  /(?:上年|去年|上月|上季度|上一季度|上半年|前年|前一年|上一年|上期|同期|年初|年末|年底|月末|原来|原先|原有|原|之前|\d{4}年(?:同期|末|底)?|五年前|十年前|上周|\d{1,2}月份?|[一二三四]季度)(?:同期|同月|同季|末|底)?(?:的|为|是|仅为|仅有|只有|有|仅)?[^，。；\d]{0,6}$/
const FROM = /(?:从|由)[^，。；：]{0,18}$/
const COMPARED = /(?:比|较|与|于)[^，。；：]{0,14}$/
const DOWN_VERB = new RegExp(`^(?:${DOWN}|减)`)
const SHARE =
  /(?:占[^，。；]{0,18}|率|比重|占比|比例|份额)(?:的|的比重|的比例)?(?:为|达|达到|是|约|约为|分别为|仅为)?$/
const EACH = /(?:人均|户均|家均|件均|场均|亩均|平均每[一-龥]{1,2}|每[人户家件场次个名]平均)[^，。；]{0,8}$/

/** The figures of a sentence, each with its role. */
export function readTerms(sentence: Sentence): Term[] {
  const { masked } = sentence
  const marks = [...masked.matchAll(ANY_FIGURE)].map(({ index }) => index)
  return marks.map((at, i) => {
    const figure = sentence.figureAt(at)
    const lead = masked.slice((marks[i - 1] ?? -1) + 1, at)
    const near = lead.slice(lead.search(/[^，；：（(]*$/))
    const tail = masked.slice(at + 1, marks[i + 1] ?? masked.length)
    const change = CHANGE.exec(near)
    const more = MORE.exec(near)
    const role = roleOf(figure, near, { change: change !== null || more !== null })
    return {
      figure,
      at,
      lead,
      near,
      tail,
      role,
      against: againstOf(near),
      isDown: change ? DOWN_VERB.test(change.groups!.verb!) : /少|低|慢/.test(more?.groups?.way ?? ''),
      verb: change?.groups?.verb ?? '',
    }
  })
}

function roleOf({ kind }: Figure, near: string, { change }: { change: boolean }): Role {
  if (kind === 'times' && !change) return 'times'
  if (EACH.test(near)) return 'each'
  if (kind === 'points') return 'change'
  if (FROM.test(near) && !REACHED.test(near)) return 'base'
  if (change) return 'change'
  if (kind === 'percent' && SHARE.test(near) && !PAST.test(near)) return 'share'
  if (COMPARED.test(near) || (PAST.test(near) && !REACHED.test(near.replace(/(?:为|达到?)$/, ''))))
    return 'base'
  return 'level'
}

/** What a change is measured against, or of when a base is. */
export function againstOf(words: string): Against | null {
  if (/环比|上个?月|上一?季度|上周|前一?月|上期|上旬/.test(words)) return 'month'
  if (/年初|(?:上年|去年)(?:年)?[末底]/.test(words)) return 'year-start'
  if (/年前|\d{4}年|五年|十年|[“"]?十[一二三四]五|期初|以来|\d{1,2}月|[一二三四]季度/.test(words))
    return 'other'
  if (/同比|上年|去年|同期|前一年|上一年/.test(words)) return 'year'
  return null
}

/** 5月份, 一季度: named without a year and not as one of last year. */
export function isMonthOfThisYear(words: string): boolean {
  return /\d{1,2}月|[一二三四]季度/.test(words) && !/年|同期/.test(words)
}

/** The same thing can be counted by both. */
export function isLike(one: Figure, other: Figure): boolean {
  return one.kind === other.kind && one.measure === other.measure
}
