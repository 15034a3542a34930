import { useState } from 'react'
import type { Duty, ItemDetail } from '../../../api/item-model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { StepDialog } from '../steps/step-dialog.tsx'
import { DutyClock } from './duty-clock.tsx'
import { Panel } from './panel.tsx'

const STEPS = { sign: 'signDuty', finish: 'finishDuty', waive: 'waiveDuty' } as const
type DutyTaking = { readonly unitId: string; readonly step: (typeof STEPS)[keyof typeof STEPS] }

/** Each unit's own part: task, day, sign-off, and its own late mark. */
export function DutiesPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const [taking, setTaking] = useState<DutyTaking | null>(null)
  if (item.duties.length === 0) return null
  const done = item.duties.filter(({ state }) => state === 'done' || state === 'waived').length
  const columns: Column<Duty>[] = [
    {
      key: 'unit',
      title: t('item.duty.unit'),
      isMain: true,
      width: '150px',
      cell: (duty) => (
        <>
          {nameOf(duty.unitId) ?? t('unit.unknown')}{' '}
          <span className="soft">{t(`duty-role.${duty.role}`)}</span>
        </>
      ),
    },
    {
      key: 'task',
      title: t('item.duty.task'),
      cell: ({ task, note }) => (
        <>
          {task || <span className="soft">{t('item.duty.whole')}</span>}
          {note && <span className="soft duty-note">{note}</span>}
        </>
      ),
    },
    {
      key: 'due',
      title: t('ledger.column.due'),
      width: '150px',
      cell: (duty) => <DutyClock duty={duty} asOf={item.asOf} />,
    },
    {
      key: 'state',
      title: t('item.duty.state'),
      width: '150px',
      cell: (duty) => (
        <>
          {t(`duty.${duty.state}`)}
          {duty.wasLate && <strong className="ledger-late"> {t('item.duty.late')}</strong>}
          {duty.signedOn && (
            <span className="soft duty-note">
              {t('item.duty.signed', { mark: markOf(duty.signedOn, duty.signedBy) })}
            </span>
          )}
          {duty.doneOn && (
            <span className="soft duty-note">
              {t('item.duty.done', { mark: markOf(duty.doneOn, duty.doneBy) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'steps',
      title: t('item.steps'),
      width: '136px',
      cell: (duty) => (
        <span className="duty-steps no-print">
          {stepsOf(duty).map(({ step, isAllowed, refusal }) => (
            <GatedButton
              key={step}
              size="small"
              type={isAllowed && step !== 'waive' ? 'primary' : 'default'}
              reason={isAllowed ? undefined : (refusal ?? t('item.not-now'))}
              onClick={() => setTaking({ unitId: duty.unitId, step: STEPS[step] })}
            >
              {t(`step.${STEPS[step]}`)}
            </GatedButton>
          ))}
        </span>
      ),
    },
  ]
  return (
    <Panel title={t('item.duties')} note={t('item.duties-done', { done, count: item.duties.length })}>
      <div className="duties">
        <DataTable
          caption={t('item.duties')}
          columns={columns.filter(({ key }) => key !== 'steps' || item.duties.some(hasSteps))}
          rows={item.duties}
          rowKey={({ unitId }) => unitId}
        />
      </div>
      {taking && (
        <StepDialog
          item={item}
          step={taking.step}
          target={{ unitId: taking.unitId }}
          onClose={() => setTaking(null)}
        />
      )}
    </Panel>
  )
}

/** The lead signs and reports for the item itself; of the rest, what can be done or what others could do now. */
function stepsOf({ role, steps, state }: Duty): Duty['steps'] {
  if (role === 'lead' || state === 'done' || state === 'waived') return []
  return steps.filter(
    ({ step, isAllowed }) =>
      isAllowed || (state !== 'pending' && (step === 'sign') === (state === 'dispatched')),
  )
}

const hasSteps = (duty: Duty) => stepsOf(duty).length > 0

/** When, and by whom. */
const markOf = (day: string, who: string | null) => [day, who].filter(Boolean).join(' ')
