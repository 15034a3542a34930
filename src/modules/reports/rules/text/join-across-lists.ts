import type { Block } from './block.ts'
import { textOf } from './block.ts'
import { opensParagraph } from './openings.ts'

/**
 * Takes out the blocks that repeat others. Where a repeated list stood inside a speech, the paragraph after
 * it that names no new speaker goes on with the paragraph before it.
 */
export function joinAcrossLists(blocks: readonly Block[], repeated: ReadonlySet<Block>): Block[] {
  const kept: Block[] = []
  let isAfterList = false
  for (const block of blocks) {
    if (repeated.has(block)) {
      isAfterList ||= block.kind === 'item'
      continue
    }
    const last = kept[kept.length - 1]
    if (isAfterList && last?.kind === 'body' && block.kind === 'body' && !opensParagraph(textOf(block)))
      last.lines.push(...block.lines)
    else kept.push(block)
    isAfterList = false
  }
  return kept
}
