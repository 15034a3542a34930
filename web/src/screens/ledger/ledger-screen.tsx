import { useState } from 'react'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { AsOfBanner } from './as-of-banner.tsx'
import { BoardView } from './board/board-view.tsx'
import { CalendarView } from './calendar/calendar-view.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { FilterChips } from './filters/filter-chips.tsx'
import { CreateItemDrawer } from './form/create-item-drawer.tsx'
import { LedgerActions } from './ledger-actions.tsx'
import { withoutFilters } from './ledger-query.ts'
import './ledger-screen.css'
import { ColumnChooser } from './table/column-chooser.tsx'
import { TableView } from './table/table-view.tsx'
import { useColumnChoice } from './table/use-column-choice.ts'
import { TimelineView } from './timeline/timeline-view.tsx'
import { useLedgerAddress } from './use-ledger-address.ts'
import { SavedViews } from './views/saved-views.tsx'
import { ViewSwitch } from './views/view-switch.tsx'

/** The ledger room: the same items as a table, a board, time bars or a month, narrowed by filters in the address. */
export function LedgerScreen() {
  return (
    <PermittedScreen permission="ledger.read">
      <Ledger />
    </PermittedScreen>
  )
}

function Ledger() {
  const { t } = useWords()
  const { search, show, go } = useLedgerAddress()
  const [isCreating, setCreating] = useState(false)
  const { chosen, choose } = useColumnChoice()
  const { view = 'table', asOf } = search
  return (
    <>
      <PageHead
        title={t('ledger.title')}
        actions={
          <LedgerActions
            search={search}
            columns={chosen}
            isPast={asOf !== undefined}
            onCreate={() => setCreating(true)}
          />
        }
      />
      {asOf && <AsOfBanner day={asOf} onToday={() => show({ asOf: undefined })} />}
      <div className="ledger-tools no-print">
        <ViewSwitch view={view} />
        <SavedViews search={search} onGo={go} />
      </div>
      <FilterBar search={search} onShow={show}>
        {view === 'table' && <ColumnChooser chosen={chosen} onChoose={choose} />}
      </FilterBar>
      <FilterChips search={search} onShow={show} onClear={() => go(withoutFilters(search))} />
      {view === 'board' ? (
        <BoardView search={search} />
      ) : view === 'timeline' ? (
        <TimelineView search={search} onShow={show} />
      ) : view === 'calendar' ? (
        <CalendarView search={search} onShow={show} />
      ) : (
        <TableView search={search} columns={chosen} onShow={show} />
      )}
      {isCreating && (
        <CreateItemDrawer
          onClose={() => setCreating(false)}
          onDone={() => {
            setCreating(false)
            show({})
          }}
        />
      )}
    </>
  )
}
