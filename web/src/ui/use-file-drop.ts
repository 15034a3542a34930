import { useEffect, useRef, useState } from 'react'

/**
 * Listens on the whole window, so that a file dropped beside the zone never makes the browser leave the page. Answers
 * whether a file hangs over it that would be taken.
 */
export function useFileDrop(isOpen: boolean, onFile: (file: File) => void): boolean {
  const [depth, setDepth] = useState(0)
  const latest = useRef({ isOpen, onFile })
  latest.current = { isOpen, onFile }
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const step = (by: number) => (event: DragEvent) =>
      hasFile(event) && setDepth((now) => Math.max(0, now + by))
    const enter = step(1)
    const leave = step(-1)
    const over = (event: DragEvent) => hasFile(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      setDepth(0)
      if (!hasFile(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file && latest.current.isOpen) latest.current.onFile(file)
    }
    const pairs = { dragenter: enter, dragleave: leave, dragover: over, drop } as const
    for (const [name, listener] of Object.entries(pairs))
      window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(pairs))
        window.removeEventListener(name, listener as EventListener)
    }
  }, [])
  return isOpen && depth > 0
}
