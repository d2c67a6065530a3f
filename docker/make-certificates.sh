#!/bin/bash
# Make a certificate authority and the certificate of Elasticsearch, once; the authority's key is not kept.
set -euo pipefail
target=/certificates
if [[ -f $target/elasticsearch.crt ]]; then
    exit 0
fi
work=$(mktemp -d)
bin/elasticsearch-certutil ca --silent --pem --out "$work/ca.zip"
unzip -q "$work/ca.zip" -d "$work"
bin/elasticsearch-certutil cert --silent --pem --name elasticsearch --dns elasticsearch,localhost --ip 127.0.0.1 \
    --ca-cert "$work/ca/ca.crt" --ca-key "$work/ca/ca.key" --out "$work/cert.zip"
unzip -q "$work/cert.zip" -d "$work"
cp "$work/ca/ca.crt" "$work/elasticsearch/elasticsearch.key" "$target/"
chown 1000:0 "$target"/*
chmod 644 "$target/ca.crt"
chmod 640 "$target/elasticsearch.key"
install -m 644 "$work/elasticsearch/elasticsearch.crt" "$target/elasticsearch.crt"
rm -r "$work"
