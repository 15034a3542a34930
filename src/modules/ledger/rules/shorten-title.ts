import { plainLine } from '../../../platform/names/index.ts'

const LONGEST = 60

/** A task's subject as a title: only what is seen of it, up to its last break within the limit, otherwise cut with an ellipsis. */
export function shortenTitle(subject: string): string {
  const text = plainLine(subject)
    .replace(/\s+/g, '')
    .replace(/(?<![，,；;。、：:])[，,；;。、：:]+$/, '')
  const characters = [...text]
  if (characters.length <= LONGEST) return text
  const head = characters.slice(0, LONGEST - 1).join('')
  const at = Math.max(...['，', '；', '。', ','].map((mark) => head.lastIndexOf(mark)))
  return at >= LONGEST / 3 ? head.slice(0, at) : `${head}…`
}
