import { Link } from '@tanstack/react-router'
import { Alert, Modal } from 'antd'
import { useItemDetail } from '../../api/item-steps.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import type { OfferedStep } from '../item/step-order.ts'
import { OpenStep } from '../item/steps/open-step.tsx'

interface DeskStepProps {
  readonly itemId: string
  readonly step: OfferedStep
  readonly onClose: () => void
}

/** A step taken from the desk: asks the item first whether it may be taken, and says why where not. */
export function DeskStep({ itemId, step, onClose }: DeskStepProps) {
  const { t } = useWords()
  const { data: item, error, refetch } = useItemDetail(itemId)
  const offer = item?.steps.find((each) => each.step === step)
  if (item && offer?.isAllowed) return <OpenStep item={item} step={step} onClose={onClose} />
  return (
    <Modal open title={t(`step.${step}`)} footer={null} onCancel={onClose}>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !item ? (
        <LoadingLines lines={4} />
      ) : (
        <Alert
          type="warning"
          title={offer?.refusal ?? t('item.not-now')}
          description={
            <Link to="/ledger/items/$itemId" params={{ itemId }}>
              {t('desk.open-item', { number: item.number })}
            </Link>
          }
        />
      )}
    </Modal>
  )
}
