import { useWords } from '../../../i18n/use-words.ts'
import { formatSeconds } from './stretches.ts'

interface SpeakerClockProps {
  minutes: number
  used: number
  isRunning: boolean
  /** Left out for whoever only looks. */
  onToggle?: (() => void) | undefined
}

/** Time used against the time allowed: figures, bar and word; over it, also by the word. */
export function SpeakerClock({ minutes, used, isRunning, onToggle }: SpeakerClockProps) {
  const { t } = useWords()
  const allowed = minutes * 60
  const isOver = used > allowed
  const left = isOver
    ? t('day.over', { time: formatSeconds(used - allowed) })
    : t('day.left', { time: formatSeconds(allowed - used) })
  return (
    <div className={`day-clock ${isOver ? 'is-over' : ''} ${isRunning ? 'is-running' : ''}`}>
      <div className="day-clock-figures figure" role="timer" aria-label={t('day.clock')}>
        <strong>{formatSeconds(used)}</strong> / {formatSeconds(allowed)}
      </div>
      <div className="day-clock-bar" aria-hidden="true">
        <div style={{ width: `${Math.min(100, (used / allowed) * 100)}%` }} />
      </div>
      <div className="day-clock-word">
        {left} · {t(isRunning ? 'day.running' : 'day.stopped')}
      </div>
      {onToggle && (
        <button type="button" className="day-button" onClick={onToggle}>
          {t(isRunning ? 'day.stop' : 'day.start')} <kbd>{t('day.space')}</kbd>
        </button>
      )}
    </div>
  )
}
