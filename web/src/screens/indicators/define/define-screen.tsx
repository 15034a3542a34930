import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { DefinitionForm } from './definition-form.tsx'
import '../parts/work.css'
import './define.css'

/** A new indicator. */
export function DefineScreen() {
  const { t } = useWords()
  return (
    <PermittedScreen permission="indicators.define">
      <PageHead title={t('define.new')} note={t('define.new-note')} />
      <DefinitionForm indicator={undefined} />
    </PermittedScreen>
  )
}
