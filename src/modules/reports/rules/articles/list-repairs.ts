import type { Span } from '../../schema.ts'
import type { Article } from '../model.ts'
import { type Block, lastLine } from '../text/block.ts'
import { fold } from '../text/fold.ts'
import { isTerminated } from '../text/sentence-end.ts'
import type { Draft } from './draft.ts'

export interface Repair {
  /** The rule, as its file is named. */
  rule: string
  span: Span
}

/** What was done to one article's print, for people: lines joined, columns mended, headlines put back, characters restored. */
export function listRepairs(draft: Draft, body: Article['body']): Repair[] {
  const repairs: Repair[] = []
  for (const block of draft.blocks) {
    if (block.lines.length > 1) repairs.push({ rule: 'wrapped-lines', span: spanOfBlock(block) })
    for (const [i, line] of block.lines.entries()) {
      const last = block.lines[i - 1]
      if (last && !isTerminated(last.text) && (line.blankBefore || line.start < last.end))
        repairs.push({ rule: 'broken-column', span: [last.end, Math.max(last.end, line.start)] })
    }
  }
  const first = draft.blocks[0]?.lines[0]?.start ?? 0
  for (const headline of draft.headlines)
    if (headline[0]!.start > first)
      repairs.push({
        rule: 'headline-put-back',
        span: [headline[0]!.start, headline[headline.length - 1]!.end],
      })
  return [...repairs, ...restoredCharacters(body)]
}

/** From the first character of a block to its last, whatever stood in between. */
export function spanOfBlock(block: Block): Span {
  return [block.lines[0]!.start, lastLine(block).end]
}

function restoredCharacters(body: Article['body']): Repair[] {
  const repairs: Repair[] = []
  for (const match of body.text.matchAll(/[?？□�]/g)) {
    const at = match.index
    if (body.folded[at] !== fold(body.text.slice(at, at + 1)) && /[\u4e00-\u9fff]/.test(body.folded[at]!))
      repairs.push({ rule: 'lost-character', span: [body.at[at]!, body.at[at]! + 1] })
  }
  return repairs
}
