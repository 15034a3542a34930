import { parse } from 'csv-parse/sync'
import { unguardFormula } from '../../../../platform/sheets/index.ts'
import {
  type Cells,
  isProblem,
  observationOf,
  type ReadOutcome,
  type ReceivedObservation,
  type SdmxProblem,
} from './read-outcome.ts'

const KNOWN = ['INDICATOR', 'REF_AREA', 'TIME_PERIOD', 'OBS_VALUE'] as const
const ABOUT_THE_MESSAGE = ['STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'SERIES_KEY', 'OBS_KEY']
/** Components that do not tell two observations of a series apart. */
const ATTRIBUTES = [
  'FREQ',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'OBS_STATUS',
  'CONF_STATUS',
  'COMMENT_OBS',
  'DECIMALS',
  'VINTAGE',
]

/** What people write freely; a guard before what a program would take for a formula is no part of it. */
const WRITTEN = ['UNIT_MEASURE', 'COMMENT_OBS'] as const

interface Line {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/**
 * An SDMX-CSV 2.0 message whose structure has `INDICATOR`, `REF_AREA` and `TIME_PERIOD`. Columns stand in any order;
 * with `labels=both` the codes are taken. A dimension that we do not keep must have one value throughout.
 */
export function readSdmxCsv(text: string): ReadOutcome {
  let rows: readonly Line[]
  try {
    // The types of csv-parse know no `info`.
    rows = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly Line[]
  } catch (error) {
    const { lines = 1, code = '' } = error as { lines?: number; code?: string }
    return refused({
      code: 'indicators.sdmx-no-csv',
      at: String(lines),
      details: { line: lines, reason: code },
    })
  }
  const heading = (rows[0]?.record ?? []).map(idOf)
  const lacking = KNOWN.filter((id) => !heading.includes(id))
  if (lacking.length > 0 || !/^STRUCTURE(\[.\])?$/.test(heading[0] ?? '')) {
    const columns = (heading[0]?.startsWith('STRUCTURE') ? lacking : ['STRUCTURE', ...lacking]).join(', ')
    return refused({ code: 'indicators.sdmx-lacks-columns', at: '1', details: { columns } })
  }
  const observations: ReceivedObservation[] = []
  const problems: SdmxProblem[] = []
  const constants = new Map<string, string>()
  for (const { record, info } of rows.slice(1)) {
    const at = String(info.lines)
    const cells = cellsOf(heading, record)
    const varying = findVarying(cells, constants)
    if (varying) {
      problems.push({ code: 'indicators.sdmx-dimension-varies', at, details: varying })
      continue
    }
    const written = WRITTEN.map((id) => [id, unguardFormula(cells[id] ?? '')])
    const plain = { ...cells, ...Object.fromEntries(written) }
    const found = observationOf(plain, at, { isDelete: cells.ACTION === 'D' })
    if (isProblem(found)) problems.push(found)
    else observations.push(found)
  }
  return { observations, problems }
}

const refused = (problem: SdmxProblem): ReadOutcome => ({ observations: [], problems: [problem] })

/** `INDICATOR: 指标` names the component INDICATOR. */
const idOf = (field: string) => field.split(':')[0]!.trim()

function cellsOf(heading: readonly string[], row: readonly string[]): Cells {
  const cells: Record<string, string> = {}
  for (const [column, id] of heading.entries()) {
    const value = row[column] ?? ''
    cells[id] = KNOWN_CODES.has(id) ? idOf(value) : value
  }
  return cells
}

const KNOWN_CODES = new Set([
  'FREQ',
  'REF_AREA',
  'INDICATOR',
  'ACTION',
  'UNIT_MEASURE',
  'OBS_STATUS',
  'UNIT_MULT',
])

function findVarying(
  cells: Cells,
  constants: Map<string, string>,
): { dimension: string; one: string; other: string } | undefined {
  for (const [id, value] of Object.entries(cells)) {
    if (
      (KNOWN as readonly string[]).includes(id) ||
      ABOUT_THE_MESSAGE.includes(id) ||
      ATTRIBUTES.includes(id)
    )
      continue
    const one = constants.get(id)
    if (one === undefined) constants.set(id, value)
    else if (one !== value) return { dimension: id, one, other: value }
  }
  return undefined
}
