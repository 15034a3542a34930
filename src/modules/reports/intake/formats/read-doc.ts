import WordExtractor from 'word-extractor'
import { invalid } from '../../../../kernel/errors.ts'
import { dropControls } from './check-is-text.ts'

/** Text of a Word 97–2003 document, text boxes behind the body. Throws `reports.damaged-file`. */
export async function readDoc(bytes: Uint8Array): Promise<string> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes))
    const boxes = document.getTextboxes().trim()
    return dropControls(boxes ? `${document.getBody()}\n${boxes}\n` : document.getBody())
  } catch {
    throw invalid('reports.damaged-file', { part: 'doc' })
  }
}
