import { invalid } from '../../../../kernel/errors.ts'
import type { OpenZip } from '../../../../platform/zip/index.ts'
import { scanXml } from './scan-xml.ts'

/**
 * Text of a Word document: one line for each paragraph, one for each table row with cells parted by tabs. Deleted
 * revisions, field codes and the fallback copies of text boxes are left out; headers, footers and notes too.
 */
export function readDocx(zip: Pick<OpenZip, 'read'>): string {
  const part = mainPart(zip)
  const bytes = zip.read(part)
  if (!bytes) throw invalid('reports.damaged-file', { part })
  const text = new DocumentText()
  scanXml(new TextDecoder('utf-8').decode(bytes), {
    onOpen: (name, attributes, selfClosing) => text.open(name, attributes, selfClosing),
    onClose: (name) => text.close(name),
    onText: (chars) => text.add(chars),
  })
  return text.toString()
}

/** The part that the package's relationships call its office document (ECMA-376 part 2, 9.3). */
function mainPart(zip: Pick<OpenZip, 'read'>): string {
  const fallback = 'word/document.xml'
  const relations = zip.read('_rels/.rels')
  if (!relations) return fallback
  let target = fallback
  scanXml(new TextDecoder('utf-8').decode(relations), {
    onOpen: (name, attributes) => {
      if (name !== 'Relationship' || !/Type="[^"]*\/officeDocument"/.test(attributes)) return
      target = /Target="([^"]*)"/.exec(attributes)?.[1]?.replace(/^\//, '') ?? target
    },
    onClose: () => {},
    onText: () => {},
  })
  return target
}

/** Elements whose text is not part of what the page says. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'annotationRef'])

class DocumentText {
  #parts: string[] = []
  #skipping = 0
  #inText = false
  /** How many table cells are open: inside one, a paragraph ends with a space instead of a line. */
  #cells = 0
  #cellsInRow: number[] = []

  open(name: string, attributes: string, selfClosing: boolean): void {
    if (SKIPPED.has(name)) {
      if (!selfClosing) this.#skipping++
      return
    }
    if (this.#skipping > 0) return
    if (name === 't') this.#inText = !selfClosing
    else if (name === 'tab' && !attributes.includes(':pos=')) this.#parts.push('\t')
    else if (name === 'br' || name === 'cr') this.#parts.push(this.#cells > 0 ? ' ' : '\n')
    else if (name === 'noBreakHyphen') this.#parts.push('-')
    else if (name === 'tr' && !selfClosing) this.#cellsInRow.push(0)
    else if (name === 'tc' && !selfClosing) this.#openCell()
    else if (name === 'p' && selfClosing && this.#cells === 0) this.#parts.push('\n')
  }

  close(name: string): void {
    if (SKIPPED.has(name)) {
      this.#skipping = Math.max(0, this.#skipping - 1)
      return
    }
    if (this.#skipping > 0) return
    if (name === 't') this.#inText = false
    else if (name === 'p') this.#parts.push(this.#cells > 0 ? ' ' : '\n')
    else if (name === 'tc') this.#closeCell()
    else if (name === 'tr') this.#closeRow()
  }

  add(chars: string): void {
    if (this.#inText && this.#skipping === 0) this.#parts.push(chars)
  }

  #openCell(): void {
    const row = this.#cellsInRow.length - 1
    if (row >= 0 && this.#cellsInRow[row]!++ > 0) this.#parts.push('\t')
    this.#cells++
  }

  #closeCell(): void {
    this.#cells = Math.max(0, this.#cells - 1)
    if (this.#parts.at(-1) === ' ') this.#parts.pop()
  }

  #closeRow(): void {
    this.#cellsInRow.pop()
    this.#parts.push(this.#cells > 0 ? ' ' : '\n')
  }

  toString(): string {
    return this.#parts.join('')
  }
}
