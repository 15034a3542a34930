import { Link } from '@tanstack/react-router'
import type { CheckFinding, FigureCheck } from '../../api/figure-check.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { quoteOf } from './mark-segments.ts'
import { SeverityTag } from './severity-tag.tsx'

interface FindingsTableProps {
  check: FigureCheck
  active: number | null
  onChoose: (index: number) => void
}

interface Line {
  readonly index: number
  readonly finding: CheckFinding
}

/** What was found, in the order of the text: how grave, what does not agree, why probably, and the sentence. */
export function FindingsTable({ check, active, onChoose }: FindingsTableProps) {
  const { t } = useWords()
  const columns: Column<Line>[] = [
    {
      key: 'number',
      title: t('check.number'),
      align: 'right',
      width: '40px',
      cell: ({ index }) => index + 1,
    },
    {
      key: 'severity',
      title: t('check.severity'),
      width: '84px',
      cell: ({ finding }) => <SeverityTag severity={finding.severity} />,
    },
    {
      key: 'finding',
      title: t('check.finding'),
      isMain: true,
      cell: ({ index, finding }) => (
        <div className="check-finding">
          <button type="button" className="check-says" onClick={() => onChoose(index)}>
            {finding.says}
          </button>
          <p className="check-because">{finding.because}</p>
          <p className="check-quote soft">{quoteOf(check.text, finding.spans)}</p>
          {finding.source && (
            <Link to={finding.source.href as '/'} className="check-source">
              {t('check.open-source', { kind: t(`check.source.${finding.source.kind}`) })}
            </Link>
          )}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('check.findings')}
      columns={columns}
      rows={check.findings.map((finding, index) => ({ index, finding }))}
      rowKey={({ index }) => String(index)}
      selectedKey={active === null ? undefined : String(active)}
    />
  )
}
