import { defineConfig } from 'vite'
import { largeType } from './large-type.ts'

/** Builds the screens into `web/dist`, which the server serves; in development `/api` goes to a running server. */
export default defineConfig({
  css: { postcss: { plugins: [largeType() as never] } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // antd marks its files `"use client"` for servers that render; here all is client.
      onLog: (level, log, next) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && next(level, log),
    },
  },
  // The host stays as the browser named it: the server takes no write from a page of another one.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
})
