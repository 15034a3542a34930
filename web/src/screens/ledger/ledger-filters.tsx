import { Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useUnitIndex } from '../../api/units.ts'
import type { LedgerSearch } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { UnitSelect } from '../../ui/unit-select.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'

interface LedgerFiltersProps {
  search: LedgerSearch
  onShow: (change: Partial<LedgerSearch>) => void
}

const LIGHTS = ['overdue', 'due-soon', 'on-plan', 'none'] as const
const SOURCES = ['statement', 'by-hand'] as const

/** Search and filters of the ledger; what they say stands in the address. `/` goes to the search. */
export function LedgerFilters({ search, onShow }: LedgerFiltersProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  return (
    <search className="ledger-filters no-print">
      <SearchField value={search.q ?? ''} onSearch={(q) => onShow({ q: q || undefined })} />
      <Select
        aria-label={t('ledger.filter.light')}
        placeholder={t('ledger.filter.light')}
        allowClear
        value={search.light}
        options={LIGHTS.map((value) => ({ value, label: t(`light.${value}`) }))}
        onChange={(light) => onShow({ light })}
      />
      <div className="ledger-filter-unit">
        <UnitSelect
          aria-label={t('ledger.filter.lead')}
          placeholder={t('ledger.filter.lead')}
          units={units}
          value={search.leadUnitId}
          onChange={(unitId) => onShow({ leadUnitId: unitId ?? undefined })}
        />
      </div>
      <Select
        aria-label={t('ledger.filter.source')}
        placeholder={t('ledger.filter.source')}
        allowClear
        value={search.source}
        options={SOURCES.map((value) => ({ value, label: t(`ledger.source.${value}`) }))}
        onChange={(source) => onShow({ source })}
      />
    </search>
  )
}

/** Searches when typing rests, and never in the middle of a word being composed by an input method. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  const isComposing = useRef(false)
  const input = useRef<HTMLDivElement>(null)
  const latest = useRef({ value, onSearch })
  latest.current = { value, onSearch }
  useEffect(() => setText(value), [value])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!isComposing.current && text.trim() !== latest.current.value) latest.current.onSearch(text.trim())
    }, 250)
    return () => clearTimeout(timer)
  }, [text])
  useShortcuts({ '/': () => input.current?.querySelector('input')?.focus() })
  return (
    <div ref={input} className="ledger-filter-search">
      <Input
        type="search"
        aria-label={t('ledger.search')}
        placeholder={t('ledger.search-placeholder')}
        value={text}
        allowClear
        suffix={<kbd>/</kbd>}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          isComposing.current = true
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false
          setText(event.currentTarget.value)
        }}
        onPressEnter={() => onSearch(text.trim())}
      />
    </div>
  )
}
