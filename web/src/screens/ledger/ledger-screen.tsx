import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useItems } from '../../api/items.ts'
import { PermittedScreen, useRefusalReason } from '../../app/permitted-screen.tsx'
import type { LedgerSearch } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { CreateItemDialog } from './create-item-dialog.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { LedgerTable } from './ledger-table.tsx'
import './ledger-screen.css'

const PAGE_SIZE = 50

/** The ledger: accepted tasks and those entered by hand, with who leads, by when, and the light. */
export function LedgerScreen() {
  return (
    <PermittedScreen permission="ledger.read">
      <Ledger />
    </PermittedScreen>
  )
}

function Ledger() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/ledger' })
  const navigate = useNavigate({ from: '/ledger' })
  const [isCreating, setCreating] = useState(false)
  const createReason = useRefusalReason()('ledger.create')
  const { item: openItem, page = 1, ...filters } = search
  const { data, error, refetch } = useItems({ ...filters, page, pageSize: PAGE_SIZE })
  const show = (change: Partial<LedgerSearch>) =>
    navigate({
      search: (now) => withoutEmpty({ ...now, page: undefined, ...change }),
      replace: 'q' in change,
    })
  const isFiltered = Object.keys(filters).some((name) => name !== 'sort')
  return (
    <>
      <PageHead
        title={t('ledger.title')}
        note={data && t('ledger.count', { total: data.total, day: data.asOf })}
        actions={
          <GatedButton type="primary" reason={createReason} onClick={() => setCreating(true)}>
            {t('ledger.new')}
          </GatedButton>
        }
      />
      <LedgerFilters search={search} onShow={show} />
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={10} />
      ) : data.items.length > 0 ? (
        <LedgerTable items={data.items} sort={search.sort} selectedId={openItem} onShow={show} />
      ) : isFiltered ? (
        <StateNote
          title={t('ledger.nothing')}
          action={<Button onClick={() => navigate({ search: {} })}>{t('ledger.clear')}</Button>}
        />
      ) : (
        <StateNote title={t('ledger.empty')}>{t('ledger.empty-way')}</StateNote>
      )}
      {data && (
        <Pager page={page} pageSize={PAGE_SIZE} total={data.total} onPage={(next) => show({ page: next })} />
      )}
      {openItem && (
        <ItemDrawer key={openItem} itemId={openItem} onClose={() => show({ item: undefined, page })} />
      )}
      {isCreating && (
        <CreateItemDialog
          onClose={() => setCreating(false)}
          onDone={(item) => {
            setCreating(false)
            show({ item: item.id })
          }}
        />
      )}
    </>
  )
}

function withoutEmpty(search: LedgerSearch): LedgerSearch {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== '' && value !== 1,
  )
  return Object.fromEntries(kept)
}
