import { Button, Input, InputNumber } from 'antd'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../../../i18n/use-words.ts'
import type { DraftPoint } from './agenda-draft.ts'

interface PointRowProps {
  point: DraftPoint
  name: string
  begins: string
  isFirst: boolean
  isLast: boolean
  isDragged: boolean
  onMove: (by: 1 | -1) => void
  onGrab: () => void
  onOver: () => void
  onDrop: () => void
  onChange: (change: Partial<Pick<DraftPoint, 'title' | 'minutes'>>) => void
  onRemove: () => void
}

/** One point while the agenda is arranged: its handle takes the arrow keys and the pointer. */
export function PointRow({ point, name, begins, onMove, onChange, onRemove, ...row }: PointRowProps) {
  const { t } = useWords()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <li
      className={`point ${row.isDragged ? 'is-dragged' : ''}`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        row.onGrab()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        row.onOver()
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={row.onDrop}
    >
      <button
        type="button"
        className="point-handle"
        aria-label={t('cycle.move-point', { name })}
        aria-keyshortcuts="ArrowUp ArrowDown"
        onKeyDown={onKeyDown}
      >
        ⠿
      </button>
      <span className="figure point-begins">{begins}</span>
      {point.kind === 'speech' ? (
        <span className="point-name">{name}</span>
      ) : (
        <Input
          aria-label={t('cycle.other-title')}
          placeholder={t('cycle.other-title')}
          maxLength={200}
          value={point.title}
          autoFocus={point.title === ''}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      )}
      <span className="point-minutes">
        <InputNumber
          aria-label={t('cycle.minutes-of', { name })}
          min={1}
          max={240}
          precision={0}
          value={point.minutes}
          onChange={(minutes) => onChange({ minutes: minutes ?? 1 })}
        />
        <span className="soft">{t('cycle.minute')}</span>
      </span>
      <span className="point-moves">
        <Button
          size="small"
          type="text"
          disabled={row.isFirst}
          aria-label={t('cycle.up', { name })}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          type="text"
          disabled={row.isLast}
          aria-label={t('cycle.down', { name })}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button size="small" type="text" aria-label={t('cycle.remove-point', { name })} onClick={onRemove}>
          ✕
        </Button>
      </span>
    </li>
  )
}
