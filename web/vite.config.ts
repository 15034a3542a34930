import { defineConfig } from 'vite'

/** Builds the screens into `web/dist`, which the server serves; in development `/api` goes to a running server. */
export default defineConfig({
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
