# docgen as a container: the same install steps as `make setup`, without the servers of the tests.
FROM debian:bookworm-slim AS app
WORKDIR /app
COPY deploy/install-system.sh deploy/
RUN deploy/install-system.sh runtime && rm -rf /var/lib/apt/lists/*
COPY requirements.lock pyproject.toml README.md ./
COPY deploy/install-python.sh deploy/
COPY docgen docgen
COPY archive archive
COPY api api
COPY templates templates
RUN deploy/install-python.sh requirements.lock
RUN useradd --create-home --uid 10001 docgen && mkdir /var/lib/docgen && chown docgen: /var/lib/docgen
USER docgen
ENV DOCGEN_HOME=/var/lib/docgen PATH=/app/.venv/bin:/usr/bin:/bin LANG=C.UTF-8
VOLUME /var/lib/docgen
EXPOSE 8000
# Loopback inside the container reaches nobody; DOCGEN_BIND widens it, and compose publishes on 127.0.0.1 only.
CMD ["docgen", "serve"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]

# A single-node Ceph object gateway to try S3 with; a real office brings its own S3.
FROM debian:bookworm-slim AS s3
WORKDIR /app
COPY deploy/install-system.sh deploy/
RUN deploy/install-system.sh s3 && rm -rf /var/lib/apt/lists/*
COPY deploy/ceph-trial.sh deploy/
VOLUME /var/lib/ceph-trial
EXPOSE 9000
CMD ["deploy/ceph-trial.sh", "/var/lib/ceph-trial", "0.0.0.0", "9000"]
