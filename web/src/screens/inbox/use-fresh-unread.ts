import { useUnread } from '../../api/inbox.ts'
import { useWhilePresent } from '../../ui/use-while-present.ts'

/** The number of unread messages, kept fresh while somebody is there. */
export function useFreshUnread(): number {
  const { data: unread = 0, refetch } = useUnread()
  useWhilePresent(refetch)
  return unread
}
