import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { KeyList } from '../../ui/key-list.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { SIDES } from '../review/sheet/sheet-lines.ts'
import type { Slide } from './use-slide.ts'

interface DayKeys {
  slide: Slide
  /** Left out for whoever only looks. */
  onNote?: (() => void) | undefined
  onCommitment?: (() => void) | undefined
  onClock?: (() => void) | undefined
}

/** The keys of the meeting: arrows, 1 2 3, n, c, space, f, ?. */
export function useDayKeys({ slide, onNote, onCommitment, onClock }: DayKeys) {
  const { t } = useWords()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useShortcuts({
    ArrowRight: () => slide.showUnit(slide.at + 1),
    PageDown: () => slide.showUnit(slide.at + 1),
    ArrowLeft: () => slide.showUnit(slide.at - 1),
    PageUp: () => slide.showUnit(slide.at - 1),
    ArrowDown: () => slide.step(1),
    ArrowUp: () => slide.step(-1),
    f: switchFullScreen,
    '?': () => setHelpOpen(true),
    ...(onNote && { n: onNote }),
    ...(onCommitment && { c: onCommitment }),
    ...(onClock && { ' ': onClock }),
    ...Object.fromEntries(SIDES.map((side, at) => [String(at + 1), () => slide.showSide(side)])),
  })
  const help = (
    <KeyList
      isOpen={isHelpOpen}
      onClose={() => setHelpOpen(false)}
      keys={[
        { keys: ['←', '→'], does: t('day.key.unit') },
        { keys: ['↑', '↓'], does: t('day.key.line') },
        { keys: ['1', '2', '3'], does: t('day.key.side') },
        { keys: ['n'], does: t('day.key.note') },
        { keys: ['c'], does: t('day.key.commitment') },
        { keys: [t('day.space')], does: t('day.key.clock') },
        { keys: ['f'], does: t('day.key.full') },
        { keys: ['?'], does: t('app.keys-help') },
      ]}
    />
  )
  return { help, openHelp: () => setHelpOpen(true) }
}

/** A browser may refuse; the page is of use either way. */
function switchFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  done.catch(() => undefined)
}
