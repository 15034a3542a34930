import type { Block } from '../text/block.ts'
import type { Headline } from '../text/join-headlines.ts'

/** An article while it is put together: its headlines and its blocks in reading order. */
export interface Draft {
  headlines: Headline[]
  blocks: Block[]
}

/** The folded text of a headline without white space. */
export function headlineText(headline: Headline): string {
  return headline
    .map((line) => line.text)
    .join('')
    .replace(/\s+/g, '')
}
