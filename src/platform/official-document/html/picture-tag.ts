import type { Parts } from '../docx/pack-docx.ts'
import { escapeXml } from '../xml/escape-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { descendantsOf } from '../xml/walk-xml.ts'

const KINDS: Readonly<Record<string, string>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', gif: 'gif' }

/** A picture of the document inside the page itself, with its text alternative. */
export function pictureTag(
  drawing: XmlElement,
  { parts, classOf }: { parts: Parts; classOf(look: string): string },
): string {
  const [extent] = descendantsOf(drawing, 'wp:extent')
  const [about] = descendantsOf(drawing, 'wp:docPr')
  const id = descendantsOf(drawing, 'a:blip')[0]?.attributes['r:embed'] ?? ''
  const relations = new TextDecoder().decode(parts['word/_rels/document.xml.rels'])
  const relation = [...relations.matchAll(/<Relationship [^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${id}"`),
  )
  const target = /Target="([^"]+)"/.exec(relation?.[0] ?? '')?.[1] ?? ''
  const bytes = parts[`word/${target}`]
  const kind = KINDS[target.split('.').at(-1)?.toLowerCase() ?? '']
  if (!bytes || !kind) return ''
  const width = Math.round(Number(extent?.attributes.cx ?? 0) / 36_000)
  const alt = escapeXml(about?.attributes.descr ?? '')
  return `<img alt="${alt}" class="${classOf(`width:${width}mm`)}" src="data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}">`
}
