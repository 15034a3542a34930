import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useMatters } from '../../../../api/matters.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ErrorNote } from '../../../../ui/error-note.tsx'
import type { MatterWork } from '../use-matter-work.ts'

/** Takes another matter of the unit into this one. */
export function MergeDialog({ work, onClose }: { work: MatterWork; onClose: () => void }) {
  const { t } = useWords()
  const { id, unitId } = work.matter
  const { data, error, isPending, refetch } = useMatters({ unitId })
  const [otherId, setOther] = useState<string>()
  const others = data?.matters.filter((other) => other.id !== id) ?? []
  return (
    <Modal
      open
      title={t('matter.merge')}
      okText={t('matter.merge')}
      okButtonProps={{ disabled: !otherId, loading: work.isSending }}
      onOk={() => otherId && work.merge(otherId, onClose)}
      onCancel={onClose}
    >
      <p className="soft dialog-note">{t('matter.merge-note')}</p>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : (
        <Select
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          loading={isPending}
          aria-label={t('matter.merge-other')}
          placeholder={t(data && others.length === 0 ? 'matter.merge-none' : 'matter.merge-other')}
          value={otherId}
          options={others.map((other) => ({
            value: other.id,
            label: `${other.title} (${t('matter.times', { times: other.times })})`,
          }))}
          onChange={setOther}
        />
      )}
    </Modal>
  )
}
