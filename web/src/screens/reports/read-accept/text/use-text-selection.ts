import { type RefObject, useEffect, useState } from 'react'
import type { Span } from '../../../../api/model.ts'
import { spanOfSelection } from './selection-span.ts'

/** The `[start, end)` of the received text that is selected in the pane, or null. */
export function useTextSelection(paneRef: RefObject<HTMLElement | null>, text: string): Span | null {
  const [span, setSpan] = useState<Span | null>(null)
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      const isInside = range !== null && paneRef.current?.contains(range.commonAncestorContainer)
      const next = (isInside && spanOfSelection(range, text)) || null
      setSpan((now) => (now?.[0] === next?.[0] && now?.[1] === next?.[1] ? now : next))
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [paneRef, text])
  return span
}
