import { invalid } from '../../../kernel/errors.ts'
import { openZip, type ZipLimits } from '../../zip/index.ts'
import type { Parts } from '../docx/pack-docx.ts'
import { refuseFetchingFields, withoutOutsideLinks } from './outside-links.ts'
import { type Branch, parseTemplate } from './parse-template.ts'
import { readPart } from './read-part.ts'
import type { TemplateProblem } from './template-problem.ts'

/** A text of some pages with a crest or two: what a template may be. */
export const TEMPLATE_LIMITS: ZipLimits & { readonly maxBytes: number } = {
  maxBytes: 5 * 1024 * 1024,
  maxZipEntries: 500,
  maxInflatedBytes: 40 * 1024 * 1024,
  maxInflationRatio: 200,
}

/** The parts that hold text; numbers end the names of those that there may be several of. */
const TEXT_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/
export const MAIN_PART = 'word/document.xml'

export interface Template {
  readonly parts: Parts
  readonly trees: ReadonlyMap<string, Branch>
  readonly problems: readonly TemplateProblem[]
}

/**
 * Opens a template within limits; nothing of it is ever run or fetched.
 * @throws `platform.template-too-large`, `platform.template-unreadable`, `platform.template-external`, what `openZip` throws
 */
export function openTemplate(bytes: Uint8Array): Template {
  const { maxBytes } = TEMPLATE_LIMITS
  if (bytes.length > maxBytes)
    throw invalid('platform.template-too-large', { limitMegabytes: maxBytes / 1024 / 1024 })
  const zip = openZip(bytes, TEMPLATE_LIMITS)
  const all: Record<string, Uint8Array> = {}
  for (const name of zip.names) if (!name.endsWith('/')) all[name] = zip.read(name) ?? new Uint8Array()
  const parts = withoutOutsideLinks(all)
  const trees = new Map<string, Branch>()
  const problems: TemplateProblem[] = []
  for (const [name, content] of Object.entries(parts)) {
    if (!TEXT_PARTS.test(name)) continue
    const root = readPart(name, content)
    refuseFetchingFields(name, root)
    const parsed = parseTemplate(root)
    trees.set(name, parsed.tree)
    problems.push(...parsed.problems)
  }
  if (!trees.has(MAIN_PART)) throw invalid('platform.template-unreadable', { part: MAIN_PART })
  return { parts, trees, problems }
}
