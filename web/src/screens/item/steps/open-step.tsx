import type { ItemDetail } from '../../../api/item-model.ts'
import { CorrectItemDrawer } from '../../ledger/form/correct-item-drawer.tsx'
import { EvidenceDialog } from '../evidence/evidence-dialog.tsx'
import type { OfferedStep } from '../step-order.ts'
import { StepDialog } from './step-dialog.tsx'

interface OpenStepProps {
  readonly item: ItemDetail
  readonly step: OfferedStep
  readonly onClose: () => void
}

/** The form of a step: most are dialogs, correcting is a drawer, evidence is handed in by itself. */
export function OpenStep({ item, step, onClose }: OpenStepProps) {
  if (step === 'correct') return <CorrectItemDrawer item={item} onClose={onClose} />
  if (step === 'addEvidence') return <EvidenceDialog item={item} onClose={onClose} />
  const pending = item.extensions.find(({ state }) => state === 'pending')
  const target = step === 'decideExtension' && pending ? { extensionId: pending.id } : undefined
  return <StepDialog item={item} step={step} target={target} onClose={onClose} />
}
