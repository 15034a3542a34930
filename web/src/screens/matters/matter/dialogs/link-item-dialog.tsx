import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useItems } from '../../../../api/items.ts'
import type { MatterPart } from '../../../../api/matters.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ErrorNote } from '../../../../ui/error-note.tsx'
import { focusOnOpen } from '../../../../ui/focus-on-open.ts'
import { LightTag } from '../../../../ui/light-tag.tsx'
import { LoadingLines } from '../../../../ui/loading-lines.tsx'
import type { MatterWork } from '../use-matter-work.ts'

interface LinkItemDialogProps {
  part: MatterPart
  work: MatterWork
  onClose: () => void
}

/** Finds an item that is in the ledger already, by number or words, and links it to this shortfall. */
export function LinkItemDialog({ part, work, onClose }: LinkItemDialogProps) {
  const { t } = useWords()
  const [q, setQ] = useState('')
  const [isOfUnit, setOfUnit] = useState(true)
  const { data, error, refetch } = useItems({
    ...(q.trim() && { q: q.trim() }),
    ...(isOfUnit && { leadUnitId: work.matter.unitId }),
    pageSize: 10,
  })
  const linked = new Set(part.items.map(({ id }) => id))
  return (
    <Modal
      open
      title={t('matter.link-item')}
      onCancel={onClose}
      footer={null}
      afterOpenChange={focusOnOpen(() => document.getElementById('link-item-q')?.focus())}
      width={640}
    >
      <p className="soft">{part.text}</p>
      <div className="link-item-find">
        <Input
          id="link-item-q"
          allowClear
          aria-label={t('matter.find-item')}
          placeholder={t('matter.find-item')}
          maxLength={100}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        <label>
          <input type="checkbox" checked={isOfUnit} onChange={({ target }) => setOfUnit(target.checked)} />{' '}
          {t('matter.own-items')}
        </label>
      </div>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={4} />
      ) : data.items.length === 0 ? (
        <p className="soft">{t('matter.no-such-items')}</p>
      ) : (
        <ul className="link-items">
          {data.items.map(({ id, number, title, light }) => (
            <li key={id}>
              <button
                type="button"
                disabled={linked.has(id) || work.isSending}
                onClick={() => work.item({ do: 'link', partId: part.id, itemId: id }, onClose)}
              >
                <span className="figure soft">{number}</span> <span>{title}</span>{' '}
                {linked.has(id) ? (
                  <span className="soft">{t('matter.linked')}</span>
                ) : (
                  <LightTag light={light} />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
