# Elasticsearch with the Chinese words that gongkai ranks by.
ARG STACK_VERSION=8.19.18
FROM elasticsearch:${STACK_VERSION}
RUN bin/elasticsearch-plugin install --batch analysis-smartcn
