import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ComparedUnit, SaidLine, SaidPrinted } from '../../../api/review-after.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { OutcomeWord } from '../../review/parts/outcome-word.tsx'
import type { CompareRow } from './compare-rows.ts'
import { PrintedWords } from './printed-words.tsx'
import type { CompareWork } from './use-compare-work.ts'

interface RowOfCompareProps {
  row: CompareRow
  unit: ComparedUnit
  work: CompareWork
}

/** A line of the book beside the sentence that was printed of it, their figures, and what a person says of the pair. */
export function RowOfCompare({ row, unit, work }: RowOfCompareProps) {
  const { t } = useWords()
  const isActive = work.activeId === row.id
  return (
    <tr
      data-compare={row.id}
      aria-current={isActive ? 'true' : undefined}
      // Clicking anywhere makes a row the active one; by keyboard the same is done with j and k.
      onPointerUp={() => isActive || work.choose(row.id)}
    >
      <td data-label={t('after.column.book')}>
        {row.group === 'pairs' && <Said line={row.pair.line} />}
        {row.group === 'said' && <Said line={row.line} />}
      </td>
      <td data-label={t('after.column.print')}>
        {row.group === 'pairs' && <PrintedWords statement={row.pair.statement} />}
        {row.group === 'printed' && <PrintedWords statement={row.statement} />}
        {row.group === 'said' && isActive && !work.reason && unit.onlyPrinted.length > 0 && (
          <PairPick line={row.line} unit={unit} work={work} />
        )}
      </td>
      <td className="compare-figures figure" data-label={t('after.column.figures')}>
        {row.group === 'pairs' && <Figures pair={row.pair} />}
      </td>
      <td className="compare-verdict" data-label={t('after.column.verdict')}>
        {row.group === 'pairs' && <Verdict pair={row.pair} isActive={isActive} work={work} />}
      </td>
    </tr>
  )
}

function Said({ line }: { line: SaidLine }) {
  const { t } = useWords()
  return (
    <>
      <span className={`compare-side is-${line.side}`}>{t(`cycle.side.${line.side}`)}</span>{' '}
      <Link to={line.href} className="compare-words">
        {line.text}
      </Link>{' '}
      {line.outcome && <OutcomeWord outcome={line.outcome} />}
    </>
  )
}

/** Both values of each figure: the book's first, then the report's. */
function Figures({ pair }: { pair: SaidPrinted }) {
  const { t } = useWords()
  if (pair.figures.length === 0) return null
  return (
    <ul>
      {pair.figures.map(({ book, print, agrees }) => (
        <li key={`${book}.${print}`} className={agrees ? 'soft' : 'is-differing'}>
          {book} <span aria-hidden="true">{agrees ? '=' : '≠'}</span>
          <span className="visually-hidden">{t(agrees ? 'after.agrees' : 'after.differs')}</span> {print}
        </li>
      ))}
    </ul>
  )
}

function Verdict({ pair, isActive, work }: { pair: SaidPrinted; isActive: boolean; work: CompareWork }) {
  const { t } = useWords()
  const ids = { lineId: pair.line.lineId, statementId: pair.statement.statementId }
  const isConfirmed = pair.verdict === 'confirmed'
  const button = (verdict: 'confirmed' | 'rejected') => (
    <GatedButton
      size="small"
      reason={work.reason}
      disabled={work.isSending}
      onClick={() => work.say({ ...ids, verdict })}
    >
      {t(`after.say.${verdict}`)}
    </GatedButton>
  )
  return (
    <>
      {isConfirmed ? (
        <span className="compare-confirmed" title={pair.decidedBy ?? undefined}>
          ✓ {t('after.confirmed')}
          <span className="visually-hidden"> {pair.decidedBy}</span>
        </span>
      ) : (
        <span className="compare-open">? {t('after.suggested')}</span>
      )}
      {(isActive || !isConfirmed) && !work.reason && (
        <span className="compare-buttons no-print">
          {!isConfirmed && button('confirmed')}
          {button('rejected')}
        </span>
      )}
    </>
  )
}

/** Joins a line to a sentence where the rule found no likeness. */
function PairPick({ line, unit, work }: { line: SaidLine; unit: ComparedUnit; work: CompareWork }) {
  const { t } = useWords()
  return (
    <Select
      className="no-print compare-pick"
      size="small"
      value={null}
      placeholder={t('after.pair-with')}
      aria-label={t('after.pair-with')}
      options={unit.onlyPrinted.map(({ statementId, subject, quote }) => ({
        value: statementId,
        label: quote.includes(subject) ? quote : `${subject} ${quote}`,
      }))}
      onChange={(statementId: string) => work.say({ lineId: line.lineId, statementId, verdict: 'confirmed' })}
    />
  )
}
