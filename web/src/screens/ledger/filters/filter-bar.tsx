import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useUnitIndex } from '../../../api/units.ts'
import { ITEM_STATES, type LedgerSearch, LIGHTS } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LightTag } from '../../../ui/light-tag.tsx'
import { UnitSelect } from '../../../ui/unit-select.tsx'
import type { ShowInLedger } from '../use-ledger-address.ts'
import { MoreFilters } from './more-filters.tsx'
import { SearchField } from './search-field.tsx'
import { SeveralSelect } from './several-select.tsx'

interface FilterBarProps {
  search: LedgerSearch
  onShow: ShowInLedger
  /** Stands at the right end: what belongs to the view that is open. */
  children?: ReactNode
}

/** Search and the filters used daily; the others fold out below. What they say stands in the address. */
export function FilterBar({ search, onShow, children }: FilterBarProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  const [isOpen, setOpen] = useState(false)
  const states = ITEM_STATES.map((value) => option(value, t(`state.${value}`)))
  const lights = LIGHTS.map((value) => option(value, t(`light.${value}`), <LightTag light={value} />))
  return (
    <search className="ledger-filters no-print">
      <div className="ledger-filter-line">
        <SearchField value={search.q ?? ''} onSearch={(q) => onShow({ q: q || undefined })} />
        <SeveralSelect
          name={t('ledger.filter.light')}
          value={search.light}
          options={lights}
          onChange={(light) => onShow({ light })}
        />
        <SeveralSelect
          name={t('ledger.filter.state')}
          value={search.state}
          options={states}
          onChange={(state) => onShow({ state })}
        />
        <div className="ledger-filter-unit">
          <UnitSelect
            aria-label={t('ledger.filter.lead')}
            placeholder={t('ledger.filter.lead')}
            units={units}
            value={search.leadUnitId === 'none' ? null : search.leadUnitId}
            onChange={(unitId) => onShow({ leadUnitId: unitId ?? undefined })}
          />
        </div>
        <Button
          type={isOpen ? 'default' : 'text'}
          aria-expanded={isOpen}
          aria-controls="more-filters"
          onClick={() => setOpen(!isOpen)}
        >
          {t('ledger.filter.more')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </Button>
        {children && <div className="ledger-filter-end">{children}</div>}
      </div>
      {isOpen && <MoreFilters search={search} onShow={onShow} />}
    </search>
  )
}

function option(value: string, word: string, label: ReactNode = word) {
  return { value, word, label }
}
