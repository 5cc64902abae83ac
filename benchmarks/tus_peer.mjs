// Uploads one file with tus-js-client as it comes: node tus_peer.mjs FOLDER, the orders as JSON on standard input.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { Upload } = createRequire(join(process.argv[2], 'package.json'))('tus-js-client')
const orders = JSON.parse(readFileSync(0, 'utf8'))

new Upload(createReadStream(orders.file), {
  endpoint: orders.url,
  headers: { Authorization: `Bearer ${orders.token}` },
  metadata: orders.metadata,
  uploadSize: statSync(orders.file).size,
  ...(orders.chunk_bytes ? { chunkSize: orders.chunk_bytes } : {}),
  onError: (error) => {
    console.error(String(error))
    process.exit(1)
  },
  onSuccess: () => process.exit(0),
}).start()
