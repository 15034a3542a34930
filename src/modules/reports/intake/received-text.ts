/** How a document was written; decided by its content, never by its name alone. */
export type DocumentFormat = 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'xlsx' | 'xls' | 'pasted'

/**
 * A document's text exactly as received: decoded, with its line breaks kept, and nothing else changed.
 * Every span that is stored later indexes `text` in UTF-16 code units.
 */
export interface ReceivedText {
  readonly text: string
  readonly format: DocumentFormat
  /** Character encoding of txt and html, for example `gb18030`; null where the format fixes it. */
  readonly encoding: string | null
  /** SHA-256 of the bytes as received (of the text in UTF-8 when pasted), hex. */
  readonly contentHash: string
}
