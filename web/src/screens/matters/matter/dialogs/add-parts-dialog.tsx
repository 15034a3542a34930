import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useOverTime } from '../../../../api/review-over-time.ts'
import { formatPeriod } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ErrorNote } from '../../../../ui/error-note.tsx'
import type { MatterWork } from '../use-matter-work.ts'

/** Takes further shortfalls of the unit in, which no matter has yet: also those that share no word with it. */
export function AddPartsDialog({ work, onClose }: { work: MatterWork; onClose: () => void }) {
  const { t, locale } = useWords()
  const { data, error, isPending, refetch } = useOverTime(work.matter.unitId)
  const [chosen, setChosen] = useState<string[]>([])
  const free =
    data?.reviews.flatMap(({ shortfalls }) => shortfalls.filter((one) => one.matterId === null)) ?? []
  const parts = free.filter(({ id }) => chosen.includes(id)).map(({ kind, id }) => ({ kind, id }))
  return (
    <Modal
      open
      title={t('matter.add-parts')}
      okText={t('matter.take-in')}
      okButtonProps={{ disabled: parts.length === 0, loading: work.isSending }}
      onOk={() => work.add(parts, onClose)}
      onCancel={onClose}
      width={640}
    >
      <p className="soft dialog-note">{t('matter.add-parts-note')}</p>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : (
        <Select
          mode="multiple"
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          loading={isPending}
          aria-label={t('matter.shortfalls')}
          placeholder={t(data && free.length === 0 ? 'matter.add-parts-none' : 'matter.shortfalls')}
          value={chosen}
          options={free.map(({ id, text, period }) => ({
            value: id,
            label: period ? `${formatPeriod(locale, period)} ${text}` : text,
          }))}
          onChange={setChosen}
        />
      )}
    </Modal>
  )
}
