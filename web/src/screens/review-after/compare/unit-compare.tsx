import type { ComparedUnit } from '../../../api/review-after.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { type CompareRow, GROUPS } from './compare-rows.ts'
import { RowOfCompare } from './row-of-compare.tsx'
import type { CompareWork } from './use-compare-work.ts'

interface UnitCompareProps {
  unit: ComparedUnit
  rows: readonly CompareRow[]
  work: CompareWork
}

/** One unit: said and printed, only printed, only said; and the pairs that somebody rejected. */
export function UnitCompare({ unit, rows, work }: UnitCompareProps) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const name = nameOf(unit.unitId) ?? t('unit.unknown')
  return (
    <section className="compare-unit" aria-label={name}>
      <table className="compare">
        <caption>
          {name}
          <span className="soft figure">
            {t('after.unit-counts', {
              pairs: unit.pairs.length,
              printed: unit.onlyPrinted.length,
              said: unit.onlySaid.length,
            })}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('after.column.book')}</th>
            <th scope="col">{t('after.column.print')}</th>
            <th scope="col" className="compare-figures">
              {t('after.column.figures')}
            </th>
            <th scope="col" className="compare-verdict">
              {t('after.column.verdict')}
            </th>
          </tr>
        </thead>
        {GROUPS.map((group) => {
          const own = rows.filter((row) => row.group === group)
          if (own.length === 0) return null
          return (
            <tbody key={group}>
              <tr className={`compare-group is-${group}`}>
                <th colSpan={4} scope="rowgroup">
                  {t(`after.group.${group}`)} <span className="figure">{own.length}</span>
                </th>
              </tr>
              {own.map((row) => (
                <RowOfCompare key={row.id} row={row} unit={unit} work={work} />
              ))}
            </tbody>
          )
        })}
      </table>
      <Rejected unit={unit} work={work} />
    </section>
  )
}

/** Pairs that a person rejected, so that the decision can be taken back. */
function Rejected({ unit, work }: { unit: ComparedUnit; work: CompareWork }) {
  const { t } = useWords()
  if (unit.rejected.length === 0) return null
  const lines = new Map(
    [...unit.onlySaid, ...unit.pairs.map(({ line }) => line)].map((one) => [one.lineId, one]),
  )
  const printed = new Map(
    [...unit.onlyPrinted, ...unit.pairs.map(({ statement }) => statement)].map((one) => [
      one.statementId,
      one,
    ]),
  )
  return (
    <details className="compare-rejected no-print">
      <summary>{t('after.rejected', { count: unit.rejected.length })}</summary>
      <ul>
        {unit.rejected.map(({ lineId, statementId, decidedBy }) => (
          <li key={lineId + statementId}>
            <span>{lines.get(lineId)?.text}</span>
            <span className="soft">✕</span>
            <span>{printed.get(statementId)?.quote}</span>
            <span className="soft">{decidedBy}</span>
            <GatedButton
              size="small"
              reason={work.reason}
              disabled={work.isSending}
              onClick={() => work.say({ lineId, statementId, verdict: 'confirmed' })}
            >
              {t('after.take-back')}
            </GatedButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
