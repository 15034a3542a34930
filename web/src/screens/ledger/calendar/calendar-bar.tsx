import { Button } from 'antd'
import { useState } from 'react'
import { formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { monthAfter } from '../timeline/time-scale.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'
import { FeedDialog } from './feed-dialog.tsx'

/** Which month is shown, the way to others, and the address for one's own calendar program. */
export function CalendarBar({ month, onShow }: { month: string; onShow: ShowInLedger }) {
  const { t, locale } = useWords()
  const [isFeedOpen, setFeedOpen] = useState(false)
  return (
    <div className="scale-bar">
      <Button className="no-print" onClick={() => onShow({ month: monthAfter(month, -1) })}>
        {t('ledger.earlier')}
      </Button>
      <strong>{formatPeriod(locale, month)}</strong>
      <Button className="no-print" onClick={() => onShow({ month: monthAfter(month, 1) })}>
        {t('ledger.later')}
      </Button>
      <Button className="no-print" type="text" onClick={() => onShow({ month: undefined })}>
        {t('ledger.now')}
      </Button>
      <Button className="no-print calendar-feed" onClick={() => setFeedOpen(true)}>
        {t('ledger.feed')}
      </Button>
      {isFeedOpen && <FeedDialog onClose={() => setFeedOpen(false)} />}
    </div>
  )
}
