import type { Block } from '../model.ts'

/** Points of air between a table and the text around it: lines of exact height would touch its edge. */
const AIR = 6

interface Gaps {
  readonly before: boolean
  readonly after: boolean
}

/** Where a block touches a table; lines that only steer a template are gone when it is filled. */
export function gapsAt(blocks: readonly Block[], index: number): Gaps {
  const isText = TEXTS.has(blocks[index]?.kind ?? 'mark')
  const previous = blocks.slice(0, index).findLast(({ kind }) => kind !== 'mark')
  return {
    before: isText && previous?.kind === 'table',
    after: isText && blocks[index + 1]?.kind === 'table',
  }
}

const TEXTS: ReadonlySet<Block['kind']> = new Set(['heading', 'paragraph', 'caption', 'note'])

/** The paragraph with its air; its style says the rest. */
export function apart(paragraph: string, { before, after }: Gaps): string {
  if (!before && !after) return paragraph
  const air = `${before ? ` w:before="${AIR * 20}"` : ''}${after ? ` w:after="${AIR * 20}"` : ''}`
  return paragraph.replace('</w:pPr>', `<w:spacing${air}/></w:pPr>`)
}
