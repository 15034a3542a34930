import type { ItemDetail } from '../../../api/item-model.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useFieldWords } from '../changes/use-field-words.ts'
import { type Fact, FactList } from './fact-list.tsx'
import { Panel } from './panel.tsx'

/** Fields shown when they say something, in this order. */
const FIELDS = [
  'originDocument',
  'theme',
  'tags',
  'leaderInCharge',
  'personResponsible',
  'contact',
  'reportFrequency',
  'timeLimit',
  'weight',
  'remark',
] as const

/** Days of this round, in the order in which they come. */
const DAYS = [
  'issuedOn',
  'startOn',
  'dispatchedOn',
  'signBy',
  'signedOn',
  'lastReportOn',
  'reportBy',
  'reportedOn',
  'finishedOn',
  'closedOn',
  'recheckOn',
  'suspendedOn',
] as const

/** What people wrote about the item, and the days of its current round. */
export function FactsPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { nameOfField, wordsOf } = useFieldWords()
  const says = (field: (typeof FIELDS)[number] | (typeof DAYS)[number]): Fact[] => {
    const value = item[field]
    const isSilent =
      value === null ||
      value === '' ||
      (Array.isArray(value) && value.length === 0) ||
      (field === 'weight' && item.parentId === null) ||
      (field === 'reportFrequency' && value === 'none')
    return isSilent ? [] : [[nameOfField(field), wordsOf(field, value)]]
  }
  return (
    <Panel title={t('item.facts')}>
      <FactList
        facts={[
          ...FIELDS.flatMap(says),
          ...DAYS.flatMap(says),
          [t('item.entered-by'), `${item.createdBy} ${formatInstant(item.createdAt)}`],
        ]}
      />
    </Panel>
  )
}
