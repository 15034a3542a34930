import { Button } from 'antd'
import { useVintages } from '../../../api/publications.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { VintagesTable } from './vintages-table.tsx'
import './vintages.css'

/** Every publication of values: nothing of a former one is ever changed. */
export function VintagesScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <VintageList />
    </PermittedScreen>
  )
}

function VintageList() {
  const { t } = useWords()
  const { data, error, refetch } = useVintages()
  return (
    <>
      <PageHead
        title={t('vintage.title')}
        note={t('vintage.note')}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <IndicatorLinks />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : data.vintages.length === 0 ? (
        <StateNote title={t('vintage.empty')}>{t('vintage.empty-way')}</StateNote>
      ) : (
        <VintagesTable vintages={data.vintages} />
      )}
    </>
  )
}
