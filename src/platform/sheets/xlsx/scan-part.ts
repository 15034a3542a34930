import { StringDecoder } from 'node:string_decoder'
import type { OpenZip } from '../../zip/index.ts'
import { inflatePart } from './inflate-part.ts'
import { type XmlHandler, XmlScanner } from './xml-scanner.ts'

const LONGEST_TAG_OR_TEXT = 8 * 1024 * 1024

/** Scans one XML part; yields after each piece, so that a caller can take what has been collected so far. */
export async function* scanPart(zip: OpenZip, part: string, handler: XmlHandler): AsyncGenerator<void> {
  const scanner = new XmlScanner(handler, { part, longest: LONGEST_TAG_OR_TEXT })
  const decoder = new StringDecoder('utf8')
  for await (const piece of inflatePart(zip, part)) {
    scanner.write(decoder.write(piece))
    yield
  }
  scanner.write(decoder.end())
  scanner.end()
  yield
}

/** Scans one XML part to its end. */
export async function scanWhole(zip: OpenZip, part: string, handler: Partial<XmlHandler>): Promise<void> {
  const whole: XmlHandler = { onOpen() {}, onClose() {}, onText() {}, ...handler }
  for await (const _ of scanPart(zip, part, whole));
}
