import { useEffect, useRef, useState } from 'react'
import type { Evidence } from '../../../api/item-model.ts'
import { sendEvidence } from '../../../api/send-evidence.ts'

/** One file on its way: waiting for those before it, sending, kept, or refused with its sentence. */
export interface Upload {
  readonly key: number
  readonly file: File
  readonly stage: 'waiting' | 'sending' | 'kept' | 'refused'
  readonly share: number
  readonly error?: unknown
  readonly evidence?: Evidence
}

/** Sends files one after the other; a refused one stops nothing. */
export function useEvidenceQueue(itemId: string, onKept: (evidence: Evidence) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const nextKey = useRef(0)
  const latest = useRef(onKept)
  latest.current = onKept
  const isSending = uploads.some(({ stage }) => stage === 'sending')
  const waiting = uploads.find(({ stage }) => stage === 'waiting')
  useEffect(() => {
    if (isSending || !waiting) return
    const change = (part: Partial<Upload>) =>
      setUploads((now) => now.map((each) => (each.key === waiting.key ? { ...each, ...part } : each)))
    change({ stage: 'sending' })
    sendEvidence(itemId, { file: waiting.file, onProgress: (share) => change({ share }) }).then(
      (evidence) => {
        change({ stage: 'kept', share: 1, evidence })
        latest.current(evidence)
      },
      (error: unknown) => change({ stage: 'refused', error }),
    )
  }, [itemId, isSending, waiting])
  const add = (files: readonly File[]) =>
    setUploads((now) => [
      ...now,
      ...files.map((file): Upload => ({ key: nextKey.current++, file, stage: 'waiting', share: 0 })),
    ])
  const retry = (key: number) =>
    setUploads((now) =>
      now.map((each) => (each.key === key ? { ...each, stage: 'waiting', share: 0 } : each)),
    )
  const drop = (key: number) => setUploads((now) => now.filter((each) => each.key !== key))
  return { uploads, isBusy: isSending || waiting !== undefined, add, retry, drop }
}
