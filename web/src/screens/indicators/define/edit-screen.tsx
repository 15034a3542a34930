import { Link, useParams } from '@tanstack/react-router'
import { useIndicator } from '../../../api/indicators.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { DefinitionForm } from './definition-form.tsx'
import '../parts/work.css'
import './define.css'

/** Another definition from a day on; the former ones stay. */
export function EditDefinitionScreen() {
  return (
    <PermittedScreen permission="indicators.define">
      <EditDefinition />
    </PermittedScreen>
  )
}

function EditDefinition() {
  const { t } = useWords()
  const { named } = useIndicatorWords()
  const { code } = useParams({ from: '/house/indicators/$code/edit' })
  const { data, error, refetch } = useIndicator(code)
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={12} />
  const newest = Math.max(...data.versions.map(({ version }) => version))
  return (
    <>
      <PageHead
        title={t('define.edit', { name: named(data) })}
        note={t('define.edit-note')}
        actions={
          <Link to="/indicators/$code" params={{ code }} search={{}}>
            {t('define.back')}
          </Link>
        }
      />
      <DefinitionForm key={newest} indicator={data} onReload={refetch} />
    </>
  )
}
