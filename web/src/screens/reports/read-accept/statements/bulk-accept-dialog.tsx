import { Modal, Slider } from 'antd'
import { useMemo, useState } from 'react'
import type { Statement } from '../../../../api/model.ts'
import { useAcceptAbove } from '../../../../api/statements.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { KindTag } from '../../../../ui/kind-tag.tsx'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { planBulkAccept } from './plan-bulk-accept.ts'

interface BulkAcceptDialogProps {
  reportId: string
  statements: readonly Statement[]
  onClose: () => void
  onDone: (count: number) => void
}

/** Accepts all open statements from a confidence up, after showing how many, and which are left. */
export function BulkAcceptDialog({ reportId, statements, onClose, onDone }: BulkAcceptDialogProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [percent, setPercent] = useState(90)
  const accept = useAcceptAbove(reportId)
  const plan = useMemo(() => planBulkAccept(statements, percent / 100), [statements, percent])
  const skip = [...plan.withoutUnit, ...plan.below]
  const total = plan.accept.length + skip.length
  return (
    <Modal
      open
      title={t('read.bulk-title')}
      okText={t('read.bulk-submit', { count: plan.accept.length })}
      okButtonProps={{ disabled: plan.accept.length === 0, loading: accept.isPending }}
      onOk={() => accept.mutate(percent / 100, { onSuccess: ({ accepted }) => onDone(accepted) })}
      onCancel={onClose}
      width={560}
    >
      <div className="bulk-threshold">
        <span>{t('read.bulk-threshold')}</span>
        <Slider
          min={50}
          max={100}
          value={percent}
          onChange={setPercent}
          // The value stands beside it; a bubble would take the first Escape for itself.
          tooltip={{ open: false }}
          ariaLabelForHandle={t('read.bulk-threshold')}
        />
        <strong className="figure">{percent}%</strong>
      </div>
      <p className="bulk-count" role="status">
        {t('read.bulk-will', { count: plan.accept.length, total })}
      </p>
      <p className="soft">
        {skip.length > 0 ? t('read.bulk-skip', { count: skip.length }) : t('read.bulk-skip-none')}
      </p>
      <ul className="bulk-skip">
        {skip.map((statement) => (
          <li key={statement.id}>
            <KindTag kind={statement.kind} />
            <span>
              {[statement.unitName, statement.subject].filter(Boolean).join(' · ')}
              {plan.withoutUnit.includes(statement) && <em> {t('read.needs-unit')}</em>}
            </span>
            <span className="figure soft">{Math.round(statement.confidence * 100)}%</span>
          </li>
        ))}
      </ul>
      {accept.error && (
        <p className="form-refusal" role="alert">
          {sentence(accept.error)}
        </p>
      )}
    </Modal>
  )
}
