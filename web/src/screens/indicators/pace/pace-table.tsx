import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PaceBoard, PaceCell } from '../../../api/measured-units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { PaceLine } from '../parts/pace-line.tsx'
import { PaceMark } from '../parts/pace-mark.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { type PaceWords, usePaceWords } from '../parts/use-pace-words.ts'
import { type PaceRow, paceColumns, paceRows, toneOf, usualThrough } from './pace-columns.ts'

/** Units by targets: band, gap in percentage points, and how far it has come. */
export function PaceTable({ board, tone }: { board: PaceBoard; tone: string | undefined }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const paceWords = usePaceWords(board)
  const [sort, setSort] = useState('unit')
  const rows = paceRows(board, tone)
  const through = usualThrough(board)
  if (sort.endsWith('lagging')) {
    const sign = sort.startsWith('-') ? -1 : 1
    rows.sort((a, b) => sign * (a.lagging - b.lagging))
  }
  const nameOf = new Map(board.indicators.map((indicator) => [indicator.code, words.named(indicator)]))
  const columns: Column<PaceRow>[] = [
    {
      key: 'unit',
      title: t('indicator.unit'),
      isMain: true,
      sortKey: 'unit',
      width: '96px',
      cell: ({ unit }) => (
        <Link to="/indicators/units/$unitId" params={{ unitId: unit.unitId ?? unit.key }} search={{}}>
          {words.unit(unit)}
        </Link>
      ),
    },
    {
      key: 'lagging',
      title: t('pace-board.lagging'),
      sortKey: 'lagging',
      width: '80px',
      cell: ({ lagging, measured }) => (
        <span className="figure">
          {lagging > 0 ? <strong>{lagging}</strong> : lagging}
          <span className="soft"> / {measured}</span>
        </span>
      ),
    },
    ...paceColumns(board).map(({ key, indicator, kind, isOneOfMany }): Column<PaceRow> => {
      const name = nameOf.get(indicator) ?? indicator
      return {
        key,
        title: isOneOfMany ? t('pace-board.column', { name, kind: t(`pace-board.kind.${kind}`) }) : name,
        cell: ({ cells }) => {
          const cell = cells.get(key)
          const isOther = cell !== undefined && tone !== undefined && toneOf(cell) !== tone
          return <Cell cell={cell} words={paceWords} isFaint={isOther} through={through} />
        },
      }
    }),
  ]
  return (
    <>
      {rows.length === 0 ? (
        <StateNote title={t('indicator.none-found')}>{t('indicator.none-found-way')}</StateNote>
      ) : (
        <div className="pace-scroll">
          <DataTable
            caption={t('nav.pace')}
            columns={columns}
            rows={rows}
            rowKey={({ unit }) => unit.key}
            sort={sort}
            onSort={(next) => setSort(next === 'lagging' && sort === 'unit' ? '-lagging' : next)}
          />
        </div>
      )}
      <p className="indicator-note pace-foot">
        {through && `${t('pace-board.usual-through', { day: through })} `}
        {t('pace-board.foot')}
      </p>
    </>
  )
}

interface CellProps {
  cell: PaceCell | undefined
  words: PaceWords
  isFaint: boolean
  /** The last day with data that is not said again. */
  through: string | null
}

function Cell({ cell, words, isFaint, through }: CellProps) {
  const { t } = useWords()
  if (!cell) return <span className="soft">{t('unit-page.no-target')}</span>
  if (cell.state !== 'measured') {
    return <span className={`soft ${isFaint ? 'is-faint' : ''}`}>{words.state(cell)}</span>
  }
  return (
    <div className={`pace-cell ${isFaint ? 'is-faint' : ''}`}>
      <span className="pace-band">
        <PaceMark tone={cell.tone ?? ''} />
        {words.band(cell.band)} <strong className="figure">{words.gap(cell)}</strong>
      </span>
      <PaceLine cell={cell} />
      <span className="under">{words.reached(cell)}</span>
      {words.done(cell) && <span className="under">{words.done(cell)}</span>}
      {cell.through && cell.through !== through && (
        <span className="under">{t('pace-board.through', { day: cell.through })}</span>
      )}
    </div>
  )
}
