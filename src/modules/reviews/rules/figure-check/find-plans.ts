import { percent, plain } from './find-growth.ts'
import { quotient } from './interval.ts'
import type { Relation } from './relation.ts'
import type { Sentence } from './sentence.ts'
import { isLike, readTerms, type Term } from './terms.ts'

/** 完成年度目标的86%. */
const OF_PLAN =
  /(?:完成|占|达到?|实现)(?:了|到)?(?<which>[^，。；\d]{0,6})(?:计划|目标|任务|预算)(?:数|任务|目标)?的?$/
const PLANNED = /计划|目标|任务|预算/
const OF_YEAR = /年|季|月/
const OF_MORE_YEARS = /总|累计|以来|规划|期|\d{4}年.*\d{4}年/

/** What was done against the one plan that the clause prints, where the share names no other plan. */
export function findPlans(sentence: Sentence): Relation[] {
  const terms = readTerms(sentence)
  return terms.flatMap((share, i) => {
    const which = OF_PLAN.exec(share.near)?.groups?.which
    if (which === undefined || share.figure.kind !== 'percent') return []
    const clause = terms.slice(clauseStart(terms, i), i).filter(isAmount)
    const plans = clause.filter(isPlan)
    const done = clause.filter((term) => !isPlan(term))
    const [plan] = plans
    const [part] = done
    if (!plan || !part || plans.length > 1 || done.length > 1) return []
    if (!isLike(plan.figure, part.figure) || plan.figure.measure === '') return []
    if (OF_YEAR.test(which) && [plan, part].some(({ near }) => OF_MORE_YEARS.test(near))) return []
    return [
      {
        kind: 'share' as const,
        sentence,
        terms: [part.figure, plan.figure],
        printed: share.figure,
        reckon: ([p, all]) => percent(quotient(p!, all!)),
        formula: `${plain(part.figure)} ÷ ${plain(plan.figure)}`,
      } satisfies Relation,
    ]
  })
}

function clauseStart(terms: readonly Term[], i: number): number {
  for (let k = i; k > 0; k--) if (/[；。]/.test(terms[k]!.lead)) return k
  return 0
}

function isAmount({ figure, role }: Term): boolean {
  return figure.kind === 'count' && (role === 'level' || role === 'base')
}

function isPlan({ near }: Term): boolean {
  return PLANNED.test(near) && !/完成|实现/.test(near)
}
