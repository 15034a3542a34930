import { Input } from 'antd'
import { useState } from 'react'
import { readPoints } from './read-points.ts'

interface PointsFieldProps {
  id: string
  value: readonly string[]
  placeholder?: string
  onChange: (points: string[]) => void
}

/** Points by place, parted by blanks or commas, the first place first. */
export function PointsField({ id, value, placeholder, onChange }: PointsFieldProps) {
  const [text, setText] = useState(value.join(' '))
  return (
    <Input
      id={id}
      value={text}
      placeholder={placeholder}
      onChange={({ target }) => {
        setText(target.value)
        onChange(readPoints(target.value))
      }}
    />
  )
}
