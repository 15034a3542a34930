import './pace-mark.css'

export const TONES = ['ahead', 'on-pace', 'slightly-behind', 'behind', 'far-behind'] as const
export type Tone = (typeof TONES)[number]

/** A shape of its own for each tone: who cannot tell colours, and a grey print, can tell these. */
const SHAPES: Readonly<Record<Tone, string>> = {
  ahead: 'M6 1 11 10H1z',
  'on-pace': 'M6 1a5 5 0 1 0 .01 0z',
  'slightly-behind': 'M6 0 12 6 6 12 0 6z',
  behind: 'M6 11 1 2h10z',
  'far-behind': 'M1 1h10v10H1z',
}

/** The band of a pace by shape and colour; its word stands beside it. */
export function PaceMark({ tone }: { tone: string }) {
  const known = TONES.find((each) => each === tone)
  if (!known) return null
  return (
    <svg className={`pace-mark is-${known}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SHAPES[known]} />
    </svg>
  )
}
