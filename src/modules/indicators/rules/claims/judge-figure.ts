import { decimalOf, type Fraction, fractionOf, over, times, whole } from '../exact/fraction.ts'
import type { ClaimMeasure, FigureClaim } from './claim.ts'
import { type Agreement, figureAgrees, qualifierKind } from './figure-agrees.ts'
import type { FigureNumbers } from './figure-numbers.ts'
import { type Precision, printedPrecisions } from './printed-precision.ts'
import { measureFactor, measureKind, readChange } from './same-measure.ts'
import { type Finding, finding, type VerdictNumbers } from './verdict.ts'

type Figure = Pick<FigureClaim, 'value' | 'unitOfMeasure' | 'qualifier' | 'change' | 'isTarget' | 'quote'>

/**
 * A printed figure, and the growth printed beside it, against what is known. Both have to hold: one that differs
 * contradicts the claim, and one that is not known leaves it unknown.
 */
export function judgeFigure(claim: Figure, measure: ClaimMeasure, numbers: FigureNumbers): Finding {
  // "增长50%" is printed as the figure and as its growth: one thing, judged once.
  const isSaidTwice =
    claim.change !== null &&
    measureKind(claim.unitOfMeasure) !== 'other' &&
    readChange(claim.change)?.value.replace('-', '') === claim.value?.replace('-', '')
  const isGrowthOnly = claim.change !== null && (claim.value === null || isSaidTwice)
  // With another figure beside it the qualifier is the figure's: "超450亿元，增长7.38%".
  const growth =
    claim.change === null
      ? undefined
      : judgeChange(claim.change, { ...claim, qualifier: isGrowthOnly ? claim.qualifier : null }, numbers)
  const value = isGrowthOnly ? undefined : judgeValue(claim, measure, numbers)
  const both = [value, growth].filter((each) => each !== undefined)
  for (const verdict of ['contradicted', 'unknown', 'confirmed'] as const) {
    const deciding = both.filter((each) => each.verdict === verdict)
    if (deciding.length > 0)
      return finding(
        verdict,
        deciding.flatMap(({ reasons }) => reasons),
        ...both.flatMap((each) => each.numbers),
      )
  }
  return finding('unknown', 'figure-not-a-number')
}

function judgeChange(
  change: string,
  { qualifier, isTarget }: Pick<Figure, 'qualifier' | 'isTarget'>,
  numbers: FigureNumbers,
): Finding {
  const printed = readChange(change)
  if (!printed) return finding('unknown', 'measure-unreadable', { printed: change })
  const actual = printed.kind === 'points' ? numbers.pointsChange : numbers.growth
  const aim = printed.kind === 'points' ? null : numbers.targetGrowth
  const known = isTarget ? aim : actual
  const row: VerdictNumbers = {
    period: numbers.period,
    printed: change,
    actual: known,
    of: isTarget ? 'target-growth' : 'growth',
  }
  if (known === null) return finding('unknown', isTarget ? 'target-missing' : 'growth-missing', row)
  const kind = qualifierKind(qualifier)
  if (!kind) return finding('unknown', 'qualifier-unknown', row)
  const agreement = figureAgrees(fractionOf(known), printed.decimal, { precision: printed.precision, kind })
  return agreement
    ? finding('confirmed', [isTarget ? 'target-holds' : 'growth-holds', agreement], row)
    : finding('contradicted', isTarget ? 'target-differs' : 'growth-differs', row)
}

