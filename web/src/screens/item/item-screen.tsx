import { useParams } from '@tanstack/react-router'
import { useItemDetail } from '../../api/item-steps.ts'
import { Problem } from '../../api/problem.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { ItemPage } from './item-page.tsx'
import '../ledger/ledger-screen.css'
import './item-screen.css'

/** One item: where it stands, what may be done now, everything that belongs to it, and its story. */
export function ItemScreen() {
  return (
    <PermittedScreen permission="ledger.read">
      <LoadedItem />
    </PermittedScreen>
  )
}

function LoadedItem() {
  const { t } = useWords()
  const { itemId } = useParams({ from: '/house/ledger/items/$itemId' })
  const { data: item, error, refetch } = useItemDetail(itemId)
  if (item) return <ItemPage key={item.id} item={item} />
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) {
    return (
      <StateNote tone="error" title={t('item.missing')}>
        {t('item.missing-way')}
      </StateNote>
    )
  }
  return error ? <ErrorNote error={error} onRetry={refetch} /> : <LoadingLines lines={14} />
}
