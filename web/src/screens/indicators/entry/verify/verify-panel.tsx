import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { type Reading, type ReadingGrid, useReadingSteps } from '../../../../api/readings.ts'
import { useRefusalReason } from '../../../../app/permitted-screen.tsx'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import { StateNote } from '../../../../ui/state-note.tsx'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { cellKey, textOf } from '../grid/use-entry-draft.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

const keyOf = ({ indicator, unit }: Reading) => cellKey(indicator, unit)

/** What units reported: verified by somebody else, sent back with a reason, or published once verified. */
export function VerifyPanel({ grid }: { grid: ReadingGrid }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const steps = useReadingSteps()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'return' | 'publish'>()
  const { readings, period } = grid
  if (readings.length === 0)
    return <StateNote title={t('entry.no-readings')}>{t('entry.no-readings-way')}</StateNote>
  const chosen = readings.filter((reading) => picked.has(keyOf(reading)))
  const verified = readings.filter(({ state }) => state === 'verified').length
  const list = chosen.map(({ indicator, unit, version }) => ({ indicator, unit, version }))
  const nothingChosen = chosen.length === 0 ? t('entry.choose-first') : undefined
  const whyNotVerify =
    nothingChosen ??
    (chosen.some(({ state }) => state === 'verified')
      ? t('entry.already-verified')
      : chosen.some(({ canVerify }) => !canVerify)
        ? t('entry.own')
        : undefined)
  const whyNotPublish =
    refusal('indicators.publish') ?? (verified === 0 ? t('entry.none-verified') : undefined)
  const verify = () =>
    steps.verify.mutate(
      { period, readings: list },
      {
        onSuccess: () => {
          setPicked(new Set())
          message.success(t('entry.verified', { count: list.length }))
        },
      },
    )
  return (
    <>
      <div className="verify-bar no-print">
        <span className="soft" role="status">
          {t('entry.chosen', { count: chosen.length, of: readings.length })}
        </span>
        {whyNotVerify ? (
          <GatedButton reason={whyNotVerify}>{t('entry.verify')}</GatedButton>
        ) : (
          <Button type="primary" loading={steps.verify.isPending} onClick={verify}>
            {t('entry.verify')}
          </Button>
        )}
        {nothingChosen ? (
          <GatedButton reason={nothingChosen}>{t('entry.send-back')}</GatedButton>
        ) : (
          <Button onClick={() => setDialog('return')}>{t('entry.send-back')}</Button>
        )}
        {whyNotPublish ? (
          <GatedButton reason={whyNotPublish}>{t('entry.publish', { count: verified })}</GatedButton>
        ) : (
          <Button onClick={() => setDialog('publish')}>{t('entry.publish', { count: verified })}</Button>
        )}
      </div>
      {steps.verify.error && (
        <Alert
          className="entry-alert"
          type="error"
          role="alert"
          showIcon
          title={sentence(steps.verify.error)}
        />
      )}
      <ReadingsTable grid={grid} picked={picked} onPick={setPicked} />
      {dialog === 'return' && (
        <ReturnDialog
          readings={list}
          period={period}
          onClose={() => setDialog(undefined)}
          onDone={() => setPicked(new Set())}
        />
      )}
      {dialog === 'publish' && (
        <PublishDialog period={period} count={verified} onClose={() => setDialog(undefined)} />
      )}
    </>
  )
}

interface ReadingsTableProps {
  grid: ReadingGrid
  picked: ReadonlySet<string>
  onPick: (picked: ReadonlySet<string>) => void
}

function ReadingsTable({ grid, picked, onPick }: ReadingsTableProps) {
  const { t } = useWords()
  const indicators = new Map(grid.indicators.map((each) => [each.code, each]))
  const units = new Map(grid.units.map(({ number, name }) => [number, name]))
  const published = new Map(grid.published.map((each) => [cellKey(each.indicator, each.unit), each]))
  const nameOf = ({ indicator, unit }: Reading) =>
    t('entry.cell', {
      indicator: indicators.get(indicator)?.name ?? indicator,
      unit: units.get(unit) ?? unit,
    })
  const columns: Column<Reading>[] = [
    { key: 'unit', title: t('entry.unit'), isMain: true, cell: ({ unit }) => units.get(unit) ?? unit },
    {
      key: 'indicator',
      title: t('entry.indicator'),
      cell: ({ indicator }) => {
        const { name = indicator, measure = '' } = indicators.get(indicator) ?? {}
        return (
          <>
            {name} <span className="soft">{measure}</span>
          </>
        )
      },
    },
    { key: 'value', title: t('entry.value'), align: 'right', cell: textOf },
    {
      key: 'before',
      title: t('entry.year-before-head'),
      align: 'right',
      cell: (reading) => published.get(keyOf(reading))?.yearBefore ?? '—',
    },
    {
      key: 'published',
      title: t('table-import.published-value'),
      align: 'right',
      cell: (reading) => published.get(keyOf(reading))?.value ?? '—',
    },
    { key: 'note', title: t('entry.note'), cell: ({ note }) => note || '—' },
    {
      key: 'by',
      title: t('entry.reported-by'),
      cell: ({ reportedBy, reportedAt }) => (
        <>
          {reportedBy} <span className="soft figure">{formatInstant(reportedAt)}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('import.column.state'),
      cell: ({ state, returnedFor, verifiedBy }) => {
        const stand = returnedFor ? 'returned' : state
        const mark = { returned: '↩', reported: '○', verified: '✓' }[stand]
        return (
          <span className={`entry-mark is-${stand}`}>
            <span aria-hidden="true">{mark}</span> {t(`entry.state.${stand}`)}
            {stand === 'verified' && verifiedBy ? ` ${verifiedBy}` : returnedFor && ` ${returnedFor}`}
          </span>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={t('entry.tab.verify')}
      columns={columns}
      rows={grid.readings}
      rowKey={keyOf}
      selection={{
        isSelected: (reading) => picked.has(keyOf(reading)),
        onToggle: (rows, isSelected) => {
          const next = new Set(picked)
          for (const row of rows)
            if (isSelected) next.add(keyOf(row))
            else next.delete(keyOf(row))
          onPick(next)
        },
        nameOf,
        nameOfAll: t('entry.choose-all'),
      }}
    />
  )
}
