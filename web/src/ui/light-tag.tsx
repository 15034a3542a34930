import { useWords } from '../i18n/use-words.ts'
import './light-tag.css'

export type LightName =
  | 'none'
  | 'green'
  | 'blue'
  | 'yellow'
  | 'orange'
  | 'red'
  | 'paused'
  | 'done'
  | 'done-late'

/** Drawn on 16 × 16; a light is told by its shape alone, in grey and on paper. */
const SHAPES: Readonly<Record<LightName, string>> = {
  none: 'M3 8h10',
  green: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  blue: 'M3 2.5h10L3 13.5h10z',
  yellow: 'M8 2 14.5 13.5h-13z',
  orange: 'M8 1.2 14.8 8 8 14.8 1.2 8z',
  red: 'M2.5 2.5h11v11h-11z',
  paused: 'M4 2.5h3v11H4zM9 2.5h3v11H9z',
  done: 'M2.5 8.5 6.5 12.5 13.5 4',
  'done-late': 'M1.5 1.5h13v13h-13zM4.5 8.2 7.2 11 11.5 5.2',
}

/**
 * An item's light by shape, word and colour: circle green, hourglass blue, triangle yellow, diamond orange, square red,
 * bar without a clock, two bars paused, tick done, tick in a box done late.
 */
export function LightTag({ light }: { light: LightName }) {
  const { t } = useWords()
  return (
    <span className={`light light-${light}`}>
      <LightShape light={light} />
      {t(`light.${light}`)}
    </span>
  )
}

/** The shape alone, with its word for a screen reader and as a hint: where many stand close together. */
export function LightMark({ light }: { light: LightName }) {
  const { t } = useWords()
  return (
    <span className={`light light-${light}`} title={t(`light.${light}`)}>
      <LightShape light={light} />
      <span className="visually-hidden">{t(`light.${light}`)}</span>
    </span>
  )
}

function LightShape({ light }: { light: LightName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[light]} />
    </svg>
  )
}
