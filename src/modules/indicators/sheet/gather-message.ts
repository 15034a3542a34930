import { setImmediate } from 'node:timers/promises'
import type { Locale } from '../../../kernel/context.ts'
import { readMessage } from '../commands/sdmx/read-message.ts'
import { resolveObservations, valueKey } from '../commands/sdmx/resolve-observations.ts'
import type { SheetProblem } from '../rules/sheet/observation-sink.ts'
import { gatherRows, type Row } from '../rules/values/gather-rows.ts'
import { sentenceOf } from '../sentences.ts'
import type { GatheredBlock, SheetGatherer } from './gather-sheet.ts'
import type { SheetNames } from './sheet-names.ts'

/** What an import gives, by indicator and period, whatever it was read from. */
export type Gathered = Pick<
  SheetGatherer,
  'blocks' | 'asides' | 'marks' | 'problems' | 'problemCount' | 'values'
>

export interface GatheredMessage {
  readonly gathered: Gathered
  /** Observations of the message. */
  readonly rows: number
  /** The line or key of a value. */
  placeOf(block: GatheredBlock, at: number): string
}

interface Reading {
  readonly bytes: Uint8Array
  readonly names: Pick<SheetNames, 'definitions' | 'units'>
  readonly locale: Locale
  readonly onProgress: (rows: number) => void
  readonly signal: AbortSignal
}

const STEP = 20_000

/** Reads an SDMX message as a table is gathered; what is wrong with it stands among the problems. */
export async function gatherMessage({
  bytes,
  names,
  locale,
  onProgress,
  signal,
}: Reading): Promise<GatheredMessage> {
  const { format, outcome } = readMessage(bytes)
  const rows: Row[] = []
  const found = [...outcome.problems]
  const places = new Map<string, { at: string; value: string | null }>()
  for (let from = 0; from < outcome.observations.length; from += STEP) {
    const resolved = resolveObservations(outcome.observations.slice(from, from + STEP), names, places)
    for (const row of resolved.rows) rows.push(row)
    for (const problem of resolved.problems) found.push(problem)
    onProgress(Math.min(from + STEP, outcome.observations.length))
    await setImmediate()
    signal.throwIfAborted()
  }
  const place = (at: string) =>
    sentenceOf(locale, format === 'csv' ? 'indicators.sdmx-at-line' : 'indicators.sdmx-at-key', { at })
  const problems = found.map(({ code, at, details }): SheetProblem => {
    const first = details.first === undefined ? undefined : { first: place(String(details.first)) }
    const row = format === 'csv' && at !== '' ? Number(at) : 0
    return { row, column: null, value: '', code, details: { ...details, ...first, at: place(at) } }
  })
  const grouped = gatherRows(rows)
  const blocks = new Map<number, GatheredBlock>()
  const marks = new Map<string, string>()
  for (const { indicator, period, rows: together } of grouped.kind === 'gathered' ? grouped.groups : []) {
    blocks.set(indicator * 1_000_000_000 + period, {
      indicator,
      period,
      units: together.map(({ unit }) => unit),
      values: together.map(({ value }) => value),
      rows: [],
      columns: [],
    })
    for (const row of together) if (row.note) marks.set(valueKey(row), row.note)
  }
  return {
    gathered: { blocks, asides: [], marks, problems, problemCount: problems.length, values: rows.length },
    rows: outcome.observations.length,
    placeOf: ({ indicator, period, units }, at) =>
      places.get(valueKey({ indicator, period, unit: units[at]! }))?.at ?? '',
  }
}
