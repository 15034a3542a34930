import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { withStyleNonce } from '../../../ui/styles-of-scripts.ts'

/** Pixels of a sheet of paper with its edges, as the server's pages draw it. */
const SHEET = 860
/** More of a page is seen at once, and it can still be read. */
const LARGEST = 0.6

/** A page of the server's as small as its place asks; nothing in it can run. */
export function ExamplePage({ html }: { html: string }) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watching = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    if (place.current) watching.observe(place.current)
    return () => watching.disconnect()
  }, [])
  const scale = Math.min(LARGEST, width / SHEET)
  return (
    <div ref={place} className="template-example">
      {scale > 0 && (
        <iframe
          title={t('template.example')}
          sandbox=""
          srcDoc={withStyleNonce(html)}
          style={{
            width: SHEET,
            height: `${100 / scale}%`,
            transform: `scale(${scale})`,
            marginInlineStart: (width - SHEET * scale) / 2,
          }}
        />
      )}
    </div>
  )
}
