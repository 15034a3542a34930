import { searchWords } from '../../../src/platform/segmenter/index.ts'
import type { Random } from './random.ts'
import lists from './words.json' with { type: 'json' }

interface Clause {
  readonly text: string
  readonly words: readonly string[]
}

export interface InventedText {
  readonly title: string
  readonly content: string
  readonly target: string
  /** The words that search finds it by: those of its clauses, because punctuation parts words. */
  readonly words: readonly string[]
}

const cut = (text: string): Clause => ({ text, words: searchWords(text) })

/** Every place with every object and every action; each is cut into words once. */
function clauses(): Clause[] {
  const { places, objects, actions } = lists
  const texts = objects.flatMap((object, o) =>
    places.flatMap((place, p) => {
      const action = (step: number) => actions[(o * 7 + p * 3 + step) % actions.length]!
      return [`${place}${object}${action(0)}`, `${action(1)}${place}${object}`, `${object}${action(2)}`]
    }),
  )
  return [...new Set(texts)].map(cut)
}

/** Texts of items, with words that stand in every tenth of them and words that stand in hardly any. */
export function textInventor(random: Random): () => InventedText {
  const all = clauses()
  const [tails, rare, targets] = [lists.tails, lists.rare, lists.targets].map((texts) => texts.map(cut))
  return () => {
    const title = random.skewed(all)
    const body = [random.skewed(all), random.skewed(all), random.skewed(tails!)]
    if (random.chance(0.0001)) body.push(random.skewed(rare!))
    const target = random.chance(0.3) ? random.skewed(targets!) : undefined
    const parts = target ? [title, ...body, target] : [title, ...body]
    return {
      title: title.text,
      content: `${body.map(({ text }) => text).join('，')}。`,
      target: target?.text ?? '',
      words: [...new Set(parts.flatMap(({ words }) => words))],
    }
  }
}
