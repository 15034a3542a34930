import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Span } from '../../../../api/model.ts'
import { spanOfSelection } from './selection-span.ts'

interface TextSelection {
  /** The `[start, end)` of the received text that is selected, as last drawn. */
  readonly span: Span | null
  /** The same, asked now: a key can be faster than the drawing. */
  read(): Span | null
}

/** What is selected of the received text in the pane. */
export function useTextSelection(paneRef: RefObject<HTMLElement | null>, text: string): TextSelection {
  const [span, setSpan] = useState<Span | null>(null)
  const read = useCallback(() => readSelection(paneRef.current, text), [paneRef, text])
  useEffect(() => {
    const follow = () => {
      const next = read()
      setSpan((now) => (now?.[0] === next?.[0] && now?.[1] === next?.[1] ? now : next))
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [read])
  return { span, read }
}

function readSelection(pane: HTMLElement | null, text: string): Span | null {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (!range || !pane?.contains(range.commonAncestorContainer)) return null
  return spanOfSelection(range, text) ?? null
}
