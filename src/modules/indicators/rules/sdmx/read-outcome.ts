import { isDecimal } from './decimal-numeral.ts'
import { codeOfId } from './sdmx-id.ts'
import { periodOfSdmx } from './sdmx-period.ts'

/** One observation of a message that came from elsewhere: codes are still theirs. */
export interface ReceivedObservation {
  readonly indicator: string
  readonly unit: string
  readonly period: string
  readonly value: string | null
  readonly unitOfMeasure: string | null
  readonly comment: string | null
  /** Where it stands: the line of a csv, or the key in a json message. */
  readonly at: string
}

/** What is wrong with a message or with one of its observations; the catalogue has the sentence for the code. */
export interface SdmxProblem {
  readonly code: string
  readonly at: string
  readonly details: Readonly<Record<string, string | number>>
}

export interface ReadOutcome {
  readonly observations: readonly ReceivedObservation[]
  readonly problems: readonly SdmxProblem[]
}

export type Cells = Readonly<Record<string, string>>

/**
 * An observation from the ids and values of its components. `OBS_STATUS` M, L, O (missing) and an empty value say that
 * there is none; a delete action withdraws.
 */
export function observationOf(
  cells: Cells,
  at: string,
  { isDelete }: { isDelete: boolean },
): ReceivedObservation | SdmxProblem {
  const problem = (code: string, details: SdmxProblem['details'] = {}): SdmxProblem => ({ code, at, details })
  const indicator = codeOfId(cells.INDICATOR ?? '')
  const unit = codeOfId(cells.REF_AREA ?? '')
  const time = cells.TIME_PERIOD ?? ''
  if (!indicator) return problem('indicators.sdmx-no-indicator')
  if (!unit) return problem('indicators.sdmx-no-area')
  const period = periodOfSdmx(time)
  if (!period) return problem('indicators.sdmx-no-period', { value: time })
  const printed = isDelete ? '' : (cells.OBS_VALUE ?? '')
  const value = printed === '' || printed === 'NaN' || isMissing(cells.OBS_STATUS) ? null : printed
  if (value !== null && !isDecimal(value)) return problem('indicators.sdmx-no-number', { value })
  const multiplier = cells.UNIT_MULT || '0'
  if (!/^-?\d{1,2}$/.test(multiplier))
    return problem('indicators.sdmx-unit-multiplier', { value: multiplier })
  return {
    indicator,
    unit,
    period,
    value: value === null ? null : plain(value, Number(multiplier)),
    unitOfMeasure: cells.UNIT_MEASURE || null,
    comment: cells.COMMENT_OBS || null,
    at,
  }
}

export const isProblem = (found: ReceivedObservation | SdmxProblem): found is SdmxProblem => 'code' in found

const isMissing = (status: string | undefined) => status === 'M' || status === 'L' || status === 'O'

/** A numeral with its exponent and the multiplier, a power of ten, written out: `1.2E3` as `1200`. */
function plain(numeral: string, multiplier: number): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(numeral) ?? []
  const shift = Number(exponent) + multiplier
  const digits = whole + part
  const point = whole.length + shift
  const padded =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`
  const trimmed = padded.replace(/^0+(?=\d)/, '').replace(/\.$/, '')
  return (sign === '-' ? '-' : '') + trimmed
}
