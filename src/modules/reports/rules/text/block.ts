import type { Line } from './line.ts'

/**
 * Lines that belong together: a paragraph of running text (which may go on after an intrusion), one
 * headline, a pull quote (`■`), or one item of a list (`-`, `●`).
 */
export interface Block {
  kind: 'body' | 'headline' | 'quote' | 'item'
  lines: Line[]
}

/** The folded text of a block without white space. */
export function textOf(block: Block): string {
  return block.lines
    .map((line) => line.text)
    .join('')
    .replace(/\s+/g, '')
}

export function lastLine(block: Block): Line {
  return block.lines[block.lines.length - 1]!
}
