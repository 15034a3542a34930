import { useState } from 'react'
import type { Reading, ReadingEntry, ReadingGrid, ReportOutcome } from '../../../../api/readings.ts'
import { type CleanEntry, cleanEntry } from './clean-entry.ts'

/** What somebody typed and has not reported yet. */
interface Typed {
  readonly text: string
  readonly note: string
  /** The version that was on screen when the typing began; 0 where there was none. */
  readonly version: number
  readonly isConfirmed: boolean
}

export interface EntryCellState {
  readonly key: string
  readonly indicator: string
  readonly unit: number
  readonly text: string
  readonly note: string
  readonly reading: Reading | undefined
  readonly yearBefore: string | null
  readonly published: string | null
  /** Cannot be typed in: another's unit, or verified. */
  readonly isLocked: boolean
  readonly isUnsaved: boolean
  readonly isConfirmed: boolean
  readonly clean: CleanEntry
  /** Somebody else wrote meanwhile. */
  readonly isConflict: boolean
  readonly doubts: readonly string[]
}

export interface EntryDraft {
  readonly cells: ReadonlyMap<string, EntryCellState>
  readonly unsaved: readonly EntryCellState[]
  type(key: string, text: string): void
  note(key: string, text: string): void
  confirm(key: string, isConfirmed: boolean): void
  revert(key: string): void
  /** Mine shall hold over what somebody else wrote. */
  insist(key: string): void
  clear(): void
  entries(): ReadingEntry[]
}

export const cellKey = (indicator: string, unit: number) => `${indicator} ${unit}`

/** A reading as it is typed. */
export function textOf(reading: Pick<Reading, 'value'> | undefined): string {
  return reading ? (reading.value ?? '—') : ''
}

/** What is typed over what is reported, cell by cell. */
export function useEntryDraft(grid: ReadingGrid, outcome: ReportOutcome | undefined): EntryDraft {
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map())
  const cells = cellsOf(grid, typed, outcome?.isSaved === false ? outcome.doubts : [])
  const change = (key: string, next: Partial<Typed>) =>
    setTyped((now) => {
      const cell = cells.get(key)
      if (!cell || cell.isLocked) return now
      const { text, note, reading } = cell
      const former = now.get(key) ?? { text, note, version: reading?.version ?? 0, isConfirmed: false }
      const changed = { ...former, ...next }
      const isSame =
        changed.text.trim() === textOf(reading) &&
        changed.note === (reading?.note ?? '') &&
        changed.version === (reading?.version ?? 0)
      const rest = new Map(now)
      if (isSame) rest.delete(key)
      else rest.set(key, changed)
      return rest
    })
  const unsaved = [...cells.values()].filter(({ isUnsaved }) => isUnsaved)
  return {
    cells,
    unsaved,
    type: (key, text) => change(key, { text, isConfirmed: false }),
    note: (key, note) => change(key, { note }),
    confirm: (key, isConfirmed) => change(key, { isConfirmed }),
    revert: (key) =>
      setTyped((now) => {
        const rest = new Map(now)
        rest.delete(key)
        return rest
      }),
    insist: (key) => change(key, { version: cells.get(key)?.reading?.version ?? 0 }),
    clear: () => setTyped(new Map()),
    entries: () =>
      unsaved.map(({ key, indicator, unit, note, isConfirmed, clean }) => ({
        indicator,
        unit,
        value: clean.kind === 'value' ? clean.value : '',
        note: note.trim(),
        version: typed.get(key)!.version,
        isConfirmed,
      })),
  }
}

function cellsOf(
  grid: ReadingGrid,
  typed: ReadonlyMap<string, Typed>,
  doubts: ReportOutcome['doubts'],
): Map<string, EntryCellState> {
  const readings = new Map(grid.readings.map((each) => [cellKey(each.indicator, each.unit), each]))
  const published = new Map(grid.published.map((each) => [cellKey(each.indicator, each.unit), each]))
  const cells = new Map<string, EntryCellState>()
  for (const { code } of grid.indicators)
    for (const { number, canReport } of grid.units) {
      const key = cellKey(code, number)
      const [reading, mine] = [readings.get(key), typed.get(key)]
      const text = mine?.text ?? textOf(reading)
      cells.set(key, {
        key,
        indicator: code,
        unit: number,
        text,
        note: mine?.note ?? reading?.note ?? '',
        reading,
        yearBefore: published.get(key)?.yearBefore ?? null,
        published: published.get(key)?.value ?? null,
        isLocked: !canReport || reading?.state === 'verified',
        isUnsaved: mine !== undefined,
        isConfirmed: mine?.isConfirmed ?? false,
        clean: cleanEntry(text),
        isConflict: mine !== undefined && mine.version !== (reading?.version ?? 0),
        doubts: doubts
          .filter(({ indicator, units }) => indicator === code && units.includes(number))
          .map(({ sentence }) => sentence),
      })
    }
  return cells
}
