import { Button, Tag } from 'antd'
import deskRules from '../../../../../src/modules/ledger/rules/desk/desk-rules.json' with { type: 'json' }
import { useItem } from '../../../api/items.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { DAYS, type LedgerSearch, LISTS } from '../../../app/ledger-search.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { flagsOf, isFiltered } from '../ledger-query.ts'
import type { ShowInLedger } from '../use-ledger-address.ts'

interface FilterChipsProps {
  search: LedgerSearch
  onShow: ShowInLedger
  onClear: () => void
}

interface Chip {
  readonly name: keyof LedgerSearch
  readonly text: string
}

/** What the list is narrowed to, in words, each to be taken away; also on paper, so that a print says what it shows. */
export function FilterChips({ search, onShow, onClear }: FilterChipsProps) {
  const words = useWords()
  const { t } = words
  const { nameOf } = useUnitIndex()
  if (!isFiltered(search)) return null
  const unit = (id: string) => (id === 'none' ? t('ledger.no-lead') : (nameOf(id) ?? t('unit.unknown')))
  const chips = [...chipsOfUse(search, words), ...chipsOf(search, words, unit)]
  return (
    <ul className="ledger-chips" aria-label={t('ledger.filter.chips')}>
      {chips.map(({ name, text }) => (
        <li key={name}>
          <Tag
            closable
            closeIcon={<span title={t('ledger.filter.remove', { name: text })}>✕</span>}
            onClose={(event) => {
              event.preventDefault()
              onShow(name === 'waits' ? { waits: undefined, drill: undefined } : { [name]: undefined })
            }}
          >
            {text}
          </Tag>
        </li>
      ))}
      {search.under && (
        <li>
          <UnderChip itemId={search.under} onRemove={() => onShow({ under: undefined })} />
        </li>
      )}
      <li className="no-print">
        <Button type="link" size="small" onClick={onClear}>
          {t('ledger.clear')}
        </Button>
      </li>
    </ul>
  )
}

/** Where the reader comes from: a rule of the desk, or a count of the statistics. */
function chipsOfUse({ waits, drill }: LedgerSearch, { t, locale }: Words): Chip[] {
  return [
    ...(drill && !waits ? [{ name: 'drill' as const, text: t('ledger.chip.drill', { name: drill }) }] : []),
    ...(waits
      ? [
          {
            name: 'waits' as const,
            text: t('ledger.chip.waits', { rule: deskRuleName(waits, locale) }),
          },
        ]
      : []),
  ]
}

function deskRuleName(waits: string, locale: Words['locale']): string {
  const name = deskRules.find(({ rule }) => rule === waits)?.name
  return name?.[locale === 'en' ? 'en' : 'zh'] ?? waits
}

function chipsOf(search: LedgerSearch, { t, find }: Words, unit: (id: string) => string): Chip[] {
  const chip = (name: keyof LedgerSearch, label: string, value: string | undefined): Chip[] =>
    value ? [{ name, text: t('ledger.chip', { name: label, value }) }] : []
  const separator = t('app.list-separator')
  const lists = (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((name) =>
    chip(
      name,
      t(`ledger.filter.${name}`),
      search[name]
        ?.split(',')
        .map((value) => find(`${name === 'kind' ? 'item-kind' : name}.${value}`) ?? value)
        .join(separator),
    ),
  )
  return [
    ...chip('q', t('ledger.filter.q'), search.q),
    ...lists,
    ...chip('leadUnitId', t('ledger.filter.lead'), search.leadUnitId && unit(search.leadUnitId)),
    ...chip('unitId', t('ledger.filter.unit'), search.unitId && unit(search.unitId)),
    ...chip('source', t('ledger.filter.source'), search.source && t(`ledger.source.${search.source}`)),
    ...chip('theme', t('ledger.filter.theme'), search.theme),
    ...chip('tag', t('ledger.filter.tag'), search.tag),
    ...chip('reportId', t('ledger.filter.source'), search.reportId && t('ledger.filter.one-report')),
    ...DAYS.flatMap((name) => chip(name, t(`ledger.day.${name}`), search[name])),
    ...flagsOf(search).map((name) => ({
      name,
      text: search[name]
        ? t(`ledger.flag.${name}`)
        : t('ledger.chip.not', { name: t(`ledger.flag.${name}`) }),
    })),
  ]
}

/** The item whose parts are shown. */
function UnderChip({ itemId, onRemove }: { itemId: string; onRemove: () => void }) {
  const { t } = useWords()
  const { data } = useItem(itemId)
  const text = t('ledger.chip', {
    name: t('ledger.filter.under'),
    value: data ? `${data.number} ${data.title}` : '…',
  })
  return (
    <Tag
      closable
      closeIcon={<span title={t('ledger.filter.remove', { name: text })}>✕</span>}
      onClose={(event) => {
        event.preventDefault()
        onRemove()
      }}
    >
      {text}
    </Tag>
  )
}
