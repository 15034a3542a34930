import { Checkbox, Select } from 'antd'
import { useUnitIndex } from '../../../api/units.ts'
import { ITEM_KINDS, type LedgerSearch, ORIGINS, PRIORITIES, SOURCES } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { UnitSelect } from '../../../ui/unit-select.tsx'
import type { ShowInLedger } from '../use-ledger-address.ts'
import { Labelled } from './labelled.tsx'
import { SeveralSelect } from './several-select.tsx'
import { WordField } from './word-field.tsx'

interface MoreFiltersProps {
  search: LedgerSearch
  onShow: ShowInLedger
}

const FLAGS = [
  'isOpen',
  'isOverdue',
  'wasLate',
  'wasReturned',
  'wasPressed',
  'wasReopened',
  'wasExtended',
] as const

/** The filters that are needed less often, and the day that the ledger is shown as of. */
export function MoreFilters({ search, onShow }: MoreFiltersProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  const set = (name: keyof LedgerSearch) => (value: string | null | undefined) =>
    onShow({ [name]: value ?? undefined })
  const words = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
    values.map((value) => ({ value, word: word(value), label: word(value) }))
  return (
    <div className="ledger-more" id="more-filters">
      <Labelled name={t('ledger.filter.unit')}>
        <UnitSelect
          aria-label={t('ledger.filter.unit')}
          units={units}
          value={search.unitId}
          onChange={set('unitId')}
        />
      </Labelled>
      <SeveralSelect
        name={t('ledger.filter.origin')}
        value={search.origin}
        options={words(ORIGINS, (value) => t(`origin.${value}`))}
        onChange={set('origin')}
      />
      <SeveralSelect
        name={t('ledger.filter.kind')}
        value={search.kind}
        options={words(ITEM_KINDS, (value) => t(`item-kind.${value}`))}
        onChange={set('kind')}
      />
      <SeveralSelect
        name={t('ledger.filter.priority')}
        value={search.priority}
        options={words(PRIORITIES, (value) => t(`priority.${value}`))}
        onChange={set('priority')}
      />
      <Select
        aria-label={t('ledger.filter.source')}
        placeholder={t('ledger.filter.source')}
        allowClear
        value={search.source}
        options={SOURCES.map((value) => ({ value, label: t(`ledger.source.${value}`) }))}
        onChange={(source) => onShow({ source })}
      />
      <WordField name={t('ledger.filter.theme')} value={search.theme} onChange={set('theme')} />
      <WordField name={t('ledger.filter.tag')} value={search.tag} onChange={set('tag')} />
      <fieldset className="ledger-more-days">
        <legend>{t('ledger.column.due')}</legend>
        <DayField label={t('ledger.filter.due-from')} value={search.dueFrom} onChange={set('dueFrom')} />
        <span aria-hidden="true">–</span>
        <DayField label={t('ledger.filter.due-to')} value={search.dueTo} onChange={set('dueTo')} />
      </fieldset>
      <fieldset className="ledger-more-days">
        <legend>{t('ledger.filter.closed')}</legend>
        <DayField
          label={t('ledger.filter.closed-from')}
          value={search.closedFrom}
          onChange={set('closedFrom')}
        />
        <span aria-hidden="true">–</span>
        <DayField label={t('ledger.filter.closed-to')} value={search.closedTo} onChange={set('closedTo')} />
      </fieldset>
      <Labelled name={t('ledger.filter.as-of')}>
        <DayField label={t('ledger.filter.as-of')} value={search.asOf} onChange={set('asOf')} />
      </Labelled>
      <div className="ledger-more-flags">
        {FLAGS.map((name) => (
          <Checkbox
            key={name}
            checked={search[name] === true}
            onChange={(event) => onShow({ [name]: event.target.checked || undefined })}
          >
            {t(`ledger.flag.${name}`)}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
