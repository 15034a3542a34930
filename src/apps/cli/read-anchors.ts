import { readFile } from 'node:fs/promises'
import { invalid, notFound } from '../../kernel/errors.ts'
import { type AnchorLine, parseAnchors } from '../../platform/journal/index.ts'

/** Anchors given as lines or as files of lines. @throws `cli.no-such-anchor-file`, `cli.no-anchor` */
export async function readAnchors(given: readonly string[]): Promise<AnchorLine[]> {
  const read = given.map(async (one) => {
    const inLine = parseAnchors(one)
    if (inLine.length > 0) return inLine
    const anchors = parseAnchors(await readFile(one, 'utf8').catch((error) => missing(one, error)))
    if (anchors.length === 0) throw invalid('cli.no-anchor', { file: one })
    return anchors
  })
  return (await Promise.all(read)).flat()
}

function missing(file: string, error: NodeJS.ErrnoException): never {
  throw notFound('cli.no-such-anchor-file', { file, reason: error.code ?? String(error) })
}
