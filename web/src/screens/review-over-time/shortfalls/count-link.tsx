import { Link } from '@tanstack/react-router'
import type { Fate } from '../../../api/review-over-time.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface CountLinkProps {
  count: number
  list: string
  fate?: Fate
  /** What is counted, for who cannot see the column. */
  name: string
}

/** A number that opens the list of what it counts. */
export function CountLink({ count, list, fate, name }: CountLinkProps) {
  const { t } = useWords()
  if (count === 0) return <span className="soft">0</span>
  return (
    <Link
      from="/review/over-time"
      to="."
      search={({ unitId }) => ({ ...(unitId && { unitId }), list, ...(fate && { fate }) })}
      aria-label={t('time.open-list', { name, count })}
    >
      {count}
    </Link>
  )
}
