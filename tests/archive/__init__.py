"""What the archive promises, kept by real databases and a real S3 server."""
