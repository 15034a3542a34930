import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import {
  type LocalDay,
  useSaveCalendar,
  useWorkingYear,
  type WorkingYear,
} from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { EffectDialog } from '../effect-dialog.tsx'
import './calendar.css'
import { LocalDayForm } from './local-day-form.tsx'
import { LocalDayList } from './local-day-list.tsx'
import { YearGrid } from './year-grid.tsx'

/** The days that are worked: a year at a time, with the local days above the country's. */
export function CalendarPanel({ isReadOnly }: { isReadOnly: boolean }) {
  const { year } = useSearch({ from: '/house/ledger/settings' })
  const { data, error, refetch } = useWorkingYear(year)
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={12} />
  return (
    <WorkingDays
      key={`${data.year} ${data.version}`}
      kept={data}
      isReadOnly={isReadOnly}
      onReload={refetch}
    />
  )
}

interface WorkingDaysProps {
  kept: WorkingYear
  isReadOnly: boolean
  onReload: () => void
}

function WorkingDays({ kept, isReadOnly, onReload }: WorkingDaysProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const save = useSaveCalendar()
  const [days, setDays] = useState<readonly LocalDay[]>(kept.localDays)
  const [isComplete, setComplete] = useState(kept.knowledge === 'completed')
  const [isAsking, setAsking] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const { year, version, knowledge } = kept
  const isChanged =
    JSON.stringify(days) !== JSON.stringify(kept.localDays) || isComplete !== (knowledge === 'completed')
  const change = { year, days: [...days], isComplete }
  const put = (day: LocalDay) =>
    setDays([...days.filter((each) => each.day !== day.day), day].sort((a, b) => (a.day < b.day ? -1 : 1)))
  const confirm = () =>
    save.mutate(
      { version, ...change },
      {
        onSuccess: ({ recounted }) => {
          message.success(t('ledger-settings.calendar-saved', { recounted }))
          setAsking(false)
        },
      },
    )
  return (
    <div className="settings-calendar">
      <YearHead kept={kept} />
      {knowledge === 'missing' && (
        <Alert
          className="settings-alert"
          type="warning"
          title={t('ledger-settings.year-missing', { year })}
          description={t('ledger-settings.year-missing-way', { year })}
        />
      )}
      <div className="settings-calendar-columns">
        <YearGrid year={kept} localDays={days} {...(isReadOnly ? {} : { onPick: setPicked })} />
        <div className="settings-box">
          <h2>{t('ledger-settings.local-days', { year })}</h2>
          <LocalDayList
            days={days}
            isWholeYear={knowledge !== 'national'}
            {...(isReadOnly ? {} : { onRemove: (day) => setDays(days.filter((each) => each.day !== day)) })}
          />
          {!isReadOnly && <LocalDayForm key={picked ?? ''} year={year} picked={picked} onPut={put} />}
          {!isReadOnly && knowledge !== 'national' && (
            <Checkbox
              className="settings-complete"
              checked={isComplete}
              onChange={({ target }) => setComplete(target.checked)}
            >
              {t('ledger-settings.is-complete', { year })}
            </Checkbox>
          )}
          {isChanged && (
            <div className="settings-foot">
              <span className="settings-last settings-unsaved">{t('ledger-settings.unsaved')}</span>
              <Button
                onClick={() => {
                  setDays(kept.localDays)
                  setComplete(knowledge === 'completed')
                }}
              >
                {t('ledger-settings.undo')}
              </Button>
              <Button type="primary" onClick={() => setAsking(true)}>
                {t('ledger-settings.check-and-save')}
              </Button>
            </div>
          )}
        </div>
      </div>
      {isAsking && (
        <EffectDialog
          title={t('ledger-settings.effect-title')}
          asked={{ calendar: change }}
          confirm={t('app.save')}
          isSaving={save.isPending}
          error={save.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
          onReload={onReload}
        />
      )}
    </div>
  )
}

function YearHead({ kept: { year, knowledge, workingDays, nationalYears } }: { kept: WorkingYear }) {
  const { t } = useWords()
  const navigate = useNavigate({ from: '/ledger/settings' })
  const go = (next: number) => navigate({ search: { part: 'calendar', year: next }, replace: true })
  return (
    <div className="settings-year">
      <Button
        aria-label={t('ledger-settings.year-before')}
        disabled={year <= 2000}
        onClick={() => go(year - 1)}
      >
        ‹
      </Button>
      <strong className="figure" aria-live="polite">
        {t('ledger-settings.year', { year })}
      </strong>
      <Button
        aria-label={t('ledger-settings.year-after')}
        disabled={year >= 2100}
        onClick={() => go(year + 1)}
      >
        ›
      </Button>
      <span className="soft">
        {t(`ledger-settings.knowledge-${knowledge}`, nationalYears)}
        {workingDays !== null && ` ${t('ledger-settings.working-days', { count: workingDays })}`}
      </span>
    </div>
  )
}
