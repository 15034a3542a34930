import { requestHeaders } from './client.ts'
import { Problem } from './problem.ts'

interface Sending {
  readonly to: '/api/sheets' | '/api/indicator-sheets'
  readonly onProgress: (share: number) => void
}

/**
 * Sends a spreadsheet with upload progress (fetch has none). Resolves with the mapping that the server proposes.
 * @throws Problem with the server's sentence.
 */
export function sendSheet<Proposed>(file: File, { to, onProgress }: Sending): Promise<Proposed> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
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
