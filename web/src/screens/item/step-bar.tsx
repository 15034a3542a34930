import { Button } from 'antd'
import { useState } from 'react'
import type { ItemDetail } from '../../api/item-model.ts'
import { useIsAllowed } from '../../api/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { GatedButton } from '../../ui/gated-button.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { type Offer, type OfferedStep, orderSteps } from './step-order.ts'
import { OpenStep } from './steps/open-step.tsx'

/**
 * What can be done now, in the order of sense, the next step first and filled; keys 1–9 open them. What something
 * else holds up stands beside it with the reason; what others do or what makes no sense now waits behind one button, with
 * its reason too.
 */
export function StepBar({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const [open, setOpen] = useState<OfferedStep | null>(null)
  const [isAllShown, setAllShown] = useState(false)
  const isAllowed = useIsAllowed()
  const { allowed, next, held, notNow } = orderSteps(item, isAllowed('ledger.dispatch'))
  useShortcuts(
    Object.fromEntries(
      allowed.slice(0, 9).map(({ step }, index) => [String(index + 1), () => setOpen(step)]),
    ),
  )
  return (
    <nav className="step-bar no-print" aria-label={t('item.steps')}>
      {allowed.map(({ step }, index) => (
        <Button
          key={step}
          type={step === next ? 'primary' : 'default'}
          aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
          onClick={() => setOpen(step)}
        >
          {t(`step.${step}`)}
          {index < 9 && (
            <span className="step-key" aria-hidden="true">
              {index + 1}
            </span>
          )}
        </Button>
      ))}
      {allowed.length === 0 && <span className="soft">{t('item.nothing-to-do')}</span>}
      <Refused offers={held} />
      {notNow.length > 0 && (
        <Button
          type="text"
          className="steps-more"
          aria-expanded={isAllShown}
          onClick={() => setAllShown(!isAllShown)}
        >
          {isAllShown ? t('item.steps-fewer') : t('item.steps-all', { count: notNow.length })}
        </Button>
      )}
      {isAllShown && <Refused offers={notNow} />}
      {open && <OpenStep item={item} step={open} onClose={() => setOpen(null)} />}
    </nav>
  )
}

function Refused({ offers }: { offers: readonly Offer[] }) {
  const { t } = useWords()
  return offers.map(({ step, refusal }) => (
    <GatedButton key={step} reason={refusal ?? t('item.not-now')}>
      {t(`step.${step}`)}
    </GatedButton>
  ))
}
