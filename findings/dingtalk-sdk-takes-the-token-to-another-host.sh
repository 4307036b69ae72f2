#!/usr/bin/env bash
# dingtalk-sdk 1.3.8 (Python) has `API_BASE_URL`, and `/gettoken` goes there. Its methods of topapi, such as `report.getunreadcount`, do not: they
# go to a gateway of Taobao that is written into a method, with the access token in the query, whatever `API_BASE_URL` says.
#
# Seen: with the base set to this machine, another host is looked up for the report. Nothing leaves this machine: the look-up is stopped. This
# script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dingtalk-sdk==1.3.8 cryptography==50.0.2
cat >try.py <<'PY'
import logging
import socket
import sys

from dingtalk.client import AppKeyClient

logging.disable(logging.CRITICAL)
asked = []


def stopped(host, *others, **named):
    asked.append(host)
    raise OSError("stopped")


socket.getaddrinfo = stopped
AppKeyClient.API_BASE_URL = "http://127.0.0.1:9/"
client = AppKeyClient("corp", "key", "secret")
client.cache.access_token.set(value="a token", ttl=7200)
for call in (client.get_access_token, lambda: client.report.getunreadcount("user")):
    try:
        call()
    except Exception:
        pass
print("asked for", asked)
sys.exit(0 if asked[0] == "127.0.0.1" and asked[-1] != "127.0.0.1" else 1)
PY
venv/bin/python try.py
