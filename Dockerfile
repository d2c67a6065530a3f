# gongkai, slim and without root: docker build -t gongkai . && docker run gongkai --help (see docker/entrypoint.sh)
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE requirements.lock ./
COPY gongkai gongkai
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 gongkai
COPY --from=build /wheels /wheels
COPY requirements.lock /wheels/requirements.lock
RUN pip install --no-cache-dir --constraint /wheels/requirements.lock "$(ls /wheels/gongkai-*.whl)[pdf,docx,warc,zstd]" \
    && rm -r /wheels
COPY --chmod=755 docker/entrypoint.sh /usr/local/bin/gongkai-entrypoint
USER gongkai
WORKDIR /home/gongkai
ENV PYTHONUNBUFFERED=1
ENTRYPOINT ["gongkai-entrypoint"]
CMD ["/reports"]
