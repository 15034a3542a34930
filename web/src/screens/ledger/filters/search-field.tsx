import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'

/** Searches when typing rests, and never in the middle of a word being composed by an input method. `/` goes to it. */
export function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
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
