import sentences from './sentences.json' with { type: 'json' }
import words from './words.json' with { type: 'json' }

export interface SeededError {
  readonly kind: string
  readonly how: string
  readonly sound: string
  readonly faulty: string
}

const MARKED = /⟦([^⟧]*)⟧/g
const NUMERAL = /\d+(?:\.\d+)?/

/** Sound fictional texts, each with one number or word made wrong; the same every time. */
export function seededErrors(): SeededError[] {
  const { subjects, rates, ...said } = words
  const spoken = Object.entries(said).flatMap(([kind, templates]) =>
    templates.flatMap((template) =>
      (kind === 'points' ? rates : subjects).map((subject) => {
        const text = template.replaceAll('{s}', subject)
        const choose = (side: number) =>
          text.replace(MARKED, (_, marked: string) => marked.split('→')[side] ?? marked)
        return { kind, how: 'word', sound: choose(0), faulty: choose(1) }
      }),
    ),
  )
  const numeric = Object.entries(sentences).flatMap(([kind, texts]) =>
    texts.flatMap((text) => {
      const sound = text.replace(MARKED, '$1')
      return slips(/⟦([^⟧]*)⟧/.exec(text)![1]!).map(({ how, to }) => ({
        kind,
        how,
        sound,
        faulty: text.replace(MARKED, to),
      }))
    }),
  )
  return [...numeric, ...spoken]
}

function slips(marked: string): { how: string; to: string }[] {
  const numeral = NUMERAL.exec(marked)![0]
  const to = (changed: string) => marked.replace(numeral, changed)
  const swapped = swap(numeral)
  return [
    ...(swapped === numeral ? [] : [{ how: 'swapped', to: to(swapped) }]),
    { how: 'digit', to: to(changed(numeral)) },
    { how: 'ten', to: to(shifted(numeral)) },
  ]
}

/** The first two neighbours that differ change places; no leading zero. */
function swap(numeral: string): string {
  for (let i = 0; i + 1 < numeral.length; i++) {
    const [a, b] = [numeral[i]!, numeral[i + 1]!]
    if (a === b || a === '.' || b === '.' || (i === 0 && b === '0')) continue
    return numeral.slice(0, i) + b + a + numeral.slice(i + 2)
  }
  return numeral
}

function changed(numeral: string): string {
  const first = Number(numeral[0])
  return String(first === 9 ? 7 : first + 1) + numeral.slice(1)
}

function shifted(numeral: string): string {
  const [whole = '', fraction = ''] = numeral.split('.')
  return fraction
    ? `${whole}${fraction[0]}${fraction.length > 1 ? `.${fraction.slice(1)}` : ''}`
    : `${whole}0`
}
