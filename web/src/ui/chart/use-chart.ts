import { type RefObject, useEffect, useRef, useState } from 'react'
import { typeScale, useDisplay } from '../display.ts'
import { type ChartOption, withHouseLook } from './chart-option.ts'
import type { Chart } from './draw.ts'

interface DrawnMap {
  readonly name: string
  /** GeoJSON; each feature's `name` is the name in the data. */
  readonly shapes: unknown
}

/** Draws an option into the box that the reference is given to, follows its width, and lets go of it at the end. */
export function useChart(
  option: ChartOption,
  map?: DrawnMap | undefined,
): { box: RefObject<HTMLDivElement | null>; chart: Chart | undefined } {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<Chart>()
  const scale = typeScale(useDisplay())
  useEffect(() => {
    const element = box.current
    if (!element) return
    let isGone = false
    let drawn: Chart | undefined
    const watcher = new ResizeObserver(() => drawn?.resize())
    import('./draw.ts').then(({ drawIn, registerMap }) => {
      if (isGone) return
      if (map) registerMap(map.name, map.shapes as never)
      drawn = drawIn(element)
      watcher.observe(element)
      setChart(drawn)
    })
    return () => {
      isGone = true
      watcher.disconnect()
      drawn?.dispose()
      setChart(undefined)
    }
  }, [map])
  useEffect(() => chart?.setOption(withHouseLook(option, scale), { notMerge: true }), [chart, option, scale])
  return { box, chart }
}
