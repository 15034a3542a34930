import { Input } from 'antd'
import { useEffect, useState } from 'react'

interface WordFieldProps {
  name: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A word to filter by: asked for on Enter or when the field is left. */
export function WordField({ name, value, onChange }: WordFieldProps) {
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])
  const ask = () => text.trim() !== (value ?? '') && onChange(text.trim() || undefined)
  return (
    <Input
      aria-label={name}
      placeholder={name}
      value={text}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={ask}
      onBlur={ask}
    />
  )
}
