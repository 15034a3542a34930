import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Problem } from '../api/problem.ts'
import { useWords } from '../i18n/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useWords()
  return (
    <StateNote title={t('app.not-found')} action={<Link to="/">{t('app.to-home')}</Link>}>
      {t('app.not-found-way')}
    </StateNote>
  )
}

/** A page that failed to draw or to load. */
export function CrashedPage({ error }: { error: unknown }) {
  const { t } = useWords()
  const sentence = error instanceof Problem ? error.message || t('app.offline') : t('app.unexpected')
  return (
    <StateNote
      tone="error"
      title={t('app.crashed')}
      action={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
    >
      {sentence}
    </StateNote>
  )
}
