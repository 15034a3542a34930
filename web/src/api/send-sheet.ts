import { requestHeaders } from './client.ts'
import type { Get } from './model.ts'
import { Problem } from './problem.ts'

/**
 * Sends a spreadsheet with upload progress (fetch has none). Resolves with the mapping that the server proposes.
 * @throws Problem with the server's sentence.
 */
export function sendSheet(file: File, onProgress: (share: number) => void): Promise<Get<'/api/sheets/{id}'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/sheets')
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.upload.addEventListener('load', () => onProgress(1))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response)
      else reject(new Problem(request.status, request.response))
    })
    request.addEventListener('error', () => reject(new Problem(0, null)))
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}
