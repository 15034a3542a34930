import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

export interface CorpusText {
  readonly name: string
  readonly text: string
  readonly folder: 'held-out' | 'meetings' | 'work-reports'
}

const HELD_OUT = new URL('../../fixtures/held-out/', import.meta.url)
/** Public reports that may be read but not copied into the repository. */
const SHARED = new URL('../../../../../../shared/reports/', import.meta.url)

/** Every report text that there is; the shared ones only where the folder stands beside the repository. */
export function readCorpora(): CorpusText[] {
  return [
    ...readTexts(HELD_OUT, 'held-out'),
    ...readTexts(new URL('meetings/', SHARED), 'meetings'),
    ...readTexts(new URL('work-reports/', SHARED), 'work-reports'),
  ]
}

function readTexts(folder: URL, name: CorpusText['folder']): CorpusText[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: `${name}/${basename(file, '.txt')}`,
      text: readFileSync(new URL(file, folder), 'utf8'),
      folder: name,
    }))
}
