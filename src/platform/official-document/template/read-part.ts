import { invalid } from '../../../kernel/errors.ts'
import { parseXml, type XmlElement } from '../xml/parse-xml.ts'

const MOST_BYTES = 8 * 1024 * 1024

/** A part of a template as a tree. @throws `platform.template-unreadable` */
export function readPart(name: string, bytes: Uint8Array): XmlElement {
  try {
    if (bytes.length > MOST_BYTES) throw new RangeError('too long')
    return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw invalid('platform.template-unreadable', { part: name })
    throw error
  }
}
