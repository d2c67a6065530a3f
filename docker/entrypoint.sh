#!/bin/sh
# Make the indices, index the folders that are named, bring the dashboards into Kibana. Again changes only what is new.
#
#   gongkai-entrypoint /reports …     all of that; GONGKAI_INDEX names the cluster, GONGKAI_KIBANA_URL Kibana
#   gongkai-entrypoint search 三审三校   any command of gongkai
set -eu

case "${1:-}" in
"" | /* | ./*) ;;
*) exec gongkai "$@" ;;
esac

# The cluster may still be starting: what it says is shown when it does not come up.
end=$(($(date +%s) + ${GONGKAI_WAIT:-120}))
until said=$(gongkai elasticsearch init 2>&1); do
    if [ "$(date +%s)" -ge "$end" ]; then
        echo "$said" >&2
        exit 2
    fi
    sleep 2
done

failed=0
if [ "$#" -gt 0 ]; then
    gongkai index "$@" || failed=$? # an input that cannot be read is in the ledger, and no reason to go without dashboards
fi
if [ -n "${GONGKAI_KIBANA_URL:-}" ]; then
    gongkai kibana install --space "${GONGKAI_KIBANA_SPACE:-default}"
fi
exit "$failed"