function judgeValue(claim: Figure, measure: ClaimMeasure, numbers: FigureNumbers): Finding {
  // A person may have entered anything as a value.
  if (claim.value === null || !/^-?\d+(\.\d+)?$/.test(claim.value))
    return finding('unknown', 'figure-not-a-number', {
      printed: claim.value,
      printedMeasure: claim.unitOfMeasure,
    })
  const known = claim.isTarget ? targetOf(numbers, claim) : actualOf(measure, claim, numbers)
  const row: VerdictNumbers = {
    period: numbers.period,
    printed: claim.value,
    printedMeasure: claim.unitOfMeasure,
    qualifier: claim.qualifier,
    measure: numbers.measure,
    ...('value' in known ? { actual: decimalOf(known.value), ...known.numbers } : {}),
    of: claim.isTarget ? 'target' : measure,
  }
  if ('reason' in known) return finding('unknown', known.reason, row)
  // A fraction in words, "四分之一", has no last place: it is read as about.
  const isFractionInWords =
    measure === 'share' && claim.unitOfMeasure === null && claim.value.startsWith('0.')
  const kind = isFractionInWords && claim.qualifier === null ? 'about' : qualifierKind(claim.qualifier)
  if (!kind) return finding('unknown', 'qualifier-unknown', { ...row, qualifier: claim.qualifier })
  const printed = fractionOf(claim.value)
  const agreements = printedPrecisions(claim.value, claim.quote).map((precision: Precision) =>
    figureAgrees(known.value, printed, { precision, kind }),
  )
  const [fine, coarse = fine] = agreements
  if (!fine && coarse) return finding('unknown', 'precision-unclear', row)
  if (!fine) return finding('contradicted', claim.isTarget ? 'target-differs' : 'figure-differs', row)
  return finding('confirmed', reasonsOf(fine, claim.isTarget), row)
}

function reasonsOf(agreement: Agreement, isTarget: boolean) {
  return isTarget ? (['target-holds', agreement] as const) : ([agreement] as const)
}

type Known =
  | { readonly value: Fraction; readonly numbers: VerdictNumbers }
  | { readonly reason: 'figure-missing' | 'measure-differs' | 'growth-missing' | 'target-missing' }

function targetOf({ target, measure }: FigureNumbers, { unitOfMeasure }: Figure): Known {
  return target === null ? { reason: 'target-missing' } : inMeasure(target, measure, unitOfMeasure)
}

/** What the printed value has to be compared with, in the printed unit of measure. */
function actualOf(measure: ClaimMeasure, { unitOfMeasure }: Figure, numbers: FigureNumbers): Known {
  const printedKind = measureKind(unitOfMeasure)
  const isInPercent = measureKind(numbers.measure) === 'percent'
  if (printedKind === 'points') {
    const { pointsChange } = numbers
    return pointsChange === null
      ? { reason: 'growth-missing' }
      : { value: fractionOf(pointsChange), numbers: {} }
  }
  if (measure === 'share' || measure === 'done') {
    const quotient = measure === 'share' ? shareOf(numbers) : doneOf(numbers)
    if (!quotient) return { reason: 'figure-missing' }
    const { numerator, denominator } = quotient
    const share = over(fractionOf(numerator), fractionOf(denominator))
    return { value: printedKind === 'percent' ? times(share, whole(100)) : share, numbers: quotient }
  }
  // Per cent of something that is not in per cent can only be its growth.
  if (measure === 'growth' || (printedKind === 'percent' && !isInPercent)) {
    const { growth } = numbers
    if (printedKind !== 'percent') return { reason: 'measure-differs' }
    return growth === null ? { reason: 'growth-missing' } : { value: fractionOf(growth), numbers: {} }
  }
  return numbers.level === null
    ? { reason: 'figure-missing' }
    : inMeasure(numbers.level, numbers.measure, unitOfMeasure)
}

function shareOf({ share }: FigureNumbers) {
  return share && isAboveZero(share.whole) ? { numerator: share.part, denominator: share.whole } : undefined
}

function doneOf({ done }: FigureNumbers) {
  return done && isAboveZero(done.target) ? { numerator: done.actual, denominator: done.target } : undefined
}

function isAboveZero(decimal: string): boolean {
  return fractionOf(decimal).n > 0n
}

function inMeasure(value: string, measure: string, printed: string | null): Known {
  const factor = measureFactor(measure, printed ?? '')
  return factor ? { value: times(fractionOf(value), factor), numbers: {} } : { reason: 'measure-differs' }
}
