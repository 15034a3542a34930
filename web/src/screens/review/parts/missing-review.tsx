import { Link } from '@tanstack/react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { StateNote } from '../../../ui/state-note.tsx'

/** An address of a review that is not there, or not for this reader. */
export function MissingReview() {
  const { t } = useWords()
  return (
    <StateNote
      tone="error"
      title={t('cycle.missing')}
      action={<Link to="/review">{t('cycle.to-cycles')}</Link>}
    >
      {t('cycle.missing-way')}
    </StateNote>
  )
}
