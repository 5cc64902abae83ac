// Uploads a file with tus-js-client. Orders as one JSON object on standard input: url, token, file, metadata, and optionally chunk_bytes,
// upload_url (go on with this one) and stop_after_bytes (abort there, as a closed browser does). Prints {"url": …, "done": …}.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { Upload } from 'tus-js-client'

const orders = JSON.parse(readFileSync(0, 'utf8'))
const upload = new Upload(createReadStream(orders.file), {
  endpoint: orders.url,
  uploadUrl: orders.upload_url ?? null,
  headers: { Authorization: `Bearer ${orders.token}` },
  metadata: orders.metadata,
  uploadSize: statSync(orders.file).size,
  uploadDataDuringCreation: orders.during_creation ?? false,
  chunkSize: orders.chunk_bytes ?? Infinity,
  retryDelays: [200, 500, 1000],
  onError: (error) => {
    console.error(String(error))
    process.exit(1)
  },
  onProgress: (sent) => {
    if (orders.stop_after_bytes && sent >= orders.stop_after_bytes) end(false)
  },
  onSuccess: () => end(true),
})
upload.start()

function end(done) {
  console.log(JSON.stringify({ url: upload.url, done }))
  process.exit(0)
}
