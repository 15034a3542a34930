import { getDocumentProxy } from 'unpdf'
import { invalid } from '../../../../kernel/errors.ts'
import { dropControls } from './check-is-text.ts'
import { linesOfPage, type TextItem } from './lines-of-page.ts'
import { PredefinedCmaps } from './predefined-cmaps.ts'

const MAX_PAGES = 2000

/**
 * Text of a PDF, line by line in reading order, an empty line between pages. Throws `reports.pdf-encrypted`,
 * `reports.pdf-without-text` (a scan), `reports.too-many-pages`, `reports.damaged-file`.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes)
  try {
    if (document.numPages > MAX_PAGES)
      throw invalid('reports.too-many-pages', { pages: document.numPages, limit: MAX_PAGES })
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(
        linesOfPage(items.filter((item): item is typeof item & TextItem => 'str' in item)).join('\n'),
      )
    }
    const text = dropControls(pages.filter(Boolean).join('\n\n'))
    if (!text.trim()) throw invalid('reports.pdf-without-text', { pages: document.numPages })
    return `${text}\n`
  } catch (error) {
    throw (error as { code?: unknown }).code ? error : invalid('reports.damaged-file', { part: 'pdf' })
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Uint8Array) {
  try {
    // pdf.js keeps and detaches the buffer it is given: it gets a copy. No code from the file is compiled.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      verbosity: 0,
      useWorkerFetch: false,
      cMapPacked: false,
      BinaryDataFactory: PredefinedCmaps,
    })
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw invalid('reports.pdf-encrypted')
    throw invalid('reports.damaged-file', { part: 'pdf' })
  }
}
