import { requestHeaders } from './client.ts'
import type { ReportSummary } from './model.ts'
import { Problem } from './problem.ts'

/**
 * Sends a file with upload progress (fetch has none). Resolves when the server has read it.
 * @throws Problem with the server's sentence.
 */
export function sendReportFile(
  file: File,
  reportDate: string | null,
  onProgress: (share: number) => void,
): Promise<ReportSummary> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/reports')
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.upload.addEventListener('load', () => onProgress(1))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response as ReportSummary)
      else reject(new Problem(request.status, request.response))
    })
    request.addEventListener('error', () => reject(new Problem(0, null)))
    const form = new FormData()
    if (reportDate) form.append('reportDate', reportDate)
    form.append('file', file, file.name)
    request.send(form)
  })
}
