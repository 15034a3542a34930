/** Imported before the server: when the process that started it is gone, however it went, the server stops too. */
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
