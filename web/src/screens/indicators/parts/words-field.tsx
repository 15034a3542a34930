import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'

interface WordsFieldProps {
  value: string | undefined
  onChange: (words: string | undefined) => void
}

/** Typing is not answered letter by letter. */
const PAUSE_MS = 250

/** Words to look for; the address follows after a short pause, so that input methods are left alone. */
export function WordsField({ value, onChange }: WordsFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState(value ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(value ?? ''), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (words: string) => {
    setText(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange(words.trim() || undefined), PAUSE_MS)
  }
  return (
    <Input
      type="search"
      className="words-field"
      aria-label={t('indicator.search')}
      placeholder={t('indicator.search')}
      allowClear
      value={text}
      onChange={(event) => type(event.target.value)}
    />
  )
}
