import { Button } from 'antd'
import { useState } from 'react'
import type { ItemDetail, StoryLine } from '../../../api/item-model.ts'
import { useItemStory } from '../../../api/item-steps.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { ChangeList } from '../changes/change-list.tsx'
import { SourcePanel } from '../sections/source-panel.tsx'
import { storyWords } from './story-words.ts'
import './story.css'

/** From the source sentence to the close, one line an event: who, when, what, and in whose words. */
export function StoryPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { data, error, refetch } = useItemStory(item.id)
  const [isOpen, setOpen] = useState(false)
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={10} />
  return (
    <div className="story">
      <SourcePanel item={item} />
      <section aria-labelledby="story-events">
        <header className="story-head">
          <h2 id="story-events">{t('item.view.story')}</h2>
          <span className="soft">{t('item.story-count', { count: data.lines.length })}</span>
          <Button size="small" className="no-print" aria-pressed={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('item.story-close-all') : t('item.story-open-all')}
          </Button>
        </header>
        <ol className="story-events">
          {data.lines.map((event, index) => (
            <Event key={event.seq} event={event} isOpen={isOpen} startsRound={newRound(data.lines, index)} />
          ))}
        </ol>
      </section>
    </div>
  )
}

/** The round that begins with a line; none where it goes on. */
function newRound(lines: readonly StoryLine[], index: number): number | undefined {
  const round = lines[index]?.round ?? 1
  const before = lines[index - 1]?.round ?? 1
  return round > before ? round : undefined
}

interface EventProps {
  readonly event: StoryLine
  readonly isOpen: boolean
  readonly startsRound: number | undefined
}

function Event({ event, isOpen, startsRound }: EventProps) {
  const words = useWords()
  const { t } = words
  const { nameOf } = useUnitIndex()
  const { inNameOf } = event.params
  const absent = Array.isArray(inNameOf) ? inNameOf.join(t('app.list-separator')) : ''
  const { sentence, parts, quoted, isLate } = storyWords(words, nameOf, event)
  return (
    <li className={startsRound ? 'starts-round' : undefined}>
      {startsRound && <p className="story-round">{t('item.round', { round: startsRound })}</p>}
      <time className="figure soft" dateTime={event.at}>
        {formatInstant(event.at)}
      </time>
      <div>
        <p>
          <span className="story-who">
            {absent ? t('leave.for', { standIn: event.actor, absent }) : event.actor}
          </span>{' '}
          <strong>{sentence}</strong>
          {isLate && <strong className="ledger-late"> {t('light.done-late')}</strong>}
          {parts.length > 0 && <span className="story-parts"> {parts.join(t('app.list-separator'))}</span>}
        </p>
        {quoted && <blockquote>{quoted}</blockquote>}
        {event.changes.length > 0 && (
          <details open={isOpen}>
            <summary>{t('item.story-changes', { count: event.changes.length })}</summary>
            <ChangeList changes={event.changes} />
          </details>
        )}
      </div>
    </li>
  )
}
