import { Button, Input } from 'antd'
import { useState } from 'react'
import type { TableFinding, TableImport, TableSteps } from '../../../../api/indicator-sheets.ts'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { IndicatorName } from '../../parts/indicator-name.tsx'
import { periodWords } from '../../parts/periods.ts'
import { SeverityWord } from '../../parts/severity-word.tsx'

interface FindingsListProps {
  table: TableImport
  /** Left out when nothing can be decided any more. */
  steps: TableSteps | undefined
}

/** Data that looks wrong: how grave, where, the numbers that decide, and who has confirmed it for what reason. */
export function FindingsList({ table, steps }: FindingsListProps) {
  const { t } = useWords()
  const { findings, counts } = table
  return (
    <>
      <p className="soft findings-way">
        {counts && counts.findings > findings.length
          ? t('table-import.findings-shown', { shown: findings.length, total: counts.findings })
          : t('table-import.findings-way')}
      </p>
      <ol className="findings" aria-label={t('table-import.tab.findings')}>
        {findings.map((finding) => (
          <li key={finding.id} className={`finding is-${finding.severity}`}>
            <FindingLine finding={finding} />
            {finding.decision ? (
              <p className="finding-decision">
                <span aria-hidden="true">✓</span>{' '}
                {t('table-import.confirmed-by', {
                  by: finding.decision.by,
                  at: formatInstant(finding.decision.at),
                  reason: finding.decision.reason || '—',
                })}
              </p>
            ) : (
              steps && finding.severity === 'warning' && <ConfirmFinding finding={finding} steps={steps} />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function FindingLine({ finding }: { finding: TableFinding }) {
  const { t, locale } = useWords()
  const { severity, indicator, period, sentence, cells, cellCount } = finding
  const more = cellCount - cells.length
  return (
    <div>
      <p className="finding-head">
        <SeverityWord severity={severity} />
        <strong>
          <IndicatorName code={indicator} />
        </strong>
        {period && <span>{periodWords(locale, period)}</span>}
      </p>
      <p>{sentence}</p>
      {cells.length > 0 && (
        <p className="finding-cells figure">
          {t('table-import.finding-cells', { cells: cells.join(' ') })}
          {more > 0 && ` ${t('table-import.more-cells', { count: more })}`}
        </p>
      )}
    </div>
  )
}

function ConfirmFinding({ finding, steps }: { finding: TableFinding; steps: TableSteps }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const confirm = () =>
    steps.decide.mutate({
      decisions: [{ finding: finding.id, decision: 'confirmed', reason: reason.trim() }],
    })
  return (
    <form
      className="finding-confirm no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) confirm()
      }}
    >
      <Input
        aria-label={t('table-import.reason-of', { indicator: finding.indicator })}
        placeholder={t('table-import.reason-example')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button htmlType="submit" disabled={reason.trim() === ''} loading={steps.decide.isPending}>
        {t('table-import.confirm')}
      </Button>
    </form>
  )
}
