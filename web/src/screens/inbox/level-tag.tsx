import type { InboxMessage } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'

type Level = InboxMessage['level']

/** Drawn on 16 × 16: dot in a circle, clock, triangle, square with a stroke. */
const SHAPES: Readonly<Record<Level, string>> = {
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7v4M8 4.8v.4',
  reminder: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.5V8l2.5 1.5',
  warning: 'M8 2 14.5 13.5h-13zM8 6v4M8 11.6v.4',
  alarm: 'M2.5 2.5h11v11h-11zM8 5v4M8 10.9v.4',
}

/** How grave a message is, by shape, word and colour. */
export function LevelTag({ level }: { level: Level }) {
  const { t } = useWords()
  return (
    <span className={`level level-${level}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[level]} />
      </svg>
      {t(`inbox.level.${level}`)}
    </span>
  )
}
