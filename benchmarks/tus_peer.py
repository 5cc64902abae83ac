"""Uploads one file with tuspy; the orders come as one JSON object on standard input."""

from __future__ import annotations

import json
import sys

from tusclient.client import TusClient

_RETRIES = 200
_RETRY_S = 1


def main() -> None:
    orders = json.load(sys.stdin)
    client = TusClient(orders["url"], headers={"Authorization": f"Bearer {orders['token']}"})
    chunks = {"chunk_size": orders["chunk_bytes"]} if orders["chunk_bytes"] else {}
    client.uploader(orders["file"], metadata=orders["metadata"], retries=_RETRIES, retry_delay=_RETRY_S, **chunks).upload()


if __name__ == "__main__":
    main()
