import type { Evidence } from '../../../api/item-model.ts'
import { formatBytes } from './format-bytes.ts'

interface EvidenceNameProps {
  readonly itemId: string
  readonly evidence: Evidence
}

/** A file to download or a link to open, by its name. */
export function EvidenceName({ itemId, evidence }: EvidenceNameProps) {
  const { kind, id, fileName, bytes, url, note } = evidence
  if (kind === 'link') {
    return (
      <>
        <a href={url ?? ''} target="_blank" rel="noreferrer noopener">
          {note || url}
        </a>
        {note && <span className="soft evidence-url">{url}</span>}
      </>
    )
  }
  return (
    <>
      <a href={`/api/items/${itemId}/evidence/${id}`} download={fileName ?? ''}>
        {fileName}
      </a>
      {bytes !== null && <span className="soft figure">{formatBytes(bytes)}</span>}
      {note && <span className="soft">{note}</span>}
    </>
  )
}
