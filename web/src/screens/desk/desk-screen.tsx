import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DeskRoom } from './desk-room.tsx'

/** What needs the supervision officer, and by which rule. */
export function DeskScreen() {
  const { t } = useWords()
  return (
    <PermittedScreen permission="ledger.dispatch">
      <DeskRoom whose="office" title={t('nav.desk')} />
    </PermittedScreen>
  )
}
