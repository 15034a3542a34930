import { guardFormula } from '../../../../platform/sheets/index.ts'
import { DATAFLOW, DIMENSIONS, MEASURE, type SdmxNames, type SdmxObservation, TIME } from './sdmx-data.ts'
import { idOfCode } from './sdmx-id.ts'
import { sdmxPeriod } from './sdmx-period.ts'

const COLUMNS = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  ...DIMENSIONS,
  TIME,
  MEASURE,
  'UNIT_MEASURE',
  'OBS_STATUS',
  'COMMENT_OBS',
  'VINTAGE',
]

/**
 * SDMX-CSV 2.0, one line for each observation, codes only (`labels=id`). Lazy: a line is made when it is asked for.
 * Without heading it goes on with a message that was begun. What people wrote is guarded, and read back without the guard.
 */
export function* writeSdmxCsv(
  observations: Iterable<SdmxObservation>,
  names: Pick<SdmxNames, 'indicators'>,
  { hasHeading }: { hasHeading: boolean } = { hasHeading: true },
): Generator<string> {
  if (hasHeading) yield lineOf(COLUMNS)
  for (const { indicator, unit, period, value, vintage, comment } of observations) {
    const time = sdmxPeriod(period)
    if (!time) throw new RangeError(`no period: ${period}`)
    yield lineOf([
      'dataflow',
      DATAFLOW,
      'I',
      time.frequency,
      idOfCode(unit),
      idOfCode(indicator),
      time.text,
      value ?? '',
      guardFormula(names.indicators.get(indicator)?.unitOfMeasure ?? ''),
      value === null ? 'M' : 'A',
      guardFormula(comment ?? ''),
      vintage === null ? '' : String(vintage),
    ])
  }
}

const lineOf = (values: readonly string[]) => `${values.map(fieldOf).join(',')}\r\n`

const fieldOf = (value: string) =>
  /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
