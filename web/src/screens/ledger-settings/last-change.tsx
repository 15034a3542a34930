import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'

interface LastChangeProps {
  of: { changedAt: string | null; changedBy: string | null; version: number }
}

/** Who wrote a setting last, and when. */
export function LastChange({ of: { changedAt, changedBy, version } }: LastChangeProps) {
  const { t } = useWords()
  return (
    <span className="soft settings-last">
      {changedAt
        ? t('ledger-settings.last-change', {
            by: changedBy ?? '',
            at: formatInstant(changedAt),
            version,
          })
        : t('ledger-settings.never-changed')}
    </span>
  )
}
