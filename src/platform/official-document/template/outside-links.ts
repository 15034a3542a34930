import { strFromU8, strToU8 } from 'fflate'
import { invalid } from '../../../kernel/errors.ts'
import type { Parts } from '../docx/pack-docx.ts'
import { isElement, type XmlElement } from '../xml/parse-xml.ts'
import { descendantsOf } from '../xml/walk-xml.ts'
import { writeXml } from '../xml/write-xml.ts'
import { readPart } from './read-part.ts'

const SETTINGS = 'word/settings.xml'

/**
 * A template goes to everybody who gets a document made by it: it may name web pages, but nothing that Word fetches by itself when
 * it opens the file. The template that Word had attached, which it names in every file, is taken out.
 * @throws `platform.template-external`, `platform.template-unreadable`
 */
export function withoutOutsideLinks(parts: Parts): Parts {
  const kept: Record<string, Uint8Array> = { ...parts }
  if (kept[SETTINGS])
    kept[SETTINGS] = strToU8(strFromU8(kept[SETTINGS]).replace(/<w:attachedTemplate\s[^>]*\/>/g, ''))
  for (const [name, bytes] of Object.entries(kept)) {
    if (!name.toLowerCase().endsWith('.rels')) continue
    const root = readPart(name, bytes)
    const relations = root.children.filter(isElement)
    const outside = relations.filter(
      (each) => each.attributes.TargetMode === 'External' && !isOf(each, 'hyperlink'),
    )
    if (outside.length === 0) continue
    const fetched = outside.find((each) => !isOf(each, 'attachedTemplate'))
    if (fetched) {
      const { Target = '' } = fetched.attributes
      throw invalid('platform.template-external', { part: name, target: Target.slice(0, 200) })
    }
    root.children = relations.filter((each) => !outside.includes(each))
    kept[name] = strToU8(writeXml(root))
  }
  return kept
}

const isOf = ({ attributes }: XmlElement, type: string) => attributes.Type?.endsWith(`/${type}`) ?? false

/** Fields by which Word takes in other files or asks other programs. @throws `platform.template-external` */
export function refuseFetchingFields(part: string, root: XmlElement): void {
  const simple = descendantsOf(root, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? '')
  const torn = descendantsOf(root, 'w:instrText').flatMap(({ children }) =>
    children.filter((child) => !isElement(child)),
  )
  const [field] = FETCHING.exec([...simple, torn.join('')].join('\n')) ?? []
  if (field) throw invalid('platform.template-external', { part, target: field })
}

const FETCHING = /\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/i
