#!/bin/bash
# Give the user that Kibana logs in with its password.
set -euo pipefail
curl -fsS --cacert /certificates/ca.crt -u "elastic:$ELASTIC_PASSWORD" -H 'Content-Type: application/json' \
    -X POST https://elasticsearch:9200/_security/user/kibana_system/_password -d "{\"password\":\"$KIBANA_PASSWORD\"}"
