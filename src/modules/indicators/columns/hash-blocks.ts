import { createHash } from 'node:crypto'
import { type CanonicalBlock, canonicalBlock } from '../rules/values/canonical-block.ts'

/** What a vintage's journal entry says of its blocks, by indicator and period: SHA-256 in hexadecimal. */
export function hashBlocks(blocks: readonly CanonicalBlock[]): string {
  const hash = createHash('sha256')
  for (const block of blocks) hash.update(canonicalBlock(block))
  return hash.digest('hex')
}
