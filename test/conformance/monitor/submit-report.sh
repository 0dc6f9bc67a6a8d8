#!/bin/bash
# What the README of the compliance monitor tells submitters to do, with nothing but ssh-keygen and curl.
# Usage: submit-report.sh <monitor-url> <token-file> <private-key> <report.yaml>
# NAMESPACE and HASH change what is signed, for signatures that must be refused and for the other hash.
# The token file holds base64 of `subject:token`. Prints the answer; the exit code is curl's.
set -euo pipefail

monitor_url=$1
token_file=$2
private_key=$3
report=$4

rm -f "$report.sig" # ssh-keygen would ask before it overwrites
ssh-keygen -Y sign -f "$private_key" -n "${NAMESPACE:-report}" -O hashalg="${HASH:-sha512}" "$report"
curl --silent --fail-with-body \
  --data-binary @"$report.sig" --data-binary @"$report" \
  -H "Content-Type: application/x-signed-yaml" \
  -H "Authorization: Basic $(cat "$token_file")" \
  "$monitor_url/reports"
