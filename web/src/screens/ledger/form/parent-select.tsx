import { Form, Select } from 'antd'
import { useState } from 'react'
import { mayHangUnder } from '../../../../../src/modules/ledger/rules/tree/may-hang-under.ts'
import { useItem, useItems } from '../../../api/items.ts'
import { ITEM_KINDS } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { ItemDraft } from './item-draft.ts'

interface ParentSelectProps {
  id?: string
  value?: string | null
  onChange?: (parentId: string | null) => void
}

/** What the item belongs to: found by number or words, only of kinds that may have such parts. */
export function ParentSelect({ id, value, onChange }: ParentSelectProps) {
  const { t } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const kind = Form.useWatch('kind', form) ?? 'task'
  const kinds = ITEM_KINDS.filter((candidate) => mayHangUnder(kind, candidate))
  const [words, setWords] = useState('')
  const found = useItems(
    { ...(words ? { q: words } : {}), kind: kinds, isOpen: true, pageSize: 20 },
    { isEnabled: kinds.length > 0 },
  )
  const options = (found.data?.items ?? []).map((item) => ({
    value: item.id,
    label: `${item.number} ${item.title}`,
  }))
  const isListed = options.some((option) => option.value === value)
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, onSearch: (text) => setWords(text.trim()) }}
      allowClear
      disabled={kinds.length === 0}
      loading={found.isFetching}
      value={value ?? undefined}
      placeholder={
        kinds.length === 0
          ? t('ledger.parent.none-above', { kind: t(`item-kind.${kind}`) })
          : t('ledger.parent.of-kinds', {
              kinds: kinds.map((one) => t(`item-kind.${one}`)).join(t('app.list-separator')),
            })
      }
      options={options}
      notFoundContent={t('ledger.nothing')}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      {...(value && !isListed ? { labelRender: () => <ParentName itemId={value} /> } : {})}
    />
  )
}

function ParentName({ itemId }: { itemId: string }) {
  const { data } = useItem(itemId)
  return data ? `${data.number} ${data.title}` : '…'
}
