import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { type DecodedText, decodeText } from './decode-text.ts'

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
)
/** Elements whose content is never shown, and how the tokenizer must read it (HTML Standard, 13.2.6.2). */
const RAW = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
])
const UNSEEN = new Set([...RAW.keys(), 'template', 'noscript', 'select', 'svg', 'object', 'canvas'])
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/**
 * The visible text of a page, one line for each block, table cells parted by tabs. Only the tokenizer runs, no tree
 * is built: a page nested a million deep costs what its length costs.
 */
export function readHtml(bytes: Uint8Array): DecodedText {
  const { text: source, encoding } = decodeText(bytes, declaredEncoding(bytes))
  const page = new VisibleText()
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onCharacter: (token) => page.add(token.chars),
      onWhitespaceCharacter: (token) => page.addSpace(token.chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onParseError: null,
      onEof: () => {},
      onStartTag: (token) => {
        tokenizer.state = RAW.get(token.tagName) ?? tokenizer.state
        page.open(token)
      },
      onEndTag: (token) => page.close(token.tagName),
    },
  )
  tokenizer.write(source, true)
  return { text: page.toString(), encoding }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(2048, bytes.length)).toString('latin1')
  const label = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase()
  // A page that calls itself gb2312 or gbk is read with the larger set that contains it.
  return label && /^gb(?:2312|k|18030)$/.test(label) ? 'gb18030' : (label ?? null)
}

class VisibleText {
  #parts: string[] = []
  #atLineStart = true
  #pendingSpace = false
  #preformatted = 0
  /** The element that hides what is inside it, and how many of its name are open within. */
  #hidden: { tag: string; depth: number } | null = null

  add(chars: string): void {
    if (this.#hidden) return
    if (this.#pendingSpace && !this.#atLineStart) this.#parts.push(' ')
    this.#pendingSpace = false
    this.#parts.push(chars)
    this.#atLineStart = false
  }

  addSpace(chars: string): void {
    if (this.#preformatted > 0 && !this.#hidden && chars.includes('\n')) this.#newLine()
    else this.#pendingSpace = true
  }

  open(token: Token.TagToken): void {
    const tag = token.tagName
    if (this.#hidden) {
      if (tag === this.#hidden.tag && !token.selfClosing) this.#hidden.depth++
      return
    }
    if (tag === 'pre') this.#preformatted++
    if (tag === 'br') this.#newLine()
    else if (tag === 'td' || tag === 'th') this.#cell()
    else if (BLOCKS.has(tag)) this.#breakLine()
    if (!VOID.has(tag) && !token.selfClosing && isUnseen(token)) this.#hidden = { tag, depth: 1 }
  }

  close(tag: string): void {
    if (this.#hidden) {
      if (tag === this.#hidden.tag && --this.#hidden.depth === 0) this.#hidden = null
      return
    }
    if (tag === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1)
    if (BLOCKS.has(tag)) this.#breakLine()
  }

  #newLine(): void {
    this.#parts.push('\n')
    this.#atLineStart = true
    this.#pendingSpace = false
  }

  #breakLine(): void {
    if (!this.#atLineStart) this.#newLine()
  }

  #cell(): void {
    if (this.#atLineStart) return
    this.#parts.push('\t')
    this.#pendingSpace = false
  }

  toString(): string {
    return this.#parts.join('')
  }
}

function isUnseen(token: Token.TagToken): boolean {
  if (UNSEEN.has(token.tagName)) return true
  return token.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  )
}
