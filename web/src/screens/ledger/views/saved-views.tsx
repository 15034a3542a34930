import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useRemoveView, useSavedViews } from '../../../api/ledger-views.ts'
import { type LedgerSearch, readLedgerSearch } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { queryText, searchOfText, withoutEmpty } from '../ledger-query.ts'
import { RemoveViewDialog } from './remove-view-dialog.tsx'
import { SaveViewDialog } from './save-view-dialog.tsx'

interface SavedViewsProps {
  search: LedgerSearch
  onGo: (search: LedgerSearch) => void
}

/** Filters kept under a name, one's own and those that colleagues share; and keeping what is on screen. */
export function SavedViews({ search, onGo }: SavedViewsProps) {
  const { t } = useWords()
  const { data } = useSavedViews()
  const remove = useRemoveView()
  const [isSaving, setSaving] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const views = data?.views ?? []
  const current = queryText(kept(search))
  const shown = views.find((view) => queryText(kept(searchOfText(view.query))) === current)
  const own = views.filter((view) => view.isOwn)
  const shared = views.filter((view) => !view.isOwn)
  const lines = (list: typeof views) => list.map(({ id, name }) => ({ key: id, label: name }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: shown ? [shown.id] : [],
          items: [
            ...(own.length > 0
              ? [{ type: 'group' as const, label: t('ledger.saved.own'), children: lines(own) }]
              : []),
            ...(shared.length > 0
              ? [{ type: 'group' as const, label: t('ledger.saved.shared'), children: lines(shared) }]
              : []),
            ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: t('ledger.saved.save') },
            ...(own.length > 0 ? [{ key: 'remove', label: t('ledger.saved.remove') }] : []),
          ],
          onClick: ({ key }) => {
            if (key === 'save') return setSaving(true)
            if (key === 'remove') return setRemoving(true)
            const view = views.find(({ id }) => id === key)
            if (view) onGo(withoutEmpty({ ...searchOfText(view.query), view: search.view }))
          },
        }}
      >
        <Button>
          {shown?.name ?? t('ledger.saved-views')} <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
      {isSaving && <SaveViewDialog query={current} onClose={() => setSaving(false)} />}
      {isRemoving && (
        <RemoveViewDialog
          views={own}
          onRemove={(id) => remove.mutateAsync(id)}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  )
}

/** What a view keeps: filters and order, not how they are looked at. */
function kept({
  view: _v,
  page: _p,
  scale: _s,
  month: _m,
  drill: _d,
  ...search
}: LedgerSearch): LedgerSearch {
  return readLedgerSearch({ ...search })
}
