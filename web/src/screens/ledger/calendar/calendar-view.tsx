import { Alert } from 'antd'
import { useState } from 'react'
import { useItemDays } from '../../../api/ledger-views.ts'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { filterOf } from '../ledger-query.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'
import './calendar.css'
import { CalendarBar } from './calendar-bar.tsx'
import { DayDrawer } from './day-drawer.tsx'
import { monthGrid } from './month-grid.ts'
import { MonthTable } from './month-table.tsx'

/** A month of deadlines, nodes and days to look again; a day opens into its items. */
export function CalendarView({ search, onShow }: { search: LedgerSearch; onShow: ShowInLedger }) {
  const { t } = useWords()
  const [openDay, setOpenDay] = useState<string>()
  const month = search.month ?? (search.asOf ?? formatInstant(new Date().toISOString())).slice(0, 7)
  const weeks = monthGrid(month)
  const { data, error, refetch } = useItemDays({
    ...filterOf(search),
    from: weeks[0]![0]!,
    to: weeks.at(-1)!.at(-1)!,
  })
  return (
    <>
      <CalendarBar month={month} onShow={onShow} />
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={10} />
      ) : (
        <>
          {!data.isComplete && <Alert type="warning" showIcon title={t('ledger.calendar.too-many')} />}
          <MonthTable month={month} weeks={weeks} today={data.asOf} days={data.days} onOpen={setOpenDay} />
          {openDay && (
            <DayDrawer
              day={openDay}
              items={data.days.filter(({ day }) => day === openDay)}
              asOf={data.asOf}
              onClose={() => setOpenDay(undefined)}
            />
          )}
        </>
      )}
    </>
  )
}
