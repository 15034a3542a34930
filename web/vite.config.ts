import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the screens into `web/dist`, which the server serves; in development `/api` goes to a running server. */
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', chunkSizeWarningLimit: 900, reportCompressedSize: true },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
