"""A program that uploads one file with tuspy: orders as one JSON object on standard input, `{"url": …}` on standard output.

`url`, `token`, `file`, `metadata`; optionally `chunk_bytes`, `upload_url` (go on with this one), `stop_at` and `retries`.
"""

from __future__ import annotations

import json
import sys

from tusclient.client import TusClient


def main() -> None:
    orders = json.load(sys.stdin)
    client = TusClient(orders["url"], headers={"Authorization": f"Bearer {orders['token']}"})
    options = {"chunk_size": orders["chunk_bytes"]} if "chunk_bytes" in orders else {}
    if "upload_url" in orders:
        options["url"] = orders["upload_url"]
    uploader = client.uploader(orders["file"], metadata=orders["metadata"], retries=orders.get("retries", 0), retry_delay=1, **options)
    uploader.upload(stop_at=orders.get("stop_at"))
    print(json.dumps({"url": uploader.url}))


if __name__ == "__main__":
    main()
