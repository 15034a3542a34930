import { Button } from 'antd'
import { useState } from 'react'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { BulkDialog, type BulkStep } from './bulk-dialog.tsx'
import type { Picked } from './use-picked.ts'

/** As many as the server takes at once. */
const MOST = 1000

/** What can be done to the items ticked; there only while some are. */
export function BulkBar({ picked }: { picked: Picked }) {
  const { t } = useWords()
  const refusal = useRefusalReason()
  const [step, setStep] = useState<BulkStep>()
  const count = picked.items.length
  const tooMany = count > MOST ? t('ledger.bulk.too-many', { most: MOST }) : undefined
  const reason = refusal('ledger.dispatch') ?? tooMany
  return (
    <>
      {count > 0 && (
        <section className="bulk-bar no-print" aria-label={t('ledger.bulk')}>
          <strong role="status">{t('ledger.bulk.picked', { count })}</strong>
          <GatedButton reason={reason} onClick={() => setStep('dispatch')}>
            {t('ledger.bulk.dispatch')}
          </GatedButton>
          <GatedButton reason={reason} onClick={() => setStep('press')}>
            {t('ledger.bulk.press')}
          </GatedButton>
          <Button type="text" onClick={picked.clear}>
            {t('ledger.bulk.clear')}
          </Button>
        </section>
      )}
      {step && (
        <BulkDialog
          step={step}
          items={picked.items}
          onClose={(isDone) => {
            setStep(undefined)
            if (isDone) picked.clear()
          }}
        />
      )}
    </>
  )
}
