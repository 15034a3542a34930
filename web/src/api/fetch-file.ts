import { requestHeaders } from './client.ts'
import { Problem } from './problem.ts'
import { fileNameOf, type TableFile } from './table-file.ts'

/** A file that the server makes when asked, under the server's name for it. @throws Problem with the server's sentence */
export async function fetchFile(address: string, nameWithout: string): Promise<TableFile> {
  const answer = await fetch(address, { headers: requestHeaders(), credentials: 'same-origin' }).catch(() => {
    throw new Problem(0, null)
  })
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => null))
  const content = await answer.blob().catch(() => {
    throw new Problem(0, null)
  })
  return { content, fileName: fileNameOf(answer.headers.get('content-disposition')) ?? nameWithout }
}
