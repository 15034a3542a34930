import { useTemplates } from '../../../api/review-templates.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ReviewLinks } from '../parts/review-links.tsx'
import { TemplatesTable } from './templates-table.tsx'

/** The Word files by which documents of a review are made: taken out, changed in Word, tried out and put in. */
export function TemplatesScreen() {
  return (
    <PermittedScreen permission="reviews.template">
      <Templates />
    </PermittedScreen>
  )
}

function Templates() {
  const { t } = useWords()
  const { data, error, refetch } = useTemplates()
  return (
    <>
      <PageHead title={t('template.title')} note={t('template.note')} />
      <ReviewLinks />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : data ? (
        <TemplatesTable templates={data.templates} />
      ) : (
        <LoadingLines />
      )}
    </>
  )
}
