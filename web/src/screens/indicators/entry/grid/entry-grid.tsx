import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useMeasuredUnits } from '../../../../api/indicator-choices.ts'
import type { ReadingGrid } from '../../../../api/readings.ts'
import { useUnitIndex } from '../../../../api/units.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { EntryCell } from './entry-cell.tsx'
import { pastedCells } from './pasted-cells.ts'
import { cellKey, type EntryDraft } from './use-entry-draft.ts'

interface EntryGridProps {
  grid: ReadingGrid
  draft: EntryDraft
}

interface Line {
  readonly key: string | number
  readonly name: string
  readonly note: string
}

/** Few units: indicators go down, with room for a note. Many: units go down and indicators across. */
export function EntryGrid({ grid, draft }: EntryGridProps) {
  const { t } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const nameOfUnit = useNameOfUnit()
  const indicators: Line[] = grid.indicators.map(({ code, name, measure }) => ({
    key: code,
    name,
    note: measure,
  }))
  const units: Line[] = grid.units.map((unit) => ({ key: unit.number, name: nameOfUnit(unit), note: '' }))
  const isForm = units.length <= 2
  const [rows, columns] = isForm ? [indicators, units] : [units, indicators]
  const keyAt = (row: number, column: number) => {
    const [down, across] = [rows[row], columns[column]]
    if (!down || !across) return undefined
    const [indicator, unit] = isForm ? [down.key, across.key] : [across.key, down.key]
    return cellKey(String(indicator), Number(unit))
  }
  const goTo = (row: number, column: number) => {
    const field = table.current?.querySelector<HTMLInputElement>(`[data-at="${row}:${column}"]`)
    if (!field) return false
    field.focus()
    field.select()
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { row, column } = placeOf(event.currentTarget)
    const step = stepOf(event)
    if (event.key === 'Escape') draft.revert(keyAt(row, column)!)
    else if (step && goTo(row + step[0], column + step[1])) event.preventDefault()
    else if (event.key === 'Enter') event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const { row, column } = placeOf(event.currentTarget)
    pastedCells(text).forEach((line, down) => {
      line.forEach((cell, across) => {
        const key = keyAt(row + down, column + across)
        if (key !== undefined) draft.type(key, cell.trim())
      })
    })
  }
  return (
    <div className="entry-scroll">
      <table className={`entry-grid ${isForm ? 'is-form' : ''}`} ref={table}>
        <caption className="visually-hidden">{t('entry.grid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(isForm ? 'entry.indicator' : 'entry.unit')}</th>
            {columns.map(({ key, name, note }) => (
              <th scope="col" key={key}>
                {name}
                {note && <span className="soft"> {note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, note }, row) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {note && <span className="soft"> {note}</span>}
              </th>
              {columns.map((across, column) => {
                const cell = draft.cells.get(keyAt(row, column)!)!
                return (
                  <td key={across.key}>
                    <EntryCell
                      cell={cell}
                      draft={draft}
                      hasNote={isForm}
                      field={{
                        'data-at': `${row}:${column}`,
                        'aria-label': t(
                          'entry.cell',
                          isForm
                            ? { indicator: name, unit: across.name }
                            : { indicator: across.name, unit: name },
                        ),
                        onKeyDown,
                        onPaste,
                      }}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function placeOf({ dataset }: HTMLElement): { row: number; column: number } {
  const [row = 0, column = 0] = (dataset.at ?? '').split(':').map(Number)
  return { row, column }
}

/** Up and down always; left and right only from the end of what is typed, so that a figure can be mended. */
function stepOf({
  key,
  shiftKey,
  currentTarget: field,
}: KeyboardEvent<HTMLInputElement>): [number, number] | undefined {
  const { selectionStart, selectionEnd, value } = field
  const isAll = selectionStart === 0 && selectionEnd === value.length
  if (key === 'Enter') return [shiftKey ? -1 : 1, 0]
  if (key === 'ArrowDown') return [1, 0]
  if (key === 'ArrowUp') return [-1, 0]
  if (key === 'ArrowLeft' && (isAll || selectionEnd === 0)) return [0, -1]
  if (key === 'ArrowRight' && (isAll || selectionStart === value.length)) return [0, 1]
  return undefined
}

/** A unit of the register by its name in the language on screen. */
function useNameOfUnit(): (unit: { number: number; name: string }) => string {
  const { data } = useMeasuredUnits()
  const { nameOf } = useUnitIndex()
  const ids = new Map(data?.units.map(({ number, unitId }) => [number, unitId]))
  return ({ number, name }) => nameOf(ids.get(number) ?? null) ?? name
}
