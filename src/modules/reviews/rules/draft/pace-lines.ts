import { compareFractions, decimalOf, fractionOf } from '../../../indicators/index.ts'
import type { Message } from '../../schema.ts'
import { type DraftLine, plainLine } from './draft-line.ts'
import thresholds from './draft-thresholds.json' with { type: 'json' }
import type { Facts, PaceFact } from './facts.ts'
import { paceSource } from './sources-of.ts'

/** Targets that are clearly ahead of what was expected by the day, and those that are behind. */
export function paceLines(facts: Facts): DraftLine[] {
  return facts.pace.flatMap((pace) => {
    const isAhead = compareFractions(fractionOf(pace.gapPoints), fractionOf(thresholds.ahead.points)) >= 0
    if (!isAhead && !isBehind(pace)) return []
    const kind = isAhead ? 'ahead-of-pace' : 'behind-pace'
    const { code, kind: of, horizon, period, actual, target, gapPoints } = pace
    return [
      plainLine({
        key: `${kind}:${code}:${of}:${horizon}:${period}`,
        side: isAhead ? 'strength' : 'shortfall',
        kind,
        draft: [messageOf(pace, isAhead)],
        sources: [paceSource(pace)],
        basis: { code, of, period, actual, target, gapPoints },
      }),
    ]
  })
}

/** Further behind than a slight lag. */
export function isBehind({ gapPoints }: Pick<PaceFact, 'gapPoints'>): boolean {
  return compareFractions(fractionOf(gapPoints), fractionOf(`-${thresholds.behind.points}`)) < 0
}

function messageOf(pace: PaceFact, isAhead: boolean): Message {
  const { name, period, through, actual, target, unit, donePercent, expectedPercent, gapPoints } = pace
  const measure = pace.kind === 'growth' || pace.kind === 'share-done' ? '%' : unit
  const params = {
    indicator: { ...name },
    period: { period },
    through: { day: through },
    actual: { value: measure === '%' ? decimalOf(fractionOf(actual), 2) : actual, unit: measure },
    target: { value: target, unit: measure },
    gap: { rate: gapPoints },
  }
  if (donePercent === null || expectedPercent === null)
    return { code: isAhead ? 'target-better' : 'target-worse', params }
  const shares = { done: { rate: donePercent }, expected: { rate: expectedPercent } }
  return { code: isAhead ? 'pace-ahead' : 'pace-behind', params: { ...params, ...shares } }
}
