// @tus/server with @tus/file-store on a free port of loopback: FOLDER is its only argument. Prints {"port": N} when it listens.
import { createServer } from 'node:http'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'

const datastore = new FileStore({ directory: process.argv.at(-1), expirationPeriodInMilliseconds: 30 * 86400 * 1000 })
const server = new Server({ path: '/files', datastore, maxSize: 1024 ** 3 })
const listening = createServer(server.handle.bind(server)).listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ port: listening.address().port }))
})
process.on('SIGTERM', () => process.exit(0))
