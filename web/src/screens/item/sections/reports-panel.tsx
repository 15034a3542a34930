import type { ItemDetail, ItemReport } from '../../../api/item-model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EvidenceName } from '../evidence/evidence-name.tsx'
import { Panel } from './panel.tsx'

const PARTS = ['next', 'problems', 'support'] as const

/** What units reported, the latest first, each with the evidence that came with it. */
export function ReportsPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const reports = item.reports.toSorted((one, other) => other.reportedAt.localeCompare(one.reportedAt))
  return (
    <Panel title={t('item.reports')} note={t('item.reports-count', { count: reports.length })}>
      {reports.length === 0 ? (
        <p className="soft">{t('item.reports-none')}</p>
      ) : (
        <ol className="reports">
          {reports.map((report) => (
            <OneReport key={report.id} item={item} report={report} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function OneReport({ item, report }: { item: ItemDetail; report: ItemReport }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const files = item.evidence.filter(({ reportId }) => reportId === report.id)
  return (
    <li>
      <p className="report-head">
        <strong>{t(`report-kind.${report.kind}`)}</strong>
        {report.progress !== null && <span className="figure">{report.progress}%</span>}
        {report.value !== null && (
          <span className="figure">
            {t('item.criterion.value', { value: report.value, unit: item.criterion?.unitOfMeasure ?? '' })}
          </span>
        )}
        <span className="soft">
          {nameOf(report.unitId) ?? t('unit.unknown')} · {report.reporter} ·{' '}
          {formatInstant(report.reportedAt)}
          {item.round > 1 && (
            <>
              {' · '}
              <span className="figure">{t('item.round', { round: report.round })}</span>
            </>
          )}
        </span>
      </p>
      <p className="item-words">{report.done}</p>
      {PARTS.filter((part) => report[part] !== '').map((part) => (
        <p key={part} className="item-words">
          <span className="soft">{t(`item.field.${part}`)} </span>
          {report[part]}
        </p>
      ))}
      {files.length > 0 && (
        <ul className="report-files">
          {files.map((evidence) => (
            <li key={evidence.id}>
              <EvidenceName itemId={item.id} evidence={evidence} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
