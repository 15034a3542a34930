import { Alert } from 'antd'
import { useState } from 'react'
import { type AlertRuleView, useAlertRules, useAlertSteps } from '../../../api/alerts.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { IndicatorName } from '../parts/indicator-name.tsx'
import { useOwnerWords } from './owner-select.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { bodyOf, draftOf, newDraft, type RuleDraft } from './rule-draft.ts'

/** When somebody is told, for which indicators, and who it is. */
export function RuleList() {
  const { t } = useWords()
  const refusal = useRefusalReason()('indicators.define')
  const { cohorts } = useUnitIndex()
  const { data, error, refetch } = useAlertRules()
  const ownerWords = useOwnerWords()
  const sentence = useProblemSentence()
  const { define } = useAlertSteps()
  const [open, setOpen] = useState<RuleDraft>()
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={5} />
  const watched = ({ watch }: AlertRuleView) =>
    [
      watch.indicators
        ? t('alert.these-indicators', { count: watch.indicators.length })
        : watch.tag
          ? t('alert.tagged', { tag: watch.tag })
          : t('alert.all-indicators'),
      cohorts.find(({ key }) => key === watch.cohort)?.name ?? watch.cohort,
    ].join(' · ')
  const columns: Column<AlertRuleView>[] = [
    { key: 'name', title: t('alert.rule'), isMain: true, cell: ({ name }) => name },
    {
      key: 'when',
      title: t('alert.when'),
      cell: ({ rule }) => t(`alert.kind.${rule.kind}`, numbersOf(rule)),
    },
    {
      key: 'watch',
      title: t('alert.watch'),
      cell: (view) => (
        <>
          {watched(view)}
          {view.watch.indicators?.map((code) => (
            <span key={code} className="under">
              <IndicatorName code={code} />
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'owner',
      title: t('alert.told'),
      width: '110px',
      cell: ({ owner }) => ownerWords(owner),
    },
    {
      key: 'on',
      title: t('alert.is-on'),
      width: '80px',
      cell: ({ isOn }) => (
        <span className={isOn ? 'rule-on' : 'soft'}>
          <span aria-hidden="true">{isOn ? '●' : '○'}</span> {t(isOn ? 'alert.on' : 'alert.off')}
        </span>
      ),
    },
    {
      key: 'change',
      title: t('alert.change'),
      width: '150px',
      cell: (view) => (
        <span className="rule-steps">
          <GatedButton size="small" reason={refusal} onClick={() => setOpen(draftOf(view))}>
            {t('alert.change')}
          </GatedButton>
          <GatedButton
            size="small"
            reason={refusal}
            loading={define.isPending && define.variables.key === view.key}
            onClick={() =>
              define.mutate({ key: view.key, body: bodyOf({ ...draftOf(view), isOn: !view.isOn }) })
            }
          >
            {t(view.isOn ? 'alert.turn-off' : 'alert.turn-on')}
          </GatedButton>
        </span>
      ),
    },
  ]
  return (
    <>
      <p className="rules-head no-print">
        <GatedButton type="primary" reason={refusal} onClick={() => setOpen(newDraft('declines'))}>
          {t('alert.new-rule')}
        </GatedButton>
      </p>
      {define.error && <Alert type="error" role="alert" showIcon title={sentence(define.error)} />}
      <DataTable caption={t('alert.rules')} columns={columns} rows={data.rules} rowKey={({ key }) => key} />
      {open && (
        <RuleDialog key={open.key} rule={open} isNew={open.key === ''} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function numbersOf(rule: AlertRuleView['rule']): Record<string, string | number> {
  const { kind: _, key: __, ...numbers } = rule
  return numbers
}
