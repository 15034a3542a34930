import type { CSSProperties } from 'react'
import type { Words } from '../../../i18n/use-words.ts'
import { sourceWords } from '../sheet/panel/source-words.ts'
import type { SheetLine } from '../sheet/sheet-lines.ts'
import { fittingSize } from './fitting-size.ts'

/** The size at which a unit's lines stand on one printed page, for `var(--fit)`. */
export function printFit(lines: readonly SheetLine[], words: Pick<Words, 't' | 'locale'>): CSSProperties {
  const printed = lines
    .filter(({ included }) => included)
    .flatMap(({ shown, sources, evidence }) => [
      { text: shown, small: sources.map((source) => sourceWords(source, words)).join(' ') },
      ...evidence.map(({ sentence }) => ({ text: sentence, small: '' })),
    ])
  return { '--fit': `${fittingSize(printed)}pt` } as CSSProperties
}
