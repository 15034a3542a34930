import { existsSync, readdirSync, readFileSync } from 'node:fs'

const SOURCES = new URL('../../shared/reports/meetings/', import.meta.url)
const LENGTH = 12

/** Whether the reports that must not be copied are on this machine; they are not part of the project. */
export const hasReports = existsSync(SOURCES)

/** Every run of twelve characters that one of the texts shares with a report; marks and spaces do not count. */
export function copiedClauses(texts: readonly string[]): string[] {
  const reports = readdirSync(SOURCES).map((name) => letters(readFileSync(new URL(name, SOURCES), 'utf8')))
  return texts.map(letters).flatMap((text) => {
    const runs = Array.from({ length: Math.max(0, text.length - LENGTH + 1) }, (_, at) =>
      text.slice(at, at + LENGTH),
    )
    return runs.filter((run) => reports.some((report) => report.includes(run)))
  })
}

/** Letters and digits only, so that another comma does not hide a copied clause. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
