import { requestHeaders } from './client.ts'
import type { Evidence } from './item-model.ts'
import { Problem } from './problem.ts'

interface Sending {
  readonly file: File
  readonly note?: string
  /** Hears the share of bytes sent, 0–1. */
  readonly onProgress: (share: number) => void
}

/**
 * Sends one file as evidence, with upload progress (fetch has none). Resolves when the server has kept it.
 * @throws Problem with the server's sentence.
 */
export function sendEvidence(itemId: string, { file, note, onProgress }: Sending): Promise<Evidence> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/items/${itemId}/evidence`)
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Evidence)
      else reject(new Problem(request.status, request.response))
    })
    request.addEventListener('error', () => reject(new Problem(0, null)))
    const form = new FormData()
    if (note) form.append('note', note)
    form.append('file', file, file.name)
    request.send(form)
  })
}
